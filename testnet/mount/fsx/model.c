#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "fsx.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

off_t model_size;
uint8_t *model;
/* Which operation last changed each byte: the first thing one asks of a wrong one. */
static uint32_t *changed_by;
static int local = -1;

void model_open(void)
{
    model = calloc((size_t)options.most_bytes, 1);
    changed_by = calloc((size_t)options.most_bytes, sizeof *changed_by);
    if (model == NULL || changed_by == NULL) fail("calloc");
    if (options.local == NULL) return;
    local = open(options.local, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (local < 0) fail("open of the local file");
}

static void note(off_t offset, off_t length)
{
    for (off_t at = offset; at < offset + length; at++) changed_by[at] = (uint32_t)log_number();
}

static void local_write(const uint8_t *bytes, size_t length, off_t offset)
{
    if (local >= 0 && pwrite(local, bytes, length, offset) != (ssize_t)length) fail("pwrite to the local file");
}

void model_write(off_t offset, const uint8_t *bytes, size_t length)
{
    if (length == 0) return;
    memcpy(model + offset, bytes, length);
    note(offset, (off_t)length);
    if (offset + (off_t)length > model_size) model_size = offset + (off_t)length;
    local_write(bytes, length, offset);
}

void model_resize(off_t size)
{
    off_t from = size < model_size ? size : model_size;
    off_t to = size < model_size ? model_size : size;
    memset(model + from, 0, (size_t)(to - from));
    note(from, to - from);
    model_size = size;
    if (local >= 0 && ftruncate(local, size) != 0) fail("ftruncate of the local file");
}

void model_zero(off_t offset, off_t length)
{
    off_t end = offset + length < model_size ? offset + length : model_size;
    if (end <= offset) return;
    memset(model + offset, 0, (size_t)(end - offset));
    note(offset, end - offset);
    local_write(model + offset, (size_t)(end - offset), offset);
}

static void print_bytes(const char *label, const uint8_t *bytes, size_t length)
{
    fprintf(stderr, "%s", label);
    for (size_t at = 0; at < length && at < 16; at++) fprintf(stderr, " %02x", bytes[at]);
    fprintf(stderr, "\n");
}

void expect_bytes(const char *how, off_t offset, const uint8_t *found, size_t length)
{
    const uint8_t *expected = model + offset;
    if (memcmp(expected, found, length) == 0) return;
    size_t first = 0, last = length - 1, wrong = 0;
    while (expected[first] == found[first]) first++;
    while (expected[last] == found[last]) last--;
    for (size_t at = first; at <= last; at++) wrong += expected[at] != found[at];
    off_t at = offset + (off_t)first;
    fprintf(stderr, "fsx: wrong bytes by %s at operation %ld: %zu of them, offsets %jd to %jd\n", how, log_number(),
            wrong, (intmax_t)at, (intmax_t)(offset + (off_t)last));
    fprintf(stderr, "offset %jd, last changed by operation %u:\n", (intmax_t)at, changed_by[at]);
    print_bytes("  expected", expected + first, length - first);
    print_bytes("  found   ", found + first, length - first);
    log_print();
    exit(EXIT_MISMATCH);
}

void expect_size(const char *how, off_t found)
{
    if (found == model_size) return;
    fprintf(stderr, "fsx: wrong size by %s at operation %ld: expected %jd, found %jd\n", how, log_number(),
            (intmax_t)model_size, (intmax_t)found);
    log_print();
    exit(EXIT_MISMATCH);
}

void expect_local(void)
{
    if (local < 0) return;
    struct stat status;
    if (fstat(local, &status) != 0) fail("fstat of the local file");
    expect_size("fstat of the local file", status.st_size);
    uint8_t *bytes = malloc((size_t)model_size + 1);
    if (bytes == NULL || pread(local, bytes, (size_t)model_size, 0) != model_size) fail("pread of the local file");
    expect_bytes("pread of the local file", 0, bytes, (size_t)model_size);
    free(bytes);
}
