/* SPDX-License-Identifier: ISC */
#include "record_row.h"

#include "disagreement_name.h"

static enum status
find_figure(int64_t *out, struct collection *c, const char *name,
    struct arena *arena, struct error *err)
{
	struct figure f;
	enum status status = collection_find_figure(&f, c, name, arena, err);

	if (!status)
		*out = f.id;
	return status;
}

static enum status
find_event(int64_t *out, struct collection *c, const char *name,
    struct arena *arena, struct error *err)
{
	struct event e;
	enum status status = collection_find_event(&e, c, name, arena, err);

	if (!status)
		*out = e.id;
	return status;
}

static enum status
find_source(int64_t *out, struct collection *c, const char *name,
    struct arena *arena, struct error *err)
{
	struct source s;
	enum status status = collection_find_source(&s, c, name, arena, err);

	if (!status)
		*out = s.id;
	return status;
}

static enum status
find_disagreement(int64_t *out, struct collection *c, const char *name,
    struct arena *arena, struct error *err)
{
	struct disagreement d;
	enum status status = disagreement_name_find(&d, c, name, arena, err);

	if (!status)
		*out = d.id;
	return status;
}

enum status
record_row_find(int64_t *out, struct collection *c, enum record_kind kind,
    const char *name, struct arena *arena, struct error *err)
{
	static enum status (*const finders[])(int64_t *, struct collection *,
	    const char *, struct arena *, struct error *) = {
		[RECORD_FIGURE] = find_figure,
		[RECORD_EVENT] = find_event,
		[RECORD_SOURCE] = find_source,
		[RECORD_DISAGREEMENT] = find_disagreement,
	};

	return finders[kind](out, c, name, arena, err);
}
