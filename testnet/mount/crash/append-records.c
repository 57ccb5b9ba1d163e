/*
 * append-records FILE FIRST LENGTH: cuts FILE to LENGTH bytes, appends record after record from number FIRST on, and after the fsync of each writes its number in a line to standard output. It ends
 * with its input, or killed. records.ts says what a record is.
 */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include <endian.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { HEADER = 12, MOST_PAYLOAD = 20000 };

static uint8_t record[HEADER + MOST_PAYLOAD];

static uint32_t fnv1a(uint32_t hash, const uint8_t *bytes, size_t length)
{
    for (size_t at = 0; at < length; at++) hash = (hash ^ bytes[at]) * 16777619u;
    return hash;
}

static void put32(uint8_t *to, uint32_t value)
{
    for (int at = 0; at < 4; at++) to[at] = (uint8_t)(value >> (8 * at));
}

/* The number says everything of a record: its length, from some bytes to some pages, and its bytes. */
static size_t make_record(uint32_t number)
{
    uint32_t length = number * 2654435761u % MOST_PAYLOAD + 1;
    uint32_t state = number + 1;
    for (uint32_t at = 0; at < length; at++) {
        state = state * 1664525u + 1013904223u;
        record[HEADER + at] = (uint8_t)(state >> 24);
    }
    put32(record, number);
    put32(record + 4, length);
    put32(record + 8, fnv1a(fnv1a(2166136261u, record, 8), record + HEADER, length));
    return HEADER + length;
}

static void fail(const char *call)
{
    perror(call);
    exit(1);
}

int main(int argc, char **argv)
{
    if (argc != 4) return 2;
    int file = open(argv[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) fail("open");
    off_t end = atoll(argv[3]);
    if (ftruncate(file, end) != 0) fail("ftruncate");

    for (uint32_t number = (uint32_t)atoll(argv[2]);; number++) {
        struct pollfd input = {0, POLLIN, 0};
        if (poll(&input, 1, 0) != 0) return 0;
        size_t length = make_record(number);
        for (size_t written = 0; written < length;) {
            ssize_t count = pwrite(file, record + written, length - written, end + (off_t)written);
            if (count <= 0) fail("pwrite");
            written += (size_t)count;
        }
        end += (off_t)length;
        if (fsync(file) != 0) fail("fsync");
        char line[16];
        int told = snprintf(line, sizeof line, "%u\n", number);
        /* At once and in one step: what a killed writer had not told was not promised. */
        if (write(1, line, (size_t)told) != told) return 0;
    }
}
