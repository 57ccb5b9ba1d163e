#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "fsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

long done[KINDS];

static const char *path;
static int place;
static int file = -1;
static int appending = -1;
static uint8_t *buffer;
static bool punches = true;

void file_open(const char *at, int which)
{
    path = at;
    place = which;
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) fail("open");
    appending = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (appending < 0) fail("open with O_APPEND");
    if (buffer == NULL) buffer = malloc((size_t)options.most_bytes + options.most_at_once);
    if (buffer == NULL) fail("malloc");
}

void file_close(void)
{
    /* What a write could not keep may be said only here. */
    if (close(file) != 0 || close(appending) != 0) fail("close");
}

/* One time in three beside a boundary: of a page, or the end of the file. There the bugs are. */
static off_t near_edges(off_t bound)
{
    off_t at = (off_t)below((uint64_t)bound + 1);
    if (below(3) == 0) {
        off_t edge = below(2) == 0 ? model_size : at / 4096 * 4096;
        at = edge + (off_t)below(9) - 4;
    }
    return at < 0 ? 0 : at > bound ? bound : at;
}

static size_t some_length(off_t room)
{
    size_t most = (off_t)options.most_at_once < room ? options.most_at_once : (size_t)room;
    return (size_t)below(most + 1);
}

/* Never zero, so that a hole shows, and another for each operation and place. */
static void fill(long number, off_t offset, size_t length)
{
    for (size_t at = 0; at < length; at++)
        buffer[at] = (uint8_t)(1 + ((uint64_t)number * 37 + ((uint64_t)offset + at) * 101) % 255);
}

/* Short counts are legal and a disk file has none; but at a mount they may come. */
static void write_all(int to, off_t offset, size_t length, bool append)
{
    for (size_t written = 0; written < length;) {
        ssize_t count = append ? write(to, buffer + written, length - written)
                               : pwrite(to, buffer + written, length - written, offset + (off_t)written);
        if (count <= 0) fail(append ? "write" : "pwrite");
        written += (size_t)count;
    }
}

static size_t read_all(off_t offset, size_t length)
{
    size_t got = 0;
    while (got < length) {
        ssize_t count = pread(file, buffer + got, length - got, offset + (off_t)got);
        if (count < 0) fail("pread");
        if (count == 0) break;
        got += (size_t)count;
    }
    return got;
}

static void do_read(off_t offset, size_t length)
{
    off_t left = model_size > offset ? model_size - offset : 0;
    size_t expected = (off_t)length < left ? length : (size_t)left;
    size_t got = read_all(offset, length);
    if (got != expected) expect_size("pread", offset + (off_t)got);
    expect_bytes("pread", offset, buffer, got);
}

static void do_truncate(off_t size)
{
    if (below(2) == 0 ? ftruncate(file, size) : truncate(path, size)) fail("truncate");
    model_resize(size);
}

static void do_mmap(long number, off_t offset, size_t length, bool writes)
{
    off_t start = offset / sysconf(_SC_PAGESIZE) * sysconf(_SC_PAGESIZE);
    size_t within = (size_t)(offset - start);
    int protection = writes ? PROT_READ | PROT_WRITE : PROT_READ;
    uint8_t *map = mmap(NULL, within + length, protection, MAP_SHARED, file, start);
    if (map == MAP_FAILED) fail("mmap");
    if (writes) {
        fill(number, offset, length);
        for (size_t at = 0; at < length; at++) map[within + at] = buffer[at];
        if (msync(map, within + length, MS_SYNC) != 0) fail("msync");
        model_write(offset, buffer, length);
    } else {
        expect_bytes("mmap", offset, map + within, length);
    }
    if (munmap(map, within + length) != 0) fail("munmap");
}

static void do_punch(off_t offset, size_t length)
{
    if (punches && fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, (off_t)length) != 0) {
        if (errno != EOPNOTSUPP && errno != ENOSYS) fail("fallocate");
        punches = false;
        printf("fsx: no holes can be punched here (%s); zeros are written\n", errno == ENOSYS ? "ENOSYS" : "EOPNOTSUPP");
    }
    if (!punches) {
        for (size_t at = 0; at < length; at++) buffer[at] = 0;
        write_all(file, offset, length, false);
    }
    model_zero(offset, (off_t)length);
}

void operate(long number)
{
    enum kind kind;
    do kind = (enum kind)below(KINDS);
    while (!options.on[kind]);

    /* Where it is not the file that bounds it, the largest size that it may have does. */
    bool inside = kind == MMAP_READ || kind == MMAP_WRITE || kind == PUNCH;
    off_t offset = near_edges(inside ? model_size : options.most_bytes);
    if (kind == APPEND) offset = model_size;
    size_t length = some_length((inside ? model_size : options.most_bytes) - offset);
    if (kind == TRUNCATE || kind == FSYNC || kind == REOPEN) length = 0;
    if (inside && length == 0) return; /* mmap and fallocate take no empty range */

    log_operation(number, kind, place, offset, (off_t)length);
    done[kind]++;
    switch (kind) {
    case READ: do_read(offset, length); break;
    case WRITE:
    case APPEND:
        fill(number, offset, length);
        write_all(kind == APPEND ? appending : file, offset, length, kind == APPEND);
        model_write(offset, buffer, length);
        break;
    case TRUNCATE: do_truncate(offset); break;
    case MMAP_READ:
    case MMAP_WRITE: do_mmap(number, offset, length, kind == MMAP_WRITE); break;
    case FSYNC:
        if (below(2) == 0 ? fsync(file) : fdatasync(file)) fail("fsync");
        break;
    case REOPEN:
        file_close();
        file_open(path, place);
        break;
    case PUNCH: do_punch(offset, length); break;
    case KINDS: break;
    }

    struct stat status;
    if (fstat(file, &status) != 0) fail("fstat");
    expect_size("fstat", status.st_size);
}

void verify(void)
{
    struct stat status;
    if (stat(path, &status) != 0) fail("stat");
    expect_size("stat", status.st_size);
    /* One byte more than there should be, to see the end. */
    do_read(0, (size_t)model_size + 1);
}
