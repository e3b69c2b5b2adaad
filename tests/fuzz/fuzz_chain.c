/* SPDX-License-Identifier: ISC */

/*
 * Any text: every citation is found, in order, once, good or in error; its
 * offsets lie within it; and its chains, written anew, are read as the same.
 */
#include "fuzz_text.h"

#include <string.h>

#include "compile/chain.h"

static void
write_quoted(struct str *out, const char *text)
{
	str_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			str_add_char(out, '\\');
		str_add_char(out, *text);
	}
	str_add_char(out, '"');
}

static void
write_step(struct str *out, const struct step *step)
{
	if (step->role == STEP_IDENTIFIED_AS)
		str_add_char(out, '~');
	if (step->role == STEP_SPOKEN_BY)
		str_add_char(out, '!');
	if (step->key)
		str_add_format(out, "@{%s}", step->key);
	else
		write_quoted(out, step->text);
	if (step->role != STEP_STATED_IN || step->seen != SEEN_YES)
		str_add_text(out,
		    step->seen == SEEN_YES      ? " seen" :
			step->seen == SEEN_PART ? " part" :
						  " unseen");
	if (step->is_carried)
		str_add_text(out, " carried");
	if (!step->locator_value)
		return;
	str_add_format(out, ", %s ",
	    citation_get_locator_short(step->locator_label));
	write_quoted(out, step->locator_value);
}

static void
check_same(const struct chain *a, const struct chain *b)
{
	struct str text_a, text_b;

	str_init(&text_a, 0);
	str_init(&text_b, 0);
	chain_add_canonical(&text_a, a);
	chain_add_canonical(&text_b, b);
	REQUIRE(text_a.len == text_b.len);
	REQUIRE(memcmp(text_a.data, text_b.data, text_a.len) == 0);
	str_clear(&text_a);
	str_clear(&text_b);
}

static void
check_written_anew(const struct chain_group *group, struct arena *arena)
{
	struct chain_group again;
	struct str text;

	str_init(&text, 0);
	str_add_char(&text, '[');
	for (uint32_t i = 0; i < group->chain_count; i++) {
		const struct chain *chain = &group->chains[i];

		str_add_text(&text, i > 0 ? ";\n " : "");
		for (uint32_t j = 0; j < chain->step_count; j++) {
			str_add_text(&text, j > 0 ? " <- " : "");
			write_step(&text, &chain->steps[j]);
		}
	}
	str_add_char(&text, ']');
	REQUIRE(chain_parse(&again, text.data, text.len, 0, arena));
	REQUIRE(!again.error);
	REQUIRE(again.len == text.len);
	REQUIRE(again.chain_count == group->chain_count);
	for (uint32_t i = 0; i < group->chain_count; i++)
		check_same(&group->chains[i], &again.chains[i]);
	str_clear(&text);
}

static void
check_chain(const struct chain *chain, const struct chain_group *group)
{
	REQUIRE(chain->step_count > 0);
	REQUIRE(chain->at > group->at && chain->len > 0);
	REQUIRE(chain->at + chain->len < group->at + group->len);
	for (uint32_t i = 0; i < chain->step_count; i++) {
		const struct step *step = &chain->steps[i];

		REQUIRE(chain->step_at[i] >= chain->at);
		REQUIRE(chain->step_at[i] < chain->at + chain->len);
		REQUIRE((step->role == STEP_STATED_IN) == (i == 0));
		REQUIRE(!step->key != !step->text);
		REQUIRE(!step->locator_label == !step->locator_value);
		REQUIRE(!step->label);
	}
	REQUIRE(chain->steps[0].key);
}

static void
check_group(const struct chain_group *group, const struct str *text)
{
	REQUIRE(text->data[group->at] == '[');
	REQUIRE(group->len >= 2 && group->len <= text->len - group->at);
	REQUIRE(!group->error == (group->chain_count > 0));
	if (group->error) {
		REQUIRE(group->error_at >= group->at);
		REQUIRE(group->error_at <= text->len);
		return;
	}
	REQUIRE(text->data[group->at + group->len - 1] == ']');
	for (uint32_t i = 0; i < group->chain_count; i++)
		check_chain(&group->chains[i], group);
}

/* Between two citations none begins. */
static void
check_gap(const struct str *text, size_t from, size_t to, struct arena *arena)
{
	struct chain_group group;

	for (; from < to; from++) {
		if (text->data[from] == '[')
			REQUIRE(!chain_parse(&group, text->data, text->len,
			    from, arena));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct chain_group *groups;
	struct arena arena = { 0 };
	struct str text;
	size_t count, end = 0;

	fuzz_text_make(&text, data, size);
	count = chain_find_all(&groups, text.data, text.len, &arena);
	for (size_t i = 0; i < count; i++) {
		REQUIRE(groups[i].at >= end);
		check_gap(&text, end, groups[i].at, &arena);
		check_group(&groups[i], &text);
		if (!groups[i].error)
			check_written_anew(&groups[i], &arena);
		end = groups[i].at + groups[i].len;
	}
	check_gap(&text, end, text.len, &arena);
	arena_clear(&arena);
	str_clear(&text);
	return 0;
}
