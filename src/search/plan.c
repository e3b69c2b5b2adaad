/* SPDX-License-Identifier: ISC */
#include "plan_private.h"

#include <string.h>

#include "fold.h"
#include "required.h"
#include "syntax_check.h"

/* A plan that more of all places than this pass costs more than it saves. */
static const double useful = 1.0 / 200;

static bool
is_fold_known(void)
{
	char version[64]; /* "14.0.0"; PCRE2 asks for 24 bytes */

	return pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, NULL) <=
	    (int)sizeof version &&
	    pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, version) > 0 &&
	    strcmp(version, fold_unicode_version) == 0;
}

static bool
agrees(const struct syntax *s, const char *text, size_t len, uint32_t options,
    pcre2_general_context *memory)
{
	pcre2_compile_context *context = pcre2_compile_context_create(memory);
	PCRE2_SIZE at;
	int number;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)text, len,
	    options | PCRE2_AUTO_CALLOUT, &number, &at, context);
	bool is_same = code && syntax_agrees(s, code);

	pcre2_code_free(code);
	pcre2_compile_context_free(context);
	return is_same;
}

bool
plan_make(struct plan *out, const char *text, size_t len, uint32_t options,
    pcre2_general_context *memory)
{
	struct syntax syntax;
	struct choice choice = { .syntax = &syntax,
		.text = text,
		.options = options,
		.memory = memory };
	bool is_useful = false;

	*out = (struct plan){ .kind = PLAN_NOTHING };
	if (!syntax_read(&syntax, text, len, options & PCRE2_CASELESS))
		return false;
	choice.is_trusted = is_fold_known();
	if (agrees(&syntax, text, len, options, memory))
		is_useful = required_make(out, &choice) <= useful;
	syntax_clear(&syntax);
	return is_useful || out->is_whole;
}
