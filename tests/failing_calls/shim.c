/* Stands between the program and the system: notes every call that changes something under one folder, and lets the
 * chosen ones fail or take their time. Loaded with LD_PRELOAD by the test beside it.
 *
 *   SHIM_FOLDER  calls on paths below this folder count, all others pass
 *   SHIM_LOG     every counted call is noted here, one a line: what, where
 *   SHIM_CALL    which call is chosen: open, write, fsync, rename, mkdir, flock, ftruncate, link
 *   SHIM_ERROR   errno with which it fails; 0 for none
 *   SHIM_FIRST   the first one of its kind that fails, from 1 on
 *   SHIM_COUNT   how many fail from there on; 0 for all that follow
 *   SHIM_UNTIL   they fail only as long as this file does not exist
 *   SHIM_SLEEP   milliseconds that each chosen call takes before anything else
 *   SHIM_CLOCK   a file with the seconds since 1970 that the clock of the wall shows
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int counted;

static long number(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

static void note(const char *call, const char *path) {
    const char *log = getenv("SHIM_LOG");
    if (!log) return;
    int file = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0) return;
    char line[PATH_MAX + 32];
    int length = snprintf(line, sizeof line, "%s %s\n", call, path);
    if (REAL(write)(file, line, (size_t)length) != length) { /* the test will miss it */ }
    close(file);
}

/* The errno with which this call has to fail, or 0. */
static int fate(const char *call, const char *path) {
    const char *folder = getenv("SHIM_FOLDER");
    if (!folder || strncmp(path, folder, strlen(folder)) != 0) return 0;
    int saved = errno, error = 0;
    note(call, path);
    const char *chosen = getenv("SHIM_CALL");
    if (chosen && strcmp(chosen, call) == 0) {
        long rest = number("SHIM_SLEEP");
        if (rest) {
            struct timespec pause = {rest / 1000, rest % 1000 * 1000000};
            nanosleep(&pause, NULL);
        }
        long index = atomic_fetch_add(&counted, 1) + 1, first = number("SHIM_FIRST"), count = number("SHIM_COUNT");
        const char *until = getenv("SHIM_UNTIL");
        int over = until && access(until, F_OK) == 0;
        if (!over && index >= first && (count == 0 || index < first + count)) error = (int)number("SHIM_ERROR");
    }
    errno = saved;
    return error;
}

static int fate_of_file(const char *call, int file) {
    char name[64], path[PATH_MAX];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fate(call, path);
}

#define FAIL_IF(error) do { int failed = (error); if (failed) { errno = failed; return -1; } } while (0)

ssize_t write(int file, const void *bytes, size_t count) {
    FAIL_IF(fate_of_file("write", file));
    return REAL(write)(file, bytes, count);
}

int fsync(int file) {
    FAIL_IF(fate_of_file("fsync", file));
    return REAL(fsync)(file);
}

int ftruncate64(int file, off64_t length) {
    FAIL_IF(fate_of_file("ftruncate", file));
    return REAL(ftruncate64)(file, length);
}

int flock(int file, int operation) {
    if (operation & LOCK_EX) FAIL_IF(fate_of_file("flock", file));
    return REAL(flock)(file, operation);
}

int rename(const char *from, const char *to) {
    FAIL_IF(fate("rename", to));
    return REAL(rename)(from, to);
}

int linkat(int a, const char *from, int b, const char *to, int flags) {
    FAIL_IF(fate("link", to));
    return REAL(linkat)(a, from, b, to, flags);
}

int mkdir(const char *path, mode_t mode) {
    FAIL_IF(fate("mkdir", path));
    return REAL(mkdir)(path, mode);
}

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, va_list rest) {
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    if (flags & (O_WRONLY | O_RDWR)) FAIL_IF(fate("open", path));
    return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int file = opened(REAL(open), path, flags, rest);
    va_end(rest);
    return file;
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int file = opened(REAL(open64), path, flags, rest);
    va_end(rest);
    return file;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = REAL(clock_gettime)(clock, time);
    const char *name = getenv("SHIM_CLOCK");
    if (clock == CLOCK_REALTIME && name) {
        int saved = errno, file = REAL(open)(name, O_RDONLY);
        char text[32] = {0};
        if (file >= 0 && read(file, text, sizeof text - 1) > 0) time->tv_sec = atol(text);
        if (file >= 0) close(file);
        errno = saved;
    }
    return result;
}
