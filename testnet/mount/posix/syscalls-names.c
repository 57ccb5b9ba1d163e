/* Calls on paths: names, modes, times, extended attributes. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "syscalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

static long do_access(char **a)
{
    return access(a[0], (int)number(a[1]));
}

static long do_stat(char **a)
{
    struct stat status;
    return stat(a[0], &status);
}

static long do_chmod(char **a)
{
    return chmod(a[0], (mode_t)number(a[1]));
}

static long do_chown(char **a)
{
    return chown(a[0], (uid_t)number(a[1]), (gid_t)number(a[2]));
}

static long do_mkdir(char **a)
{
    return mkdir(a[0], (mode_t)number(a[1]));
}

static long do_rmdir(char **a)
{
    return rmdir(a[0]);
}

static long do_unlink(char **a)
{
    return unlink(a[0]);
}

static long do_rename(char **a)
{
    return rename(a[0], a[1]);
}

static long do_renameat2(char **a)
{
    return renameat2(AT_FDCWD, a[0], AT_FDCWD, a[1], (unsigned)number(a[2]));
}

static long do_symlink(char **a)
{
    return symlink(a[0], a[1]);
}

static long do_truncate(char **a)
{
    return truncate(a[0], number(a[1]));
}

/* mknod PATH MODE MAJOR MINOR, the mode with the kind of file in it. */
static long do_mknod(char **a)
{
    return mknod(a[0], (mode_t)number(a[1]), makedev((unsigned)number(a[2]), (unsigned)number(a[3])));
}

static struct timespec time_of(const char *text)
{
    if (strcmp(text, "now") == 0) return (struct timespec){0, UTIME_NOW};
    if (strcmp(text, "omit") == 0) return (struct timespec){0, UTIME_OMIT};
    long long seconds = 0;
    long nanoseconds = 0;
    sscanf(text, "%lld.%9ld", &seconds, &nanoseconds); /* all nine digits are given */
    return (struct timespec){seconds, nanoseconds};
}

/* utimens PATH ATIME MTIME: of the path itself, also where it is a symbolic link. */
static long do_utimens(char **a)
{
    struct timespec times[2] = {time_of(a[1]), time_of(a[2])};
    return utimensat(AT_FDCWD, a[0], times, AT_SYMLINK_NOFOLLOW);
}

static long do_name_most(char **a)
{
    struct statvfs status;
    return statvfs(a[0], &status) < 0 ? -1 : (long)status.f_namemax;
}

static long do_setxattr(char **a)
{
    return setxattr(a[0], a[1], a[2], strlen(a[2]), (int)number(a[3]));
}

static long do_lsetxattr(char **a)
{
    return lsetxattr(a[0], a[1], a[2], strlen(a[2]), 0);
}

/* setxattr-zeros PATH NAME LENGTH: so many zero bytes, which a line cannot carry. */
static long do_setxattr_zeros(char **a)
{
    memset(answer, 0, sizeof answer);
    size_t length = (size_t)number(a[2]);
    return length > sizeof answer ? (errno = EINVAL, -1) : setxattr(a[0], a[1], answer, length, 0);
}

/* getxattr PATH NAME ROOM: 0 asks for the length alone. */
static long do_getxattr(char **a)
{
    size_t room = (size_t)number(a[2]);
    ssize_t length = getxattr(a[0], a[1], answer, room);
    return room == 0 ? length : answer_bytes(length);
}

/* listxattr PATH ROOM: names, each with a zero behind it. */
static long do_listxattr(char **a)
{
    size_t room = (size_t)number(a[1]);
    ssize_t length = listxattr(a[0], answer, room);
    return room == 0 ? length : answer_bytes(length);
}

static long do_removexattr(char **a)
{
    return removexattr(a[0], a[1]);
}

const struct call name_calls[] = {
    {"access", 2, do_access},       {"stat", 1, do_stat},           {"chmod", 2, do_chmod},
    {"chown", 3, do_chown},         {"mkdir", 2, do_mkdir},         {"rmdir", 1, do_rmdir},
    {"unlink", 1, do_unlink},       {"rename", 2, do_rename},       {"renameat2", 3, do_renameat2},
    {"symlink", 2, do_symlink},     {"truncate", 2, do_truncate},   {"mknod", 4, do_mknod},
    {"utimens", 3, do_utimens},     {"name-most", 1, do_name_most}, {"setxattr", 4, do_setxattr},
    {"lsetxattr", 3, do_lsetxattr}, {"getxattr", 3, do_getxattr},   {"listxattr", 2, do_listxattr},
    {"removexattr", 2, do_removexattr}, {"setxattr-zeros", 3, do_setxattr_zeros},
    {NULL, 0, NULL},
};
