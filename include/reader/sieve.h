/* SPDX-License-Identifier: ISC */
#ifndef IBID_READER_SIEVE_H
#define IBID_READER_SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "reader/trail.h"
#include "search/pattern.h"

/*
 * What a list's filter lets through: texts that match a pattern, by the rules
 * of search (see search/pattern.h): a capital letter makes case count, and
 * accents count where the pattern has one, or it is exact.
 */
struct sieve_wish {
	char text[PLACE_FILTER_SIZE]; /* "": all */
	bool is_exact, is_literal, is_word;
};

/* STATUS_LIMIT where it is too long; the modes of *out stay. */
enum status sieve_set_text(struct sieve_wish *out, const char *text,
    struct error *err);

/* The modes of a place, and for one. */
void sieve_set_modes(struct sieve_wish *out, uint8_t modes);
uint8_t sieve_get_modes(const struct sieve_wish *wish);

struct sieve;

/*
 * STATUS_INVALID where the pattern is none: err says why, *error_at where in
 * the text.
 */
enum status sieve_new(struct sieve **out, const struct sieve_wish *wish,
    size_t *error_at, struct error *err);
/* Of a pattern of any length that somebody else compiled; taken over. */
struct sieve *sieve_take_pattern(struct pattern *pattern);
void sieve_free(struct sieve *s);

const struct sieve_wish *sieve_get_wish(const struct sieve *s);

/* Whether it is known that b lets nothing through that a does not. */
bool sieve_is_narrower(const struct sieve_wish *a, const struct sieve_wish *b);

enum sieve_answer {
	SIEVE_HOLDS,
	SIEVE_LETS_THROUGH,
	SIEVE_UNDECIDED, /* however long it is looked at */
	SIEVE_PAUSED     /* the time is up; go on with the same text */
};

/*
 * Each line of text, which is well-formed UTF-8, is matched by itself, so
 * that ^ and $ are the ends of a line; one without a character never is.
 * until_us: of clock_now_us().
 */
enum sieve_answer sieve_ask(struct sieve *s, const char *text, size_t len,
    int64_t until_us);

/* A text that was paused at is not gone on with. */
void sieve_forget(struct sieve *s);

#endif
