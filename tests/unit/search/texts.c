/* SPDX-License-Identifier: ISC */
#include "texts.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "store/collection_writer.h"

enum { TOPIC_PASSAGES = 60 };

static const char *const words[] = { "the", "The", "of", "memory", "leak",
	"kernel", "KERNEL", "Kim", "\xE2\x84\xAAim", "caf\xC3\xA9", "cafe",
	"traffick", "traffickers", "1,234", "12", "na\xC3\xAFve", "\xC3\x89tat",
	"\xEB\xB6\x81\xED\x95\x9C", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "x",
	"\xC5\xBFnow", "snow", "\xC3\x9Fig", ".", "\n", "A",
	"\xE2\x80\x9Cquoted\xE2\x80\x9D", "\xCE\xA3\xCE\xAF",
	"Dvo\xC5\x99\xC3\xA1k", "dvorak" };

const char *const texts_patterns[] = { "the", "The", "kernel", "memory leak",
	"cafe", "-cafe", "caf\xC3\xA9", "traffick(ing|ers)", "\\b[A-Z]{3,}\\b",
	"\\d{1,3}(,\\d{3})+", "\\p{Hangul}+", "^The .* of$", "^$", "a*", "",
	"memory(?= leak)", "\\b(\\w+) \\1\\b", "naive|dvorak|snow",
	"-naive|dvorak|snow", "strasse", "(?<=x )the", "zebra", "e$", "\\Ad",
	"x\\z", "[a-q][^u-z]{13}x", "\xC3\xA9", "etat", "(?-i)Kim", "^.{500,}",
	NULL };

/* Always the same numbers. */
static uint32_t
take_random(uint32_t *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

static void
make_text(struct str *out, uint32_t *state)
{
	uint32_t count = take_random(state) % 60;

	str_reset(out);
	str_add(out, "", 0);
	if (take_random(state) % 20 == 0)
		return;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t word = take_random(state) %
		    (sizeof words / sizeof words[0]);

		if (i > 0)
			str_add_char(out, ' ');
		str_add_text(out, words[word]);
	}
}

struct making {
	struct collection_writer *w;
	struct str text;
	uint32_t state;
};

static void
put(struct making *m, enum record_kind owner, int64_t record,
    enum passage_kind kind)
{
	struct passage p = { .kind = kind };
	struct error err;
	int64_t id;

	make_text(&m->text, &m->state);
	p.text = m->text.data;
	p.len = (uint32_t)m->text.len;
	p.is_graphic = take_random(&m->state) % 7 == 0;
	if (kind == PASSAGE_FIELD)
		p.field = take_random(&m->state) % 2 ? "title" : "note";
	if (collection_writer_put_passage(&id, m->w,
		(struct passage_owner){ owner, record }, &p, &err))
		abort();
}

static void
put_topics(struct making *m)
{
	for (int64_t i = 1; i <= TEXTS_TOPICS; i++) {
		char slug[32];
		struct topic t = { .slug = slug,
			.title = slug,
			.summary = "",
			.last = i,
			.passages = TOPIC_PASSAGES };
		struct error err;

		snprintf(slug, sizeof slug, "topic-%02d", (int)i);
		put(m, RECORD_TOPIC, i, PASSAGE_TITLE);
		put(m, RECORD_TOPIC, i, PASSAGE_SUMMARY);
		if (collection_writer_put_topic(m->w, &t,
			collection_writer_get_next_passage(m->w), &err))
			abort();
		for (int j = 0; j < TOPIC_PASSAGES; j++)
			put(m, RECORD_TOPIC, i,
			    j % 10 == 0 ? PASSAGE_HEADING : PASSAGE_PARAGRAPH);
	}
}

static void
put_figures(struct making *m)
{
	int64_t first = collection_writer_get_next_passage(m->w);

	for (int64_t i = 1; i <= TEXTS_FIGURES; i++) {
		char slug[32];
		struct figure f = { .slug = slug, .unit = "people" };
		struct figure_rows rows = { .measure = 1,
			.topic = i,
			.statement = first + i - 1,
			.note = first + TEXTS_FIGURES + i - 1 };
		struct error err;

		snprintf(slug, sizeof slug, "figure-%02d", (int)i);
		if (collection_writer_put_figure(m->w, &f, &rows, &err))
			abort();
	}
	for (int64_t i = 1; i <= TEXTS_FIGURES; i++)
		put(m, RECORD_FIGURE, i, PASSAGE_STATEMENT);
	for (int64_t i = 1; i <= TEXTS_FIGURES; i++)
		put(m, RECORD_FIGURE, i, PASSAGE_NOTE);
}

static void
put_rest(struct making *m)
{
	const struct measure measure = { .slug = "people",
		.title = "People",
		.unit = "people",
		.definition = "",
		.figures = TEXTS_FIGURES };
	struct error err;

	if (collection_writer_put_measure(m->w, &measure, 1,
		collection_writer_get_next_passage(m->w), &err))
		abort();
	put(m, RECORD_MEASURE, 1, PASSAGE_TITLE);
	put(m, RECORD_MEASURE, 1, PASSAGE_DEFINITION);
	for (int64_t i = 1; i <= TEXTS_SOURCES; i++) {
		char key[32];
		struct source s = { .key = key,
			.kind = "book",
			.title = key,
			.label = key,
			.year = "2001" };
		struct source_rows rows = {
			.first_passage = collection_writer_get_next_passage(
			    m->w),
			.passages = 3,
			.csl = "{}"
		};

		snprintf(key, sizeof key, "source-%02d", (int)i);
		for (int j = 0; j < 3; j++)
			put(m, RECORD_SOURCE, i, PASSAGE_FIELD);
		if (collection_writer_put_source(m->w, &s, &rows, &err))
			abort();
	}
}

static void
fill(const char *path)
{
	struct making m = { .state = 1 };
	struct error err;

	str_init(&m.text, 0);
	if (collection_writer_open(&m.w, path, 1000, &err) ||
	    collection_writer_put_value(m.w, "title", "Texts", &err))
		abort();
	put_topics(&m);
	put_figures(&m);
	put_rest(&m);
	if (collection_writer_finish(m.w, &err))
		abort();
	str_clear(&m.text);
}

char *
texts_make_file(void)
{
	char folder[] = "/tmp/ibid-test-XXXXXX";
	char *path;
	int fd;

	if (!mkdtemp(folder))
		abort();
	path = file_join(folder, "texts.ibid");
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
	if (fd < 0)
		abort();
	close(fd);
	fill(path);
	return path;
}

void
texts_remove(char *path)
{
	char *slash = strrchr(path, '/');

	unlink(path);
	*slash = '\0';
	rmdir(path);
	free(path);
}

char *
texts_get_bundled(void)
{
	const char *build = getenv("top_builddir");
	const char *source = getenv("srcdir");
	char path[1024];

	snprintf(path, sizeof path, "%.900s/db/north-korea.ibid",
	    build ? build : ".");
	if (access(path, R_OK) != 0)
		snprintf(path, sizeof path, "%.900s/db/north-korea.ibid",
		    source ? source : ".");
	return mem_copy_text(path);
}

static bool
is_exact(const char **pattern)
{
	bool is_exact = **pattern == '-';

	*pattern += is_exact;
	return is_exact;
}

struct pattern *
texts_compile(const char *pattern)
{
	struct pattern_options options = { .is_exact = is_exact(&pattern) };
	struct pattern *p;
	struct error err;
	size_t at;

	if (pattern_new(&p, pattern, strlen(pattern), &options, &at, &err))
		abort();
	return p;
}

struct finding {
	pcre2_code *code;
	pcre2_match_data *match;
	bool wants_folded;
	struct str folded, map;
};

static bool
matches(struct finding *f, const char *text, size_t len)
{
	int answer = pcre2_match(f->code, (PCRE2_SPTR)text, len, 0,
	    PCRE2_NO_JIT, f->match, NULL);

	if (answer < 0 && answer != PCRE2_ERROR_NOMATCH)
		abort();
	return answer >= 0;
}

static bool
is_hit(struct finding *f, const char *text, size_t len)
{
	if (matches(f, text, len))
		return true;
	str_reset(&f->folded);
	str_reset(&f->map);
	return f->wants_folded && utf8_fold(&f->folded, &f->map, text, len) &&
	    matches(f, f->folded.data, f->folded.len);
}

static void
find_all(struct texts_hits *out, struct finding *f, sqlite3 *db)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(db, "SELECT id, text FROM passage ORDER BY id",
		-1, &s, NULL))
		abort();
	while (sqlite3_step(s) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(s, 1);
		size_t len = (size_t)sqlite3_column_bytes(s, 1);

		if (!is_hit(f, text, len))
			continue;
		out->passages = mem_resize_array(out->passages, out->count + 1,
		    sizeof *out->passages);
		out->passages[out->count++] = sqlite3_column_int64(s, 0);
	}
	sqlite3_finalize(s);
}

struct texts_hits
texts_find(const char *path, const char *pattern)
{
	struct texts_hits hits = { 0 };
	struct pattern *p = texts_compile(pattern);
	bool exact = is_exact(&pattern);
	struct finding f = { .wants_folded = !exact };
	sqlite3 *db;
	size_t at;
	int number;

	for (const char *c = pattern; *c; c++)
		f.wants_folded = f.wants_folded && (unsigned char)*c < 0x80;
	f.code = pcre2_compile((PCRE2_SPTR)pattern, strlen(pattern),
	    PCRE2_UTF | PCRE2_UCP |
		(pattern_is_caseful(p) ? 0 : PCRE2_CASELESS),
	    &number, &at, NULL);
	f.match = pcre2_match_data_create_from_pattern(f.code, NULL);
	str_init(&f.folded, 0);
	str_init(&f.map, 0);
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL))
		abort();
	find_all(&hits, &f, db);
	sqlite3_close(db);
	str_clear(&f.folded);
	str_clear(&f.map);
	pcre2_match_data_free(f.match);
	pcre2_code_free(f.code);
	pattern_free(p);
	return hits;
}

void
texts_clear(struct texts_hits *hits)
{
	free(hits->passages);
}
