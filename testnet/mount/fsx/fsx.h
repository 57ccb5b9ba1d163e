/* A file is worked at random, and each byte of it is known beforehand. See README.md of the folder above. */
#ifndef FSX_H
#define FSX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum kind { READ, WRITE, APPEND, TRUNCATE, MMAP_READ, MMAP_WRITE, FSYNC, REOPEN, PUNCH, KINDS };
extern const char *const kind_names[KINDS];

struct options {
    uint64_t seed;
    long operations;
    off_t most_bytes;   /* of the file */
    size_t most_at_once; /* bytes of one operation */
    long verify_every;
    long logged;
    long per_turn;      /* operations, with a second folder */
    const char *local;  /* a file on a file system that is trusted; may be null */
    bool on[KINDS];
};
extern struct options options;

/* model.c: what the file must be. */
extern off_t model_size;
extern uint8_t *model; /* most_bytes long; zero behind the size */
void model_open(void);
void model_write(off_t offset, const uint8_t *bytes, size_t length);
void model_resize(off_t size);
void model_zero(off_t offset, off_t length);
/* Ends the program with a report unless `found` is what the model says. */
void expect_bytes(const char *how, off_t offset, const uint8_t *found, size_t length);
void expect_size(const char *how, off_t found);
/* The local file, to which the same was done, must be the model too: else the model is wrong, and not what is tested. */
void expect_local(void);

/* log.c: the last operations, for a report. */
void log_operation(long number, enum kind kind, int place, off_t offset, off_t length);
long log_number(void);
void log_print(void);
/* Ends the program: a call failed that must not. */
void fail(const char *call) __attribute__((noreturn));

/* operations.c */
extern long done[KINDS];
void file_open(const char *path, int place);
void file_close(void);
void operate(long number);
/* The whole file, its size by descriptor and by name. */
void verify(void);

/* chance.c */
void chance_seed(uint64_t seed);
uint64_t below(uint64_t bound);

enum { EXIT_MISMATCH = 1, EXIT_USAGE = 2, EXIT_FAILED = 3 };

#endif
