#pragma once
#define NCURSES_WIDECHAR 1
/* As the compiler's own modules of the C library have it: their structures must not differ from the ones seen here. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* Macros and globals that the importer cannot see, as functions. */

/* The screen on standard input and output; NULL where the terminal is unknown (initscr would end the process). */
static inline WINDOW *sc_open_screen(void) { return newterm(NULL, stdout, stdin) ? stdscr : NULL; }

static inline int sc_colors(void) { return COLORS; }
static inline int sc_color_pairs(void) { return COLOR_PAIRS; }
static inline int sc_key_f(int number) { return KEY_F(number); }

static inline attr_t sc_attributes(int bold, int dim, int underline, int reverse) {
    return (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (underline ? A_UNDERLINE : 0) | (reverse ? A_REVERSE : 0);
}

/* Puts one character with its combining marks, zero-terminated, at a place. */
static inline int sc_put(WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes, short pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

/* A string capability of the terminal; NULL where it has none. */
static inline const char *sc_string_capability(const char *name) {
    char *text = tigetstr((char *)name);
    return text == (char *)-1 ? NULL : text;
}

static inline const char *sc_codeset(void) { return nl_langinfo(CODESET); }

static inline int sc_window_size(int file, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

/* Whether the other end of the terminal is gone. */
static inline int sc_is_hung_up(int file) {
    struct pollfd question = {.fd = file, .events = POLLIN};
    return poll(&question, 1, 0) > 0 && (question.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

/*
 * Signals as octets in a pipe: a handler writes each one's number there. Blocked signals and a signalfd do not do, since
 * the dispatch library parks the main thread with every signal let through. Used by SignalPipe.swift alone, which so has
 * the one state.
 */
static inline int *sc_signal_pipe_ends(void) {
    static int ends[2] = {-1, -1};
    return ends;
}

static inline void sc_signal_catch(int signal) {
    int saved = errno;
    unsigned char octet = (unsigned char)signal;
    /* A pipe that is full holds enough of them already. */
    ssize_t written = write(sc_signal_pipe_ends()[1], &octet, 1);
    (void)written;
    errno = saved;
}

/* Opens the pipe and answers its end to read from; -1 on failure. */
static inline int sc_signal_pipe_open(void) {
    return pipe2(sc_signal_pipe_ends(), O_NONBLOCK | O_CLOEXEC) == 0 ? sc_signal_pipe_ends()[0] : -1;
}

static inline void sc_signal_pipe_take(int signal) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = sc_signal_catch;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

static inline int sc_signal_is_ignored(int signal) {
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static inline void sc_signal_ignore(int number) { signal(number, SIG_IGN); }
static inline void sc_signal_default(int number) { signal(number, SIG_DFL); }

/* The next signal in the pipe; 0 for none. */
static inline int sc_signal_pipe_next(void) {
    unsigned char octet = 0;
    return read(sc_signal_pipe_ends()[0], &octet, 1) == 1 ? octet : 0;
}

/*
 * The rescue of the terminal from a crash: a handler that does nothing but what POSIX allows in one (write, tcsetattr,
 * sigaction, raise). Used by CrashRescue.swift alone: each file that calls these functions has a state of its own.
 */
enum { sc_rescue_count = 6, sc_rescue_room = 512 };
struct sc_rescue_state {
    volatile sig_atomic_t armed;
    size_t length;
    char reset[sc_rescue_room];
    struct termios modes;
    struct sigaction before[sc_rescue_count];
    char stack[65536];
};
/* Statics inside functions: the importer leaves out those of the file. */
static inline struct sc_rescue_state *sc_rescue(void) {
    static struct sc_rescue_state state;
    return &state;
}
static inline int sc_rescue_signal(int index) {
    static const int signals[sc_rescue_count] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};
    return signals[index];
}

static inline void sc_rescue_terminal(void) {
    if (!sc_rescue()->armed) return;
    sc_rescue()->armed = 0;
    size_t done = 0;
    while (done < sc_rescue()->length) {
        ssize_t written = write(STDOUT_FILENO, sc_rescue()->reset + done, sc_rescue()->length - done);
        if (written <= 0) break;
        done += (size_t)written;
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &sc_rescue()->modes);
}

/* Gives the terminal back, then lets the signal do what it would have done without us. */
static inline void sc_rescue_catch(int signal) {
    int saved = errno;
    sc_rescue_terminal();
    for (int index = 0; index < sc_rescue_count; index++)
        if (sc_rescue_signal(index) == signal) sigaction(signal, &sc_rescue()->before[index], NULL);
    errno = saved;
    raise(signal);
}

/* Remembers the terminal's present modes; to be called before ncurses changes them. */
static inline int sc_rescue_remember_modes(void) { return tcgetattr(STDIN_FILENO, &sc_rescue()->modes); }

/* Arms the handler with what it writes, at most sc_rescue_room octets. A stack of its own serves stack overflows. */
static inline void sc_rescue_arm(const char *reset, size_t length) {
    sc_rescue()->length = length < sc_rescue_room ? length : sc_rescue_room;
    memcpy(sc_rescue()->reset, reset, sc_rescue()->length);
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
        stack.ss_sp = sc_rescue()->stack;
        stack.ss_size = sizeof sc_rescue()->stack;
        stack.ss_flags = 0;
        sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = sc_rescue_catch;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < sc_rescue_count; index++)
        sigaction(sc_rescue_signal(index), &action, &sc_rescue()->before[index]);
    sc_rescue()->armed = 1;
}

/* Puts the former handlers back. */
static inline void sc_rescue_disarm(void) {
    if (!sc_rescue()->armed) return;
    sc_rescue()->armed = 0;
    for (int index = 0; index < sc_rescue_count; index++)
        sigaction(sc_rescue_signal(index), &sc_rescue()->before[index], NULL);
}
