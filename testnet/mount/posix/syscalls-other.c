/* Who the process is and what it may, and listings entry by entry. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "syscalls.h"

#include <dirent.h>
#include <errno.h>
#include <grp.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* become UID GID: for good, with no other groups and, unless it is 0, without any of root's powers. */
static long do_become(char **a)
{
    uid_t uid = (uid_t)number(a[0]);
    gid_t gid = (gid_t)number(a[1]);
    if (setgroups(0, NULL) < 0 || setresgid(gid, gid, gid) < 0) return -1;
    return setresuid(uid, uid, uid);
}

static long do_umask(char **a)
{
    return (long)umask((mode_t)number(a[0]));
}

static long do_limit_size(char **a)
{
    struct rlimit limit = {(rlim_t)number(a[0]), RLIM_INFINITY};
    return setrlimit(RLIMIT_FSIZE, &limit);
}

/* One at a time. */
static DIR *listing;

static long do_opendir(char **a)
{
    if (listing != NULL) closedir(listing);
    listing = opendir(a[0]);
    return listing == NULL ? -1 : 0;
}

/* The next name; nothing at the end. */
static long do_readdir(char **a)
{
    (void)a;
    errno = 0;
    struct dirent *entry = readdir(listing);
    if (entry == NULL) return errno == 0 ? answer_bytes(0) : -1;
    size_t length = strlen(entry->d_name);
    memcpy(answer, entry->d_name, length);
    return answer_bytes((ssize_t)length);
}

static long do_telldir(char **a)
{
    (void)a;
    return telldir(listing);
}

static long do_seekdir(char **a)
{
    seekdir(listing, (long)number(a[0]));
    return 0;
}

static long do_rewinddir(char **a)
{
    (void)a;
    rewinddir(listing);
    return 0;
}

const struct call other_calls[] = {
    {"become", 2, do_become},   {"umask", 1, do_umask},     {"limit-size", 1, do_limit_size}, {"opendir", 1, do_opendir},
    {"readdir", 0, do_readdir}, {"telldir", 0, do_telldir}, {"seekdir", 1, do_seekdir},       {"rewinddir", 0, do_rewinddir},
    {NULL, 0, NULL},
};
