/* SPDX-License-Identifier: ISC */
#include "byte_class.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "rarity.h"

enum {
	ASCII_END = 0x80,
	LEADS_TWO = 0xC2, /* of characters of two bytes, and so on */
	LEADS_THREE = 0xE0,
	LEADS_FOUR = 0xF0,
	LEADS_END = 0xF5,
	ROW = 4096 /* characters of three bytes begin alike */
};

/* In more of the text than this, a byte tells nothing. */
static const double useful = 0.1;

struct asking {
	pcre2_code *code;
	pcre2_match_data *match;
	bool is_fast;
	char text[ROW * 3];
};

static void
add(struct byte_class *c, unsigned byte)
{
	c->first[byte / 64] |= (uint64_t)1 << byte % 64;
}

/* Whether the class has a character from first on, before end. */
static bool
has_any(struct asking *a, int32_t first, int32_t end)
{
	size_t len = 0;

	for (int32_t c = first; c < end; c++) {
		if (c < 0xD800 || c > 0xDFFF)
			len += utf8_encode(a->text + len, c);
	}
	return pcre2_match(a->code, (PCRE2_SPTR)a->text, len, 0,
		   PCRE2_NO_UTF_CHECK, a->match, NULL) >= 0;
}

static void
ask_beyond_ascii(struct byte_class *out, struct asking *a)
{
	for (unsigned lead = LEADS_TWO; lead < LEADS_END; lead++) {
		int32_t first = (int32_t)(lead - 0xC0) * 64, end = first + 64;

		if (lead >= LEADS_THREE) {
			first = (int32_t)(lead - LEADS_THREE) * ROW;
			end = first + ROW;
		}
		if (first < 0x800 && lead >= LEADS_THREE)
			first = 0x800;
		/* Without machine code it would take too long to ask. */
		if (lead >= LEADS_FOUR || !a->is_fast || has_any(a, first, end))
			add(out, lead);
	}
}

static bool
ask(struct byte_class *out, struct asking *a)
{
	*out = (struct byte_class){ { 0 } };
	for (int32_t c = 0; c < ASCII_END; c++) {
		if (has_any(a, c, c + 1))
			add(out, (unsigned)c);
	}
	if (rarity_of_set(out->first) > useful)
		return false;
	ask_beyond_ascii(out, a);
	return rarity_of_set(out->first) <= useful;
}

bool
byte_class_make(struct byte_class *out, const char *text, size_t len,
    uint32_t options, pcre2_general_context *memory)
{
	struct asking *a = mem_alloc(sizeof *a);
	pcre2_compile_context *context = pcre2_compile_context_create(memory);
	bool is_useful = false;
	PCRE2_SIZE at;
	int number;

	pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	a->match = pcre2_match_data_create(1, memory);
	a->code = pcre2_compile((PCRE2_SPTR)text, len, options, &number, &at,
	    context);
	if (a->code) {
		a->is_fast = pcre2_jit_compile(a->code, PCRE2_JIT_COMPLETE) ==
		    0;
		is_useful = ask(out, a);
	}
	pcre2_code_free(a->code);
	pcre2_match_data_free(a->match);
	pcre2_compile_context_free(context);
	free(a);
	return is_useful;
}
