/* One system call for each line that comes in: what Node's own calls cannot say, and what has to be said by another process or user. */
#ifndef SYSCALLS_H
#define SYSCALLS_H

#include <stddef.h>
#include <sys/types.h>

struct call {
    const char *name;
    int arguments;
    /* Gives what the system call gives, -1 with errno where it failed. */
    long (*run)(char **a);
};

/* Each ends with an empty one. */
extern const struct call file_calls[], name_calls[], other_calls[];

long long number(const char *text);
/* The answer is these bytes instead of the number; -1 goes on as -1. */
long answer_bytes(ssize_t length);
extern char answer[1 << 17];

#endif
