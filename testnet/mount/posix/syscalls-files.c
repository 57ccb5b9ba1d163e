/* Calls on open files: bytes, sizes, holes, locks, mappings. */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "syscalls.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int fd(const char *text)
{
    return (int)number(text);
}

static long do_open(char **a)
{
    return open(a[0], (int)number(a[1]) | O_CLOEXEC, (mode_t)number(a[2]));
}

static long do_close(char **a)
{
    return close(fd(a[0]));
}

static long do_dup(char **a)
{
    return dup(fd(a[0]));
}

static long do_write(char **a)
{
    return write(fd(a[0]), a[1], strlen(a[1]));
}

static long do_pwrite(char **a)
{
    return pwrite(fd(a[0]), a[1], strlen(a[1]), number(a[2]));
}

static long do_pread(char **a)
{
    return answer_bytes(pread(fd(a[0]), answer, (size_t)number(a[1]), number(a[2])));
}

static long do_ftruncate(char **a)
{
    return ftruncate(fd(a[0]), number(a[1]));
}

static long do_lseek(char **a)
{
    return lseek(fd(a[0]), number(a[1]), (int)number(a[2]));
}

static long do_fallocate(char **a)
{
    return fallocate(fd(a[0]), (int)number(a[1]), number(a[2]), number(a[3]));
}

static long do_fsync(char **a)
{
    return fsync(fd(a[0]));
}

static long do_fstat_links(char **a)
{
    struct stat status;
    return fstat(fd(a[0]), &status) < 0 ? -1 : (long)status.st_nlink;
}

static long do_flock(char **a)
{
    return flock(fd(a[0]), (int)number(a[1]));
}

/* lock FD COMMAND TYPE START LENGTH; F_GETLK gives the type that stands against it. */
static long do_lock(char **a)
{
    struct flock lock = {.l_type = (short)number(a[2]), .l_whence = SEEK_SET, .l_start = number(a[3]), .l_len = number(a[4])};
    return fcntl(fd(a[0]), (int)number(a[1]), &lock) < 0 ? -1 : lock.l_type;
}

enum { MAPS = 4 };
static struct {
    char *at;
    size_t length;
} maps[MAPS];

/* map FD LENGTH FLAGS gives a number for the mapping. */
static long do_map(char **a)
{
    int slot = 0;
    while (slot < MAPS && maps[slot].at != NULL) slot++;
    if (slot == MAPS) return errno = ENFILE, -1;
    size_t length = (size_t)number(a[1]);
    void *at = mmap(NULL, length, PROT_READ | PROT_WRITE, (int)number(a[2]), fd(a[0]), 0);
    if (at == MAP_FAILED) return -1;
    maps[slot].at = at;
    maps[slot].length = length;
    return slot;
}

static long do_peek(char **a)
{
    size_t length = (size_t)number(a[2]);
    memcpy(answer, maps[number(a[0])].at + number(a[1]), length);
    return answer_bytes((ssize_t)length);
}

static long do_poke(char **a)
{
    memcpy(maps[number(a[0])].at + number(a[1]), a[2], strlen(a[2]));
    return 0;
}

static long do_msync(char **a)
{
    return msync(maps[number(a[0])].at, maps[number(a[0])].length, MS_SYNC);
}

static long do_unmap(char **a)
{
    long slot = (long)number(a[0]);
    int result = munmap(maps[slot].at, maps[slot].length);
    maps[slot].at = NULL;
    return result;
}

const struct call file_calls[] = {
    {"open", 3, do_open},     {"close", 1, do_close},           {"dup", 1, do_dup},
    {"write", 2, do_write},   {"pwrite", 3, do_pwrite},         {"pread", 3, do_pread},
    {"lseek", 3, do_lseek},   {"ftruncate", 2, do_ftruncate},   {"fallocate", 4, do_fallocate},
    {"fsync", 1, do_fsync},   {"fstat-links", 1, do_fstat_links}, {"flock", 2, do_flock},
    {"lock", 5, do_lock},     {"map", 3, do_map},               {"peek", 3, do_peek},
    {"poke", 3, do_poke},     {"msync", 1, do_msync},           {"unmap", 1, do_unmap},
    {NULL, 0, NULL},
};
