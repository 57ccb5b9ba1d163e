/*
 * A file system with a fault, as programs see it: loaded with LD_PRELOAD it stands between them and the C library, and HIRO_FAULT names what it does wrong, to files below the folder
 * HIRO_FAULT_FOLDER only. It shows that a suite notices. HIRO_FAULT_EVERY: only so often, where that makes sense.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
/* Programs that were built for large files call the same functions by another name. */
#define ALSO(name, other) __typeof__(name) other __attribute__((alias(#name)))

static bool is_fault(const char *name)
{
    const char *fault = getenv("HIRO_FAULT");
    return fault != NULL && strcmp(fault, name) == 0;
}

static bool is_below(const char *path)
{
    const char *folder = getenv("HIRO_FAULT_FOLDER");
    return folder != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static bool is_file_below(int fd)
{
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = '\0';
    return is_below(path);
}

/* Whether it is its turn. */
static bool now(void)
{
    static long count;
    const char *every = getenv("HIRO_FAULT_EVERY");
    long number = every == NULL ? 1 : atol(every);
    return __atomic_add_fetch(&count, 1, __ATOMIC_RELAXED) % number == 0;
}

static bool plays(const char *name, const char *path)
{
    return is_fault(name) && is_below(path) && now();
}

static bool plays_on(const char *name, int fd)
{
    return is_fault(name) && is_file_below(fd) && now();
}

/* No fault at all, but a file system that has little and says so. */
static bool refuses(const char *path)
{
    return plays("refuse-features", path);
}

static bool refuses_on(int fd)
{
    return plays_on("refuse-features", fd);
}

int mknod(const char *path, mode_t mode, dev_t device)
{
    if (refuses(path)) return errno = EPERM, -1;
    return NEXT(mknod)(path, mode, device);
}

int fallocate(int fd, int mode, off_t offset, off_t length)
{
    if (refuses_on(fd)) return errno = EOPNOTSUPP, -1;
    return NEXT(fallocate)(fd, mode, offset, length);
}
ALSO(fallocate, fallocate64);

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    if (plays_on("drop-write", fd)) return (ssize_t)length;
    return NEXT(pwrite)(fd, bytes, length, offset);
}
ALSO(pwrite, pwrite64);

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (plays_on("drop-write", fd)) return (ssize_t)length;
    if (plays_on("tear-write", fd) && length > 1) {
        /* In two, as where a line is not appended in one step. */
        size_t half = length / 2;
        if (NEXT(write)(fd, bytes, half) != (ssize_t)half) return -1;
        usleep(500);
        ssize_t rest = NEXT(write)(fd, (const char *)bytes + half, length - half);
        return rest < 0 ? rest : (ssize_t)half + rest;
    }
    return NEXT(write)(fd, bytes, length);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t offset)
{
    ssize_t got = NEXT(pread)(fd, bytes, length, offset);
    if (got > 0 && plays_on("flip-read", fd)) ((char *)bytes)[got / 2] ^= 1;
    return got;
}
ALSO(pread, pread64);

int ftruncate(int fd, off_t size)
{
    if (plays_on("keep-size", fd)) return 0;
    return NEXT(ftruncate)(fd, size);
}
ALSO(ftruncate, ftruncate64);

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (flags & O_APPEND && plays("forget-append", path)) flags &= ~O_APPEND;
    if (flags & O_EXCL && plays("forget-excl", path)) flags &= ~O_EXCL;
    if (flags & O_TRUNC && plays("forget-trunc", path)) flags &= ~O_TRUNC;
    if (plays("ignore-modes", path)) mode = 0777;
    return NEXT(open)(path, flags, mode);
}
ALSO(open, open64);

int unlink(const char *path)
{
    /* Whoever has it open loses what is in it. */
    if (plays("unlink-empties", path) && truncate(path, 0) != 0) return -1;
    return NEXT(unlink)(path);
}

int rename(const char *from, const char *to)
{
    /* Gone first, and a moment later there: a reader in between finds nothing. */
    if (plays("rename-in-two", to) && NEXT(unlink)(to) == 0) usleep(2000);
    if (plays("rename-refuses", to) && access(to, F_OK) == 0) return errno = EEXIST, -1;
    return NEXT(rename)(from, to);
}

int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
    if (flags != 0 && refuses(to)) return errno = EINVAL, -1;
    if (plays("forget-noreplace", to)) flags = 0;
    return NEXT(renameat2)(from_at, from, to_at, to, flags);
}

int chmod(const char *path, mode_t mode)
{
    if (plays("forget-chmod", path)) return 0;
    return NEXT(chmod)(path, mode);
}

int link(const char *from, const char *to)
{
    if (refuses(to)) return errno = EPERM, -1;
    /* A copy, as some file systems make where they have no links. */
    if (plays("link-copies", to)) return close(open(to, O_CREAT | O_WRONLY, 0644));
    return NEXT(link)(from, to);
}

int symlink(const char *target, const char *path)
{
    char cut[1024];
    if (!plays("cut-symlink", path)) return NEXT(symlink)(target, path);
    snprintf(cut, sizeof cut, "%s", target);
    return NEXT(symlink)(cut, path);
}

int utimensat(int at, const char *path, const struct timespec times[2], int flags)
{
    struct timespec seconds[2];
    if (times == NULL || !plays("coarse-times", path)) return NEXT(utimensat)(at, path, times, flags);
    memcpy(seconds, times, sizeof seconds);
    for (int i = 0; i < 2; i++)
        if (seconds[i].tv_nsec == UTIME_OMIT) seconds[i].tv_nsec = UTIME_NOW;
    return NEXT(utimensat)(at, path, seconds, flags);
}

int flock(int fd, int operation)
{
    if (refuses_on(fd)) return errno = ENOLCK, -1;
    if (plays_on("lock-all", fd)) return 0;
    return NEXT(flock)(fd, operation);
}

int fcntl(int fd, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (command == F_SETLK && refuses_on(fd)) return errno = ENOLCK, -1;
    if ((command == F_SETLK || command == F_SETLKW) && plays_on("lock-all", fd)) return 0;
    return NEXT(fcntl)(fd, command, argument);
}
ALSO(fcntl, fcntl64);

int setxattr(const char *path, const char *name, const void *value, size_t size, int flags)
{
    if (refuses(path)) return errno = EOPNOTSUPP, -1;
    if (plays("forget-xattr-flags", path)) flags = 0;
    return NEXT(setxattr)(path, name, value, size, flags);
}

int fsync(int fd)
{
    /* It says so, and what was written goes to the disk whenever. */
    if (plays_on("drop-fsync", fd)) return 0;
    return NEXT(fsync)(fd);
}
