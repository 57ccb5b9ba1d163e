#include "fsx.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const kind_names[KINDS] = {"read",       "write", "append", "truncate", "mmap-read",
                                       "mmap-write", "fsync", "reopen", "punch"};

struct entry {
    long number;
    enum kind kind;
    int place;
    off_t offset, length, size_before;
};

/* A ring of the last ones. */
static struct entry *entries;
static long count;

void log_operation(long number, enum kind kind, int place, off_t offset, off_t length)
{
    if (entries == NULL) entries = calloc((size_t)options.logged, sizeof *entries);
    if (entries == NULL) exit(EXIT_FAILED);
    entries[count++ % options.logged] = (struct entry){number, kind, place, offset, length, model_size};
}

long log_number(void)
{
    return count == 0 ? 0 : entries[(count - 1) % options.logged].number;
}

void log_print(void)
{
    long first = count > options.logged ? count - options.logged : 0;
    fprintf(stderr, "the last %ld operations, of the size before each:\n", count - first);
    for (long at = first; at < count; at++) {
        const struct entry *e = &entries[at % options.logged];
        fprintf(stderr, "%8ld  folder %d  %-10s  offset %-10jd length %-8jd size %jd\n", e->number, e->place + 1,
                kind_names[e->kind], (intmax_t)e->offset, (intmax_t)e->length, (intmax_t)e->size_before);
    }
}

void fail(const char *call)
{
    fprintf(stderr, "fsx: %s failed at operation %ld: %s\n", call, log_number(), strerror(errno));
    log_print();
    exit(EXIT_FAILED);
}
