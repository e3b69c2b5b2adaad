/* SPDX-License-Identifier: ISC */
#include "store/collection_csl.h"

#include "collection_private.h"
#include "csl_fill.h"

/*
 * What stands in a row is as the compiler checked it, unless a stranger
 * wrote the file: a variable of another kind than its table's is passed
 * over.
 */
enum { FIND_KEY, LIST_VARIABLES, LIST_NAMES, LIST_DATES };

const char *const collection_csl_sql[] = {
	[FIND_KEY] = "SELECT key FROM source WHERE id = ?1",
	[LIST_VARIABLES] =
	    "SELECT variable, value FROM source_variable"
	    " WHERE source = ?1",
	[LIST_NAMES] =
	    "SELECT variable, family, given, suffix, literal,"
	    " dropping_particle, non_dropping_particle, comma_suffix,"
	    " static_ordering FROM source_name WHERE source = ?1"
	    " ORDER BY variable, number",
	[LIST_DATES] =
	    "SELECT variable, year, month, day, end_year, end_month,"
	    " end_day, season, circa, literal FROM source_date"
	    " WHERE source = ?1",
	NULL
};

struct filling {
	struct csl_item *item;
	struct collection *c;
	struct arena *arena;
	struct csl_name *list; /* of the variable that is being read */
};

static char *
copy_filled(struct filling *f, sqlite3_stmt *s, int column)
{
	char *text = db_copy_long_text(f->c->db, s, column, f->arena);

	return text && *text ? text : NULL;
}

static void
read_variable(struct filling *f, sqlite3_stmt *s)
{
	const char *name = db_copy_filled(f->c->db, s, 0, f->arena);
	enum csl_variable v = csl_find_variable(name);

	if (db_is_text(s, 0, "type"))
		f->item->type = csl_find_type(
		    db_copy_filled(f->c->db, s, 1, f->arena));
	else if (v != CSL_NONE && v < CSL_TEXT_COUNT)
		f->item->texts[v] = v == CSL_DOI ?
		    csl_find_doi(copy_filled(f, s, 1)) :
		    copy_filled(f, s, 1);
}

static void
read_name(struct filling *f, sqlite3_stmt *s)
{
	const char *name = db_copy_filled(f->c->db, s, 0, f->arena);
	enum csl_variable v = csl_find_variable(name);
	struct csl_names *names;

	if (!csl_is_names(v))
		return;
	names = &f->item->names[v - CSL_TEXT_COUNT];
	if (names->names && names->names != f->list)
		return;
	f->list = collection_grow(names->count ? f->list : NULL, names->count,
	    sizeof *f->list, f->arena);
	f->list[names->count++] = (struct csl_name){
		.family = copy_filled(f, s, 1),
		.given = copy_filled(f, s, 2),
		.suffix = copy_filled(f, s, 3),
		.literal = copy_filled(f, s, 4),
		.dropping_particle = copy_filled(f, s, 5),
		.non_dropping_particle = copy_filled(f, s, 6),
		.comma_suffix = db_get_int(s, 7) != 0,
		.static_ordering = db_get_int(s, 8) != 0,
	};
	names->names = f->list;
}

/* What cannot be a year, month or day is none. */
static int
get_number(sqlite3_stmt *s, int column, int least, int most)
{
	int64_t value = db_get_int(s, column);

	return value < least || value > most ? 0 : (int)value;
}

static struct csl_day
get_day(sqlite3_stmt *s, int column)
{
	struct csl_day day = { .year = get_number(s, column, -999999, 999999) };

	if (day.year)
		day.month = get_number(s, column + 1, 1, 12);
	if (day.month)
		day.day = get_number(s, column + 2, 1, 31);
	return day;
}

static void
read_date(struct filling *f, sqlite3_stmt *s)
{
	const char *name = db_copy_filled(f->c->db, s, 0, f->arena);
	enum csl_variable v = csl_find_variable(name);
	struct csl_date *date;

	if (!csl_is_date(v))
		return;
	date = &f->item->dates[v - CSL_NAMES_END];
	*date = (struct csl_date){ .from = get_day(s, 1),
		.season = csl_fill_season(
		    db_copy_filled(f->c->db, s, 7, f->arena)),
		.is_circa = db_get_int(s, 8) != 0,
		.literal = copy_filled(f, s, 9) };
	if (date->from.year)
		date->to = get_day(s, 4);
	date->is_given = date->from.year || date->literal;
}

typedef void read_row(struct filling *f, sqlite3_stmt *s);

static enum status
read_rows(struct filling *f, const char *sql, int64_t source, read_row *read,
    struct error *err)
{
	sqlite3_stmt *s;
	enum status status = db_use(&s, f->c->db, sql, err);

	if (status)
		return status;
	db_bind_int(f->c->db, s, 1, source);
	while ((status = db_next(f->c->db, s, err)) == STATUS_OK)
		read(f, s);
	return db_end_rows(f->c->db, s, status, err);
}

static void
read_key(struct filling *f, sqlite3_stmt *s)
{
	f->item->id = db_copy_filled(f->c->db, s, 0, f->arena);
}

enum status
collection_read_item(struct csl_item *out, struct collection *c, int64_t source,
    struct arena *arena, struct error *err)
{
	static read_row *const readers[] = { [FIND_KEY] = read_key,
		[LIST_VARIABLES] = read_variable,
		[LIST_NAMES] = read_name,
		[LIST_DATES] = read_date };
	struct csl_item item = { 0 };
	struct filling f = { &item, c, arena, NULL };
	enum status status = STATUS_OK;

	collection_begin(c);
	for (int i = FIND_KEY; !status && i <= LIST_DATES; i++) {
		status = read_rows(&f, collection_csl_sql[i], source,
		    readers[i], err);
		if (!status && !item.id)
			return error_set(err, STATUS_NOT_FOUND,
			    "no source has the number %lld", (long long)source);
	}
	if (!status)
		*out = item;
	return status;
}
