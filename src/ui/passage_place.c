/* SPDX-License-Identifier: ISC */
#include "passage_place.h"

#include <string.h>

#include "reader/inquiry.h"

static enum place_view
find_view(enum record_kind kind)
{
	static const enum place_view views[] = {
		[RECORD_TOPIC] = PLACE_TOPIC,
		[RECORD_FIGURE] = PLACE_FIGURE,
		[RECORD_SOURCE] = PLACE_SOURCE,
		[RECORD_EVENT] = PLACE_EVENT,
		[RECORD_MEASURE] = PLACE_MEASURE,
		[RECORD_DISAGREEMENT] = PLACE_DISAGREEMENT,
	};

	if (kind < RECORD_TOPIC || kind > RECORD_DISAGREEMENT)
		return PLACE_HOME;
	return views[kind];
}

enum status
place_of_record(struct reader_place *out, enum record_kind kind,
    const char *slug, struct error *err)
{
	if (strlen(slug) >= sizeof out->slug)
		return error_set(err, STATUS_LIMIT, "That name is too long.");
	*out = (struct reader_place){ .view = find_view(kind) };
	memcpy(out->slug, slug, strlen(slug) + 1);
	return STATUS_OK;
}

static enum status
find_slug(const char **slug, enum record_kind *kind, struct collection *c,
    int64_t record, struct arena *arena, struct error *err)
{
	struct record_title title;
	struct disagreement d;
	enum status status;

	if (*kind != RECORD_DISAGREEMENT) {
		status = collection_find_title(&title, c, *kind, record, arena,
		    err);
		if (!status)
			*slug = title.slug;
		return status;
	}
	status = collection_get_disagreement(&d, c, record, arena, err);
	if (status)
		return status;
	if (!d.measure && d.member_count == 0)
		return error_set(err, STATUS_CORRUPT,
		    "disagreement %lld is between nothing", (long long)record);
	*kind = d.measure ? RECORD_MEASURE : d.members[0].kind;
	*slug = d.measure ? d.measure : d.members[0].slug;
	return STATUS_OK;
}

enum status
place_of_passage(struct reader_place *out, struct session *s,
    enum record_kind kind, int64_t record, int64_t passage, uint32_t at,
    struct error *err)
{
	struct reader_place place;
	struct arena arena = { 0 };
	const char *slug = "";
	enum status status = find_slug(&slug, &kind, s->collection, record,
	    &arena, err);

	if (!status)
		status = place_of_record(&place, kind, slug, err);
	if (!status) {
		place.is_match = true;
		place.at = at;
		if (passage > 0 && passage <= UINT32_MAX)
			place.passage = (uint32_t)passage;
		*out = place;
	}
	arena_clear(&arena);
	return status;
}
