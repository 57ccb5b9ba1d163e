/*
 * Reads lines "NAME ARGUMENT ...", separated by one space each, with %XX for any byte; does the call; answers with a line "ok VALUE" or "no ERRNO", as ENOENT. Ends with its input.
 */
#define _GNU_SOURCE
#include "syscalls.h"

#include <ctype.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_ARGUMENTS = 8 };

char answer[1 << 17];
static size_t answer_length;
static bool answers_bytes;

long long number(const char *text)
{
    return strtoll(text, NULL, 10);
}

long answer_bytes(ssize_t length)
{
    if (length < 0) return -1;
    answer_length = (size_t)length;
    answers_bytes = true;
    return 0;
}

static void decode(char *text)
{
    char *to = text;
    for (char *from = text; *from != '\0'; to++) {
        if (*from == '%') {
            char hex[3] = {from[1], from[2], '\0'};
            *to = (char)strtol(hex, NULL, 16);
            from += 3;
        } else {
            *to = *from++;
        }
    }
    *to = '\0';
}

static const struct call *find(const char *name)
{
    const struct call *const tables[] = {file_calls, name_calls, other_calls};
    for (size_t table = 0; table < sizeof tables / sizeof *tables; table++)
        for (const struct call *call = tables[table]; call->name != NULL; call++)
            if (strcmp(call->name, name) == 0) return call;
    return NULL;
}

static void reply(long result)
{
    if (result == -1 && !answers_bytes) {
        printf("no %s\n", strerrorname_np(errno));
    } else if (!answers_bytes) {
        printf("ok %ld\n", result);
    } else {
        printf("ok ");
        for (size_t at = 0; at < answer_length; at++) {
            unsigned char byte = (unsigned char)answer[at];
            if (isalnum(byte)) putchar(byte);
            else printf("%%%02x", byte);
        }
        putchar('\n');
    }
    fflush(stdout);
}

int main(void)
{
    /* A size over the limit shall be an errno and not the end. */
    signal(SIGXFSZ, SIG_IGN);
    umask(022); /* whoever runs it */
    char *line = NULL;
    size_t room = 0;
    for (ssize_t length; (length = getline(&line, &room, stdin)) > 0;) {
        line[length - 1] = '\0';
        char *words[MOST_ARGUMENTS + 1], *rest = line;
        int count = 0;
        for (char *word; count <= MOST_ARGUMENTS && (word = strsep(&rest, " ")) != NULL;) {
            decode(word);
            words[count++] = word;
        }
        const struct call *call = find(words[0]);
        answers_bytes = false;
        errno = 0;
        if (call == NULL || call->arguments != count - 1) {
            fprintf(stderr, "syscalls: no call %s of %d arguments\n", words[0], count - 1);
            return 2;
        }
        reply(call->run(words + 1));
    }
    return 0;
}
