/* SPDX-License-Identifier: ISC */
#include "output.h"

#include <errno.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "text/clean.h"

enum { BUFFER_BYTES = 65536, USUAL_COLS = 80, LARGEST_COLS = 10000 };

/* $COLUMNS, what the terminal says, or what is usual. */
static size_t
find_width(int fd)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long asked;

	if (columns) {
		asked = strtol(columns, NULL, 10);
		if (asked > 0 && asked <= LARGEST_COLS)
			return (size_t)asked;
	}
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return USUAL_COLS;
}

void
output_init(struct output *out, int fd)
{
	*out = (struct output){ .fd = fd };
	out->is_terminal = isatty(fd);
	out->is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	if (out->is_terminal) {
		out->clean |= CLEAN_TERMINAL;
		out->width_cols = find_width(fd);
	}
	if (!out->is_utf8)
		out->clean |= CLEAN_ASCII;
}

static bool
wants_color(const struct output *out)
{
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	return out->is_terminal && !(no_color && *no_color) && term && *term &&
	    strcmp(term, "dumb") != 0;
}

void
output_set_color(struct output *out, enum output_color when)
{
	out->has_color = when == OUTPUT_COLOR_ALWAYS ||
	    (when == OUTPUT_COLOR_AUTO && wants_color(out));
}

static void
write_all(struct output *out, const char *bytes, size_t len)
{
	while (len > 0 && !out->failure) {
		ssize_t written = write(out->fd, bytes, len);

		if (written < 0) {
			if (errno != EINTR)
				out->failure = errno;
			continue;
		}
		bytes += written;
		len -= (size_t)written;
	}
}

void
output_add(struct output *out, const char *bytes, size_t len)
{
	if (!out->buffer)
		out->buffer = mem_alloc(BUFFER_BYTES);
	if (len > BUFFER_BYTES - out->len) {
		write_all(out, out->buffer, out->len);
		out->len = 0;
	}
	if (len > BUFFER_BYTES) {
		write_all(out, bytes, len);
		return;
	}
	if (len)
		memcpy(out->buffer + out->len, bytes, len);
	out->len += len;
}

void
output_add_text(struct output *out, const char *text, size_t len)
{
	struct str cleaned;

	if (clean_is_plain(text, len)) {
		output_add(out, text, len);
		return;
	}
	str_init(&cleaned, 0);
	clean_add(&cleaned, text, len, out->clean);
	output_add(out, cleaned.data, cleaned.len);
	str_clear(&cleaned);
}

void
output_add_line(void *output, enum plain_role role, const char *text,
    size_t len)
{
	static const char *const looks[] = {
		[PLAIN_TITLE] = "\x1b[1m",
		[PLAIN_HEADING] = "\x1b[1m",
		[PLAIN_LABEL] = "\x1b[2m",
	};
	struct output *out = output;
	const char *look = NULL;

	if (out->has_color && len > 0 &&
	    (size_t)role < sizeof looks / sizeof *looks)
		look = looks[role];
	if (look)
		output_add(out, look, strlen(look));
	output_add_text(out, text, len);
	if (look)
		output_add(out, "\x1b[0m", 4);
	output_add(out, "\n", 1);
}

void
output_add_part(struct output *out, enum output_look look, const char *text,
    size_t len)
{
	static const char *const looks[] = {
		[OUTPUT_NAME] = "\x1b[1m",
		[OUTPUT_LABEL] = "\x1b[2m",
		[OUTPUT_MATCH] = "\x1b[1;31m",
		[OUTPUT_ITALIC] = "\x1b[3m",
		[OUTPUT_UNDERLINE] = "\x1b[4m",
	};
	const char *sent = out->has_color ? looks[look] : NULL;
	struct str cleaned;

	if (sent)
		output_add(out, sent, strlen(sent));
	if (clean_is_plain(text, len)) {
		output_add(out, text, len);
	} else {
		str_init(&cleaned, 0);
		clean_add(&cleaned, text, len, out->clean | CLEAN_ONE_LINE);
		output_add(out, cleaned.data, cleaned.len);
		str_clear(&cleaned);
	}
	if (sent)
		output_add(out, "\x1b[0m", 4);
}

static void
add_printed(void *out, const char *bytes, size_t len)
{
	output_add(out, bytes, len);
}

struct print_sink
output_get_sink(struct output *out)
{
	unsigned clean = out->clean;

	if (!out->is_terminal)
		clean &= ~(unsigned)CLEAN_ASCII;
	return (struct print_sink){ add_printed, out, clean, out->is_utf8 };
}

void
output_flush(struct output *out)
{
	write_all(out, out->buffer, out->len);
	out->len = 0;
}

enum status
output_finish(struct output *out, struct error *err)
{
	write_all(out, out->buffer, out->len);
	free(out->buffer);
	out->buffer = NULL;
	out->len = 0;
	if (out->failure == EPIPE)
		return error_set(err, STATUS_IO, "%s", "");
	if (out->failure)
		return error_set(err, STATUS_IO, "cannot write the output: %s",
		    strerror(out->failure));
	return STATUS_OK;
}

void
output_complain(const struct output *out, const char *message)
{
	unsigned flags = CLEAN_TERMINAL | CLEAN_ONE_LINE;
	struct str line;

	if (!out->is_utf8)
		flags |= CLEAN_ASCII;
	str_init(&line, 0);
	str_add_text(&line, "ibid: ");
	clean_add(&line, message, strlen(message), flags);
	str_add_char(&line, '\n');
	while (write(STDERR_FILENO, line.data, line.len) < 0 && errno == EINTR)
		continue;
	str_clear(&line);
}
