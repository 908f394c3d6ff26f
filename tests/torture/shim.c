/* SPDX-License-Identifier: MIT
 *
 * Preloaded into a process that works on a vault. Once armed it numbers every call that changes
 * something under one folder, and at a chosen number kills the process or lets the disk be full.
 * It can log all of them with their bytes, so that a power loss can be replayed.
 *
 * A record of the log: seven 64-bit numbers (kind, call, call that takes room, inode, offset or
 * length, size of the first text, size of the second), then the two texts. Kinds: C create, W write, S sync of a file, D sync of a folder, T truncate,
 * R rename, L link, U unlink, M make a folder, X remove one, A a line on the standard output,
 * N a call that changed nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT, KILL, TEAR, FULL, FULL_ONCE, FULL_SHORT };

static char folder[PATH_MAX];
static size_t folder_length;
static int armed, log_fd = -1;
static enum mode mode;
static long point, calls, rooms;
static int permille;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

#define NEXT(name) ((__typeof__(&name))next(#name))

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

void torture_arm(const char *under, int how, long at, int part, const char *log) {
    snprintf(folder, sizeof folder, "%s", under);
    folder_length = strlen(folder);
    mode = how;
    point = at;
    permille = part;
    calls = rooms = 0;
    log_fd = *log ? NEXT(open)(log, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600) : -1;
    armed = 1;
}

/* 1 when there is room from now on; a disk that is full to the end stays so. */
int torture_make_room(void) {
    if (mode != FULL_ONCE && mode != FULL_SHORT) return 0;
    armed = 0;
    return 1;
}

long torture_calls(void) { return calls; }
long torture_rooms(void) { return rooms; }

static int under(const char *path) {
    return strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || !path[folder_length]);
}

/* The absolute path that a call means; 1 when it lies under the folder. */
static int meant(int at, const char *path, char *out) {
    char base[PATH_MAX], link[64];
    if (!armed) return 0;
    if (*path == '/') {
        snprintf(out, PATH_MAX, "%s", path);
        return under(out);
    }
    if (at == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t size = readlink(link, base, sizeof base - 1);
    if (size < 0) return 0;
    base[size] = 0;
    if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return 0;
    return under(out);
}

static int held(int fd, char *out) {
    char link[64];
    if (!armed) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, out, PATH_MAX - 1);
    if (size < 0) return 0;
    out[size] = 0;
    return under(out);
}

static void put(const void *bytes, size_t size) {
    const char *from = bytes;
    while (size) {
        ssize_t done = NEXT(write)(log_fd, from, size);
        if (done <= 0) raise(SIGABRT);
        from += done;
        size -= done;
    }
}

static void note(char kind, uint64_t inode, uint64_t place, const void *a, size_t as, const char *b) {
    if (log_fd < 0) return;
    int kept = errno;
    uint64_t head[7] = {(unsigned char)kind, calls, rooms, inode, place, as, b ? strlen(b) : 0};
    put(head, sizeof head);
    put(a, as);
    if (b) put(b, strlen(b));
    errno = kept;
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Number a call. 0: go on. Otherwise errno is set and the call has to fail; -2 asks for a torn
 * write, which the caller ends with `torn`. */
static int counted(int room, int is_write) {
    calls++;
    if (room) rooms++;
    switch (mode) {
    case COUNT:
        return 0;
    case KILL:
        if (calls == point) die();
        return 0;
    case TEAR:
        if (calls != point) return 0;
        if (!is_write) die();
        return -2;
    case FULL_SHORT:
        if (room && rooms == point && is_write) return -2;
        /* fall through */
    case FULL:
        if (!room || rooms < point) return 0;
        errno = ENOSPC;
        return -1;
    case FULL_ONCE:
        if (!room || rooms != point) return 0;
        errno = ENOSPC;
        return -1;
    }
    return 0;
}

static size_t part_of(size_t size) {
    size_t part = size * permille / 1000;
    return part ? part : size / 2;
}

static ssize_t torn(ssize_t done) {
    if (mode == TEAR) die();
    if (done > 0) return done;
    errno = ENOSPC;
    return -1;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) == 0 ? found.st_ino : 0;
}

static uint64_t size_of(int fd) {
    struct stat found;
    return fstat(fd, &found) == 0 ? found.st_size : 0;
}

static uint64_t place_of(int fd) {
    return fcntl(fd, F_GETFL) & O_APPEND ? size_of(fd) : (uint64_t)lseek(fd, 0, SEEK_CUR);
}

/* Opening */

static int opened(int at, const char *path, int flags, mode_t rights) {
    char whole[PATH_MAX];
    int created, fd;
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !meant(at, path, whole))
        return NEXT(openat)(at, path, flags, rights);
    pthread_mutex_lock(&guard);
    created = (flags & O_CREAT) && faccessat(at, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
    if (counted(created, 0)) fd = -1;
    else {
        fd = NEXT(openat)(at, path, flags, rights);
        if (fd >= 0 && created) note('C', inode_of(fd), 0, whole, strlen(whole), NULL);
        else if (fd >= 0 && (flags & O_TRUNC)) note('T', inode_of(fd), 0, "", 0, NULL);
        else note('N', 0, 0, whole, strlen(whole), NULL);
    }
    pthread_mutex_unlock(&guard);
    return fd;
}

#define RIGHTS(flags)                                       \
    mode_t rights = 0;                                      \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                  \
        va_list more;                                       \
        va_start(more, flags);                              \
        rights = va_arg(more, mode_t);                      \
        va_end(more);                                       \
    }

int open(const char *path, int flags, ...) { RIGHTS(flags) return opened(AT_FDCWD, path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS(flags) return opened(AT_FDCWD, path, flags | O_LARGEFILE, rights); }
int openat(int at, const char *path, int flags, ...) { RIGHTS(flags) return opened(at, path, flags, rights); }
int openat64(int at, const char *path, int flags, ...) { RIGHTS(flags) return opened(at, path, flags | O_LARGEFILE, rights); }
int creat(const char *path, mode_t rights) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, rights); }
int creat64(const char *path, mode_t rights) { return creat(path, rights); }

/* Writing */

ssize_t write(int fd, const void *bytes, size_t size) {
    char path[PATH_MAX];
    ssize_t done;
    if (armed && fd == STDOUT_FILENO) {
        done = NEXT(write)(fd, bytes, size);
        pthread_mutex_lock(&guard);
        note('A', 0, 0, bytes, size, NULL);
        pthread_mutex_unlock(&guard);
        return done;
    }
    if (!held(fd, path)) return NEXT(write)(fd, bytes, size);
    pthread_mutex_lock(&guard);
    uint64_t place = place_of(fd);
    int told = counted(1, 1);
    if (told == -2) done = torn(NEXT(write)(fd, bytes, part_of(size)));
    else done = told ? -1 : NEXT(write)(fd, bytes, size);
    if (done > 0) note('W', inode_of(fd), place, bytes, done, NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
    char path[PATH_MAX];
    ssize_t done;
    if (!held(fd, path)) return NEXT(pwrite)(fd, bytes, size, place);
    pthread_mutex_lock(&guard);
    int told = counted(1, 1);
    if (told == -2) done = torn(NEXT(pwrite)(fd, bytes, part_of(size), place));
    else done = told ? -1 : NEXT(pwrite)(fd, bytes, size, place);
    if (done > 0) note('W', inode_of(fd), place, bytes, done, NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) { return pwrite(fd, bytes, size, place); }

static void note_copied(int to, uint64_t place, int from, uint64_t start, size_t size) {
    static char bytes[1 << 20];
    while (size) {
        ssize_t got = pread(from, bytes, size < sizeof bytes ? size : sizeof bytes, start);
        if (got <= 0) return;
        note('W', inode_of(to), place, bytes, got, NULL);
        place += got;
        start += got;
        size -= got;
    }
}

ssize_t sendfile(int to, int from, off_t *start, size_t size) {
    char path[PATH_MAX];
    ssize_t done;
    if (!held(to, path)) return NEXT(sendfile)(to, from, start, size);
    pthread_mutex_lock(&guard);
    uint64_t left = size_of(from), place = place_of(to);
    uint64_t begin = start ? (uint64_t)*start : (uint64_t)lseek(from, 0, SEEK_CUR);
    if (begin >= left) {
        pthread_mutex_unlock(&guard);
        return 0;
    }
    size = size < left - begin ? size : left - begin;
    int told = counted(1, 1);
    if (told == -2) done = torn(NEXT(sendfile)(to, from, start, part_of(size)));
    else done = told ? -1 : NEXT(sendfile)(to, from, start, size);
    if (done > 0 && log_fd >= 0) note_copied(to, place, from, begin, done);
    pthread_mutex_unlock(&guard);
    return done;
}

ssize_t sendfile64(int to, int from, off64_t *start, size_t size) { return sendfile(to, from, start, size); }

/* Ways of writing that nothing here uses: refused, so that none goes by uncounted. */

ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t size, unsigned flags) {
    char path[PATH_MAX];
    if (!held(to, path)) return NEXT(copy_file_range)(from, a, to, b, size, flags);
    errno = EXDEV;
    return -1;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_MAX];
    if (!held(fd, path)) return NEXT(writev)(fd, parts, count);
    errno = EINVAL;
    return -1;
}

int fallocate(int fd, int how, off_t place, off_t size) {
    char path[PATH_MAX];
    if (!held(fd, path)) return NEXT(fallocate)(fd, how, place, size);
    errno = EOPNOTSUPP;
    return -1;
}

/* Syncing, sizes */

static int synced(int fd, int data_only) {
    char path[PATH_MAX];
    struct stat found;
    int done;
    if (!held(fd, path)) return data_only ? NEXT(fdatasync)(fd) : NEXT(fsync)(fd);
    pthread_mutex_lock(&guard);
    counted(0, 0);
    done = data_only ? NEXT(fdatasync)(fd) : NEXT(fsync)(fd);
    if (done == 0 && fstat(fd, &found) == 0)
        note(S_ISDIR(found.st_mode) ? 'D' : 'S', found.st_ino, 0, path, strlen(path), NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

int fsync(int fd) { return synced(fd, 0); }
int fdatasync(int fd) { return synced(fd, 1); }

int ftruncate(int fd, off_t size) {
    char path[PATH_MAX];
    int done;
    if (!held(fd, path)) return NEXT(ftruncate)(fd, size);
    pthread_mutex_lock(&guard);
    done = counted((uint64_t)size > size_of(fd), 0) ? -1 : NEXT(ftruncate)(fd, size);
    if (done == 0) note('T', inode_of(fd), size, "", 0, NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

/* Names */

int renameat(int from_at, const char *from, int to_at, const char *to) {
    char a[PATH_MAX], b[PATH_MAX];
    int inside = meant(from_at, from, a) | meant(to_at, to, b);
    if (!inside) return NEXT(renameat)(from_at, from, to_at, to);
    pthread_mutex_lock(&guard);
    int done = counted(0, 0) ? -1 : NEXT(renameat)(from_at, from, to_at, to);
    note(done ? 'N' : 'R', 0, 0, a, strlen(a), b);
    pthread_mutex_unlock(&guard);
    return done;
}

int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    char a[PATH_MAX], b[PATH_MAX];
    int inside = meant(from_at, from, a) | meant(to_at, to, b);
    if (!inside) return NEXT(renameat2)(from_at, from, to_at, to, flags);
    pthread_mutex_lock(&guard);
    int done = counted(0, 0) ? -1 : NEXT(renameat2)(from_at, from, to_at, to, flags);
    note(done ? 'N' : 'R', 0, 0, a, strlen(a), b);
    pthread_mutex_unlock(&guard);
    return done;
}

int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
    char a[PATH_MAX], b[PATH_MAX];
    meant(from_at, from, a);
    if (!meant(to_at, to, b)) return NEXT(linkat)(from_at, from, to_at, to, flags);
    pthread_mutex_lock(&guard);
    int done = counted(1, 0) ? -1 : NEXT(linkat)(from_at, from, to_at, to, flags);
    note(done ? 'N' : 'L', 0, 0, a, strlen(a), b);
    pthread_mutex_unlock(&guard);
    return done;
}

int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int at, const char *path, int flags) {
    char whole[PATH_MAX];
    if (!meant(at, path, whole)) return NEXT(unlinkat)(at, path, flags);
    pthread_mutex_lock(&guard);
    int done = counted(0, 0) ? -1 : NEXT(unlinkat)(at, path, flags);
    note(done ? 'N' : flags & AT_REMOVEDIR ? 'X' : 'U', 0, 0, whole, strlen(whole), NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int at, const char *path, mode_t rights) {
    char whole[PATH_MAX];
    if (!meant(at, path, whole)) return NEXT(mkdirat)(at, path, rights);
    pthread_mutex_lock(&guard);
    int done = counted(1, 0) ? -1 : NEXT(mkdirat)(at, path, rights);
    note(done ? 'N' : 'M', 0, 0, whole, strlen(whole), NULL);
    pthread_mutex_unlock(&guard);
    return done;
}

int mkdir(const char *path, mode_t rights) { return mkdirat(AT_FDCWD, path, rights); }
