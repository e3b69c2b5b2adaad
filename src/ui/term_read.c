/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "base/clock.h"
#include "term_private.h"
#include "term_signal.h"

/* What comes: bytes and signals, waited for in one place. */
enum { ESCAPE_MS = 50, SEQUENCE_MS = 250, PASTE_MS = 2000 };

/* What a signal asks for; false where nothing is left for the caller. */
static bool
take_signal(struct term *t, struct key_event *out)
{
	*out = (struct key_event){ .key = KEY_RESIZED };
	if (signal_get_end()) {
		*out = (struct key_event){ .key = KEY_HANG_UP,
			.signal = signal_get_end() };
		return true;
	}
	if (signal_take_stop()) {
		term_stop(t, false);
		return true;
	}
	if (signal_take_continue()) {
		term_take_again(t);
		return true;
	}
	if (!signal_take_resize())
		return false;
	term_update_size(t);
	return true;
}

/* How long bytes that may go on, or a paste, still wait; -1: none does. */
static int
get_wait_ms(const struct term *t)
{
	int64_t passed_ms;
	int wait_ms;

	if (input_is_waiting(&t->input))
		wait_ms = t->input.len == 1 ? ESCAPE_MS : SEQUENCE_MS;
	else if (t->input.is_pasting)
		wait_ms = PASTE_MS;
	else
		return -1;
	passed_ms = (clock_now_us() - t->read_at_us) / 1000;
	return passed_ms >= wait_ms ? 0 : wait_ms - (int)passed_ms;
}

/* False at the end of the input. */
static bool
read_bytes(struct term *t)
{
	struct input *in = &t->input;
	ssize_t count = read(STDIN_FILENO, in->bytes + in->len,
	    input_get_room(in));

	t->read_at_us = clock_now_us();
	if (count > 0)
		in->len += (size_t)count;
	return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

/* -1: nothing came; 0: the end of the input; 1: there may be more now. */
static int
wait_for_bytes(struct term *t, int timeout_ms)
{
	struct pollfd fds[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = t->wake_fd, .events = POLLIN },
	};
	int count = poll(fds, t->wake_fd >= 0 ? 2 : 1, timeout_ms);

	if (count < 0)
		return errno == EINTR ? 1 : 0;
	if (count == 0)
		return -1;
	if (fds[1].revents)
		signal_drain();
	if (fds[0].revents)
		return read_bytes(t) ? 1 : 0;
	return 1;
}

static bool
take_late(struct term *t, struct key_event *out)
{
	if (input_is_waiting(&t->input))
		return input_next(&t->input, out, true);
	input_end_paste(&t->input, out);
	return true;
}

/* What need not be before the first screen is there. */
static void
get_ready(struct term *t)
{
	t->wake_fd = signal_open();
	t->is_ready = true;
	term_send_modes(t, true);
}

struct key_event
term_read_key(struct term *t, int timeout_ms)
{
	struct key_event event;

	if (!t->is_ready)
		get_ready(t);
	for (;;) {
		int wait_ms, came;

		if (take_signal(t, &event) ||
		    input_next(&t->input, &event, false))
			return event;
		wait_ms = get_wait_ms(t);
		if (wait_ms == 0 && take_late(t, &event))
			return event;
		if (wait_ms < 0 || (timeout_ms >= 0 && timeout_ms < wait_ms))
			came = wait_for_bytes(t, timeout_ms);
		else
			came = wait_for_bytes(t, wait_ms) ? 1 : 0;
		if (came < 0)
			return (struct key_event){ .key = KEY_NONE_YET };
		if (came == 0 && !signal_get_end())
			return (struct key_event){ .key = KEY_HANG_UP };
	}
}

bool
term_has_key(struct term *t)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };

	return input_is_waiting(&t->input) || poll(&fd, 1, 0) > 0;
}
