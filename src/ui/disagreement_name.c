/* SPDX-License-Identifier: ISC */
#include "disagreement_name.h"

#include <string.h>

#include "reader/inquiry.h"
#include "view.h"

enum {
	WORDS_SIZE = 200, /* of kind and members: with a number, no place is
			     too small */
	DIGITS_LIMIT = 18,
	OF_RECORD = 200 /* so many of one record are looked through */
};

/* "dating event:famine;source:davis", cut. */
static void
write_words(char words[WORDS_SIZE], const struct disagreement *d)
{
	struct str text;

	str_init(&text, 0);
	str_add_format(&text, "%s ", d->kind);
	for (uint32_t i = 0; i < d->member_count; i++)
		str_add_format(&text, "%s%s:%s", i > 0 ? ";" : "",
		    record_get_name(d->members[i].kind), d->members[i].slug);
	view_cut_text(words, WORDS_SIZE, text.data);
	str_clear(&text);
}

void
disagreement_name_add(struct str *out, const struct disagreement *d)
{
	char words[WORDS_SIZE];

	write_words(words, d);
	str_add_format(out, "%lld %s", (long long)d->id, words);
}

/* What follows the number; *id is 0 where none stands there. */
static const char *
take_number(int64_t *id, const char *name)
{
	size_t len = strspn(name, "0123456789");

	*id = 0;
	for (size_t i = 0; len <= DIGITS_LIMIT && i < len; i++)
		*id = 10 * *id + (name[i] - '0');
	return name + len + strspn(name + len, " ");
}

static bool
is_said(const struct disagreement *d, const char *words)
{
	char own[WORDS_SIZE];

	write_words(own, d);
	return words[0] == '\0' || strcmp(own, words) == 0;
}

/* The row of the first member; 0: it is not in this edition. */
static int64_t
find_member(enum record_kind *kind, struct collection *c, const char *words,
    struct arena *arena)
{
	const char *member = words + strcspn(words, " ");
	char name[WORDS_SIZE];
	char *slug;
	int64_t row = 0;
	struct error err;

	member += strspn(member, " ");
	view_cut_text(name, sizeof name, member);
	name[strcspn(name, ";")] = '\0';
	slug = strchr(name, ':');
	if (!slug)
		return 0;
	*slug++ = '\0';
	*kind = record_find_kind(name);
	if (collection_find_record(&row, c, *kind, slug, arena, &err))
		return 0;
	return row;
}

static enum status
find_by_member(struct disagreement *out, struct collection *c,
    const char *words, struct arena *arena, struct error *err)
{
	enum record_kind kind = RECORD_NONE;
	int64_t row = find_member(&kind, c, words, arena);
	struct disagreement *all = NULL;
	uint32_t count = 0;
	bool are_more;
	enum status status = STATUS_OK;

	if (row > 0)
		status = collection_list_some_disagreements_of(&all, &count,
		    &are_more, c, kind, row, OF_RECORD, arena, err);
	if (status)
		return status;
	for (uint32_t i = 0; i < count; i++) {
		if (is_said(&all[i], words)) {
			*out = all[i];
			return STATUS_OK;
		}
	}
	return error_set(err, STATUS_NOT_FOUND,
	    "That disagreement is not in this edition.");
}

enum status
disagreement_name_find(struct disagreement *out, struct collection *c,
    const char *name, struct arena *arena, struct error *err)
{
	int64_t id;
	const char *words = take_number(&id, name);
	enum status status = STATUS_NOT_FOUND;
	struct disagreement d;

	if (id > 0)
		status = collection_get_disagreement(&d, c, id, arena, err);
	if (!status && is_said(&d, words)) {
		*out = d;
		return STATUS_OK;
	}
	if (status == STATUS_NOT_FOUND || !status)
		return find_by_member(out, c, words, arena, err);
	return status;
}
