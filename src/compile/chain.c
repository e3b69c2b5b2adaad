/* SPDX-License-Identifier: ISC */
#include "chain.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "chain_reader.h"
#include "chain_step.h"

/* What has been read of a citation, before it goes to the arena. */
struct draft {
	struct step *steps; /* of the chain being read */
	size_t *step_at;
	size_t step_count;
	size_t step_cap;
	struct chain *chains;
	size_t chain_count;
	size_t chain_cap;
};

static struct step *
push_step(struct draft *d, size_t at)
{
	if (d->step_count == d->step_cap) {
		d->step_cap = d->step_cap ? d->step_cap * 2 : 4;
		d->steps = mem_resize_array(d->steps, d->step_cap,
		    sizeof *d->steps);
		d->step_at = mem_resize_array(d->step_at, d->step_cap,
		    sizeof *d->step_at);
	}
	d->step_at[d->step_count] = at;
	return &d->steps[d->step_count++];
}

static void *
copy_array(struct arena *arena, const void *from, size_t count,
    size_t size_bytes)
{
	void *to = arena_alloc_array(arena, count, size_bytes);

	if (count)
		memcpy(to, from, count * size_bytes);
	return to;
}

static void
push_chain(struct draft *d, struct arena *arena, size_t at, size_t end)
{
	struct chain *chain;

	if (d->chain_count == d->chain_cap) {
		d->chain_cap = d->chain_cap ? d->chain_cap * 2 : 4;
		d->chains = mem_resize_array(d->chains, d->chain_cap,
		    sizeof *d->chains);
	}
	chain = &d->chains[d->chain_count++];
	chain->at = at;
	chain->len = end - at;
	chain->step_count = (uint32_t)d->step_count;
	chain->steps = copy_array(arena, d->steps, d->step_count,
	    sizeof *d->steps);
	chain->step_at = copy_array(arena, d->step_at, d->step_count,
	    sizeof *d->step_at);
}

/* A chain with the white space before and behind it. */
static bool
read_chain(struct chain_reader *r, struct draft *d)
{
	size_t begin, end;

	chain_reader_skip_white(r);
	begin = r->at;
	d->step_count = 0;
	for (;;) {
		struct step *step = push_step(d, r->at);

		if (!chain_step_read(r, step, d->step_count == 1))
			return false;
		end = r->at;
		chain_reader_skip_white(r);
		if (!chain_reader_is_at_arrow(r))
			break;
		r->at += 2;
		chain_reader_skip_white(r);
	}
	while (end > begin && strchr(" \t\n>", r->text[end - 1]))
		end--;
	push_chain(d, r->arena, begin, end);
	return true;
}

static bool
read_citation(struct chain_reader *r, struct draft *d)
{
	for (;;) {
		int c;

		if (!read_chain(r, d))
			return false;
		c = chain_reader_peek(r);
		if (c == CHAIN_READER_END)
			return chain_reader_fail_unclosed(r);
		if (c != ';' && c != ']')
			return chain_reader_fail(r, r->at,
			    "expected a comma, \";\", \"<-\" or \"]\"");
		r->at++;
		if (c == ']')
			return true;
	}
}

bool
chain_parse(struct chain_group *out, const char *text, size_t len, size_t at,
    struct arena *arena)
{
	struct chain_reader r = { .text = text,
		.len = len,
		.at = at + 1,
		.begin = at,
		.arena = arena };
	struct draft d = { 0 };
	size_t least = chain_reader_get_opening_len(text, len, at);

	if (least == 0)
		return false;
	str_init(&r.word, 0);
	*out = (struct chain_group){ .at = at };
	if (read_citation(&r, &d)) {
		out->chain_count = (uint32_t)d.chain_count;
		out->chains = copy_array(arena, d.chains, d.chain_count,
		    sizeof *d.chains);
	} else {
		out->error = r.error;
		out->error_at = r.error_at;
	}
	out->len = r.at - at < least ? least : r.at - at;
	str_clear(&r.word);
	free(d.steps);
	free(d.step_at);
	free(d.chains);
	return true;
}

size_t
chain_find_all(struct chain_group **out, const char *text, size_t len,
    struct arena *arena)
{
	struct chain_group *groups = NULL;
	size_t count = 0, cap = 0, at = 0;
	const char *found;

	while (at < len && (found = memchr(text + at, '[', len - at))) {
		struct chain_group group;

		at = (size_t)(found - text);
		if (!chain_parse(&group, text, len, at, arena)) {
			at++;
			continue;
		}
		at += group.len;
		if (count == cap) {
			cap = cap ? cap * 2 : 16;
			groups = mem_resize_array(groups, cap, sizeof *groups);
		}
		groups[count++] = group;
	}
	*out = copy_array(arena, groups, count, sizeof *groups);
	free(groups);
	return count;
}

void
chain_add_canonical(struct str *out, const struct chain *chain)
{
	for (uint32_t i = 0; i < chain->step_count; i++) {
		const struct step *s = &chain->steps[i];

		str_add_char(out, (char)('0' + (int)s->role));
		str_add_char(out, s->key ? '@' : '"');
		str_add_char(out, (char)('0' + (int)s->seen));
		str_add_char(out, s->is_carried ? 'c' : ' ');
		str_add_text(out, s->key ? s->key : s->text);
		str_add_char(out, '\0');
		if (s->locator_value) {
			str_add_text(out, s->locator_label);
			str_add_char(out, '\0');
			str_add_text(out, s->locator_value);
		}
		str_add_char(out, '\1');
	}
}
