/*
 * fsx [options] FOLDER: works at one file of the folder at random, the same way for the same seed, and compares it with a copy in memory. With --other, the same file is reached
 * through two folders in turn, closed before and opened after each hand-over. Ends with 0; 1: something was wrong, and the report says what; 2: usage; 3: a call failed.
 */
#define _GNU_SOURCE
#define _FILE_OFFSET_BITS 64
#include "fsx.h"

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct options options = {
    .seed = 1, .operations = 10000, .most_bytes = 256 * 1024, .most_at_once = 64 * 1024, .verify_every = 100, .logged = 20, .per_turn = 10,
};

static const char USAGE[] =
    "usage: fsx [--seed N] [--operations N] [--size BYTES] [--at-once BYTES] [--verify-every N] [--log N]\n"
    "           [--kinds read,write,append,truncate,mmap-read,mmap-write,fsync,reopen,punch] [--local FILE]\n"
    "           [--other FOLDER [--turn OPERATIONS]] FOLDER\n";

static void usage(void)
{
    fputs(USAGE, stderr);
    exit(EXIT_USAGE);
}

static long number_of(const char *text, long least)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (*text == '\0' || *end != '\0' || number < least) usage();
    return number;
}

static void turn_on(char *list)
{
    memset(options.on, 0, sizeof options.on);
    if (*list == '\0' || *list == ',') usage();
    for (char *name = strtok(list, ","); name != NULL; name = strtok(NULL, ",")) {
        int kind = 0;
        while (kind < KINDS && strcmp(name, kind_names[kind]) != 0) kind++;
        if (kind == KINDS) usage();
        options.on[kind] = true;
    }
}

/* A mapped page that the file system could not give. The report is not safe in a handler by the book; the program ends with it. */
static void on_bus_error(int signal)
{
    (void)signal;
    fprintf(stderr, "fsx: a mapped page could not be read or written (SIGBUS) at operation %ld\n", log_number());
    log_print();
    _exit(EXIT_FAILED);
}

static char *file_in(const char *folder)
{
    char *path;
    if (asprintf(&path, "%s/fsx-file", folder) < 0) exit(EXIT_FAILED);
    return path;
}

int main(int argc, char **argv)
{
    static const struct option LONG[] = {
        {"seed", 1, 0, 's'},  {"operations", 1, 0, 'n'}, {"size", 1, 0, 'b'},  {"at-once", 1, 0, 'a'}, {"verify-every", 1, 0, 'v'},
        {"log", 1, 0, 'l'},   {"kinds", 1, 0, 'k'},      {"local", 1, 0, 'c'}, {"other", 1, 0, 'o'},   {"turn", 1, 0, 't'},
        {0, 0, 0, 0},
    };
    char *paths[2] = {NULL, NULL};
    memset(options.on, 1, sizeof options.on);
    for (int option; (option = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        switch (option) {
        case 's': options.seed = (uint64_t)number_of(optarg, 0); break;
        case 'n': options.operations = number_of(optarg, 1); break;
        case 'b': options.most_bytes = number_of(optarg, 1); break;
        case 'a': options.most_at_once = (size_t)number_of(optarg, 1); break;
        case 'v': options.verify_every = number_of(optarg, 1); break;
        case 'l': options.logged = number_of(optarg, 1); break;
        case 'k': turn_on(optarg); break;
        case 'c': options.local = optarg; break;
        case 'o': paths[1] = file_in(optarg); break;
        case 't': options.per_turn = number_of(optarg, 1); break;
        default: usage();
        }
    }
    if (optind != argc - 1) usage();
    paths[0] = file_in(argv[optind]);

    chance_seed(options.seed);
    signal(SIGBUS, on_bus_error);
    model_open();
    if (unlink(paths[0]) == 0) fprintf(stderr, "fsx: an older file was there and is gone\n");

    long hand_overs = 0;
    file_open(paths[0], 0);
    for (long number = 1; number <= options.operations; number++) {
        operate(number);
        if (number % options.verify_every == 0) verify();
        if (paths[1] != NULL && number % options.per_turn == 0) {
            file_close();
            int next = (int)(++hand_overs % 2);
            file_open(paths[next], next);
            verify();
        }
    }
    verify();
    file_close();
    /* And once more as somebody who comes later. */
    file_open(paths[0], 0);
    verify();
    file_close();
    expect_local();

    printf("fsx: seed %ju, %ld operations, %ld hand-overs, size %jd:", (uintmax_t)options.seed, options.operations, hand_overs, (intmax_t)model_size);
    for (int kind = 0; kind < KINDS; kind++)
        if (options.on[kind]) printf(" %s %ld", kind_names[kind], done[kind]);
    printf("\n");
    return 0;
}
