/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lab.h"
#include "unit.h"

/* What is copied, where it leaves ibid: clipboard, file, bare screen. */
enum { WAIT = SCREEN_PATIENCE_MS };

struct copied {
	char folder[1024], path[1100];
	char runtime[1100];
};

static void
name_file(struct copied *c, struct lab *lab)
{
	lab_path(lab, c->folder, sizeof c->folder, "run");
	mkdir(c->folder, 0700);
	snprintf(c->path, sizeof c->path, "%s/ibid-copied.txt", c->folder);
	snprintf(c->runtime, sizeof c->runtime, "XDG_RUNTIME_DIR=%s",
	    c->folder);
	unlink(c->path);
}

static struct screen *
start(struct lab *lab, struct copied *c, const char *term, const char *more)
{
	const char *environment[] = { c->runtime, more, NULL };
	struct screen_options options = { .term = term, .more = environment };
	const char *where[] = { "overview", NULL };
	struct screen *s;

	name_file(c, lab);
	s = lab_start(lab, &options, where);
	screen_wait_for(s, "? help", WAIT);
	return s;
}

/* The digits of a line's text, decoded; the caller's. */
static char *
decode(const char *digits, size_t len)
{
	static const char all[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char *text = calloc(1, len + 1), *out = text;
	unsigned bits = 0, count = 0;

	for (size_t i = 0; i < len && digits[i] != '='; i++) {
		const char *digit = strchr(all, digits[i]);

		assert_non_null(digit);
		bits = bits << 6 | (unsigned)(digit - all);
		count += 6;
		if (count >= 8) {
			count -= 8;
			*out++ = (char)(bits >> count & 0xFF);
		}
	}
	return text;
}

/* What was sent last to the clipboard; NULL: nothing. */
static char *
find_sent(struct screen *s)
{
	static const char begin[] = "\033]52;c;";
	size_t len;
	const char *raw = screen_get_raw(s, &len), *found = NULL;
	const char *end;

	for (size_t i = 0; i + sizeof begin < len; i++) {
		if (memcmp(raw + i, begin, sizeof begin - 1) == 0)
			found = raw + i + sizeof begin - 1;
	}
	if (!found)
		return NULL;
	end = memchr(found, '\a', (size_t)(raw + len - found));
	return end ? decode(found, (size_t)(end - found)) : NULL;
}

static char *
read_file(const char *path)
{
	char *text = calloc(1, 65536);
	FILE *f = fopen(path, "r");

	if (!f) {
		free(text);
		return NULL;
	}
	text[fread(text, 1, 65535, f)] = '\0';
	fclose(f);
	return text;
}

static void
what_is_copied_goes_to_the_clipboard_and_to_a_file_of_ones_own(void **state)
{
	struct lab *lab = *state;
	struct copied c;
	struct screen *s = start(lab, &c, NULL, NULL);
	char *sent, *kept;
	struct stat st;

	screen_send(s, "y y");
	screen_wait_for(s, "Copied the line (Y shows it, ", WAIT);
	sent = find_sent(s);
	kept = read_file(c.path);
	screen_expect(s, sent && kept && sent[0] && strcmp(sent, kept) == 0,
	    "the clipboard has \"%s\", the file \"%s\"", sent ? sent : "-",
	    kept ? kept : "-");
	assert_int_equal(stat(c.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	free(sent);
	free(kept);
	lab_quit(lab);
}

static void
a_terminal_without_a_clipboard_is_sent_nothing(void **state)
{
	static const char *const terms[] = { "linux", "vt100", "ansi" };
	struct lab *lab = *state;

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct copied c;
		struct screen *s = start(lab, &c, terms[i], NULL);
		char *sent, *kept;

		screen_send(s, "y y");
		screen_wait_for(s, "This terminal has no clipboard, kept",
		    WAIT);
		sent = find_sent(s);
		screen_expect(s, !sent, "%s is sent nothing", terms[i]);
		kept = read_file(c.path);
		screen_expect(s, kept && kept[0], "the file has it");
		free(kept);
		lab_quit(lab);
	}
}

/* Nothing is written, and no program is run. */
static void
where_writing_is_forbidden_only_the_clipboard_is_left(void **state)
{
	struct lab *lab = *state;
	struct copied c;
	struct screen *s = start(lab, &c, NULL, "IBID_SECURE=1");
	char *sent;

	screen_send(s, "y y");
	screen_wait_for(s, "Copied the line (Y shows it): ", WAIT);
	sent = find_sent(s);
	screen_expect(s, sent && sent[0], "the clipboard has it");
	assert_int_not_equal(access(c.path, F_OK), 0);
	free(sent);
	screen_send(s, "e");
	screen_wait_for(s, "Nothing is written: IBID_SECURE is set.", WAIT);
	lab_quit(lab);
}

static void
a_screen_with_nothing_else_shows_what_was_copied_until_a_key(void **state)
{
	struct lab *lab = *state;
	struct copied c;
	struct screen *s = start(lab, &c, NULL, NULL);
	char *kept, *text;
	size_t len;

	screen_send(s, "y y");
	screen_wait_for(s, "Copied the line", WAIT);
	kept = read_file(c.path);
	screen_send(s, "Y");
	screen_wait_gone(s, "Contents", WAIT);
	text = screen_get_text(s);
	len = kept ? strlen(kept) : 0;
	screen_expect(s,
	    len > 0 && strncmp(text, kept, len) == 0 &&
		strspn(text + len, "\n ") == strlen(text + len),
	    "\"%s\" stands there alone", kept);
	/* The key is not a command. */
	screen_send(s, "F");
	screen_wait_for(s, "? help", WAIT);
	screen_expect(s, !screen_has(s, "Figures with"), "no other view");
	free(text);
	free(kept);
	lab_quit(lab);
}

/* ---- tmux ---- */

static bool
has_tmux(void)
{
	return system("tmux -V >/dev/null 2>&1") == 0;
}

static bool
ask_tmux(char *out, size_t size, const char *socket, const char *command)
{
	char line[2048];
	size_t len = 0;
	FILE *f;

	snprintf(line, sizeof line, "tmux -S %s %s 2>/dev/null", socket,
	    command);
	f = popen(line, "r");
	if (f) {
		len = fread(out, 1, size - 1, f);
		pclose(f);
	}
	out[len] = '\0';
	return len > 0;
}

/* As nobody set it up: neither form of the sequence is heeded. */
static void
tmux_has_it_in_its_buffer(void **state)
{
	struct lab *lab = *state;
	struct copied c;
	char socket[1024], buffer[4096] = "", *kept;
	const char *argv[] = { "tmux", "-S", socket, "-f", "/dev/null",
		"new-session", lab->ibid, "-d", lab->collection, "overview",
		NULL };
	struct screen_options options = { 0 };
	const char *environment[] = { c.runtime, NULL };
	struct screen *s;

	if (!has_tmux())
		skip();
	name_file(&c, lab);
	lab_path(lab, socket, sizeof socket, "tmux");
	options.more = environment;
	s = lab_start_program(lab, &options, argv);
	screen_wait_for(s, "? help", WAIT);
	screen_send(s, "y y");
	screen_wait_for(s, "Copied the line", WAIT);
	kept = read_file(c.path);
	ask_tmux(buffer, sizeof buffer, socket, "show-buffer");
	screen_expect(s, kept && kept[0] && strcmp(buffer, kept) == 0,
	    "tmux has \"%s\"", buffer);
	free(kept);
	screen_send(s, "Q");
	screen_wait_end(s, WAIT);
	ask_tmux(buffer, sizeof buffer, socket, "kill-server");
}

static void
write_program(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, 0700), 0);
}

/* As over ssh, where another tmux may run that is not on this terminal. */
static void
a_tmux_that_is_elsewhere_is_sent_the_sequence(void **state)
{
	struct lab *lab = *state;
	struct copied c;
	char program[1100], path[4096], *sent;
	const char *environment[] = { c.runtime, path, "TMUX=", NULL };
	const char *where[] = { "overview", NULL };
	struct screen_options options = { .term = "tmux-256color",
		.more = environment };
	struct screen *s;

	name_file(&c, lab);
	snprintf(program, sizeof program, "%s/tmux", c.folder);
	write_program(program, "#!/bin/sh\nexec cat >/dev/null\n");
	snprintf(path, sizeof path, "PATH=%s:%s", c.folder, getenv("PATH"));
	s = lab_start(lab, &options, where);
	screen_wait_for(s, "? help", WAIT);
	screen_send(s, "y y");
	screen_wait_for(s, "Copied the line", WAIT);
	sent = find_sent(s);
	screen_expect(s, sent && sent[0], "the terminal is sent it");
	free(sent);
	lab_quit(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
		    what_is_copied_goes_to_the_clipboard_and_to_a_file_of_ones_own,
		    lab_clean),
		cmocka_unit_test_teardown(
		    a_terminal_without_a_clipboard_is_sent_nothing, lab_clean),
		cmocka_unit_test_teardown(
		    where_writing_is_forbidden_only_the_clipboard_is_left,
		    lab_clean),
		cmocka_unit_test_teardown(
		    a_screen_with_nothing_else_shows_what_was_copied_until_a_key,
		    lab_clean),
		cmocka_unit_test_teardown(tmux_has_it_in_its_buffer, lab_clean),
		cmocka_unit_test_teardown(
		    a_tmux_that_is_elsewhere_is_sent_the_sequence, lab_clean),
	};

	return cmocka_run_group_tests(tests, lab_open, lab_close);
}
