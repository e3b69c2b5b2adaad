/* SPDX-License-Identifier: ISC */

/*
 * Styles drawn from a folder of CSL files, $CSL_STYLES: each is compiled,
 * loaded, and made to cite the sources of the small collection.  $CSL_COUNT
 * says how many (40), $CSL_SEED which, $CSL_ITEMS names other sources (a file
 * of CSL-JSON).  What crashes is the style that was
 * named last.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/file.h"
#include "base/mem.h"
#include "compile/csl_style.h"
#include "items.h"
#include "lab.h"

enum { COUNT = 40, NAMED_MAX = 10 };

struct drawn {
	char **names;
	size_t count;
};

struct run {
	const char *folder;
	const struct csl_item **items;
	uint32_t item_count;
	struct arena arena;
	size_t made, refused, warned, silent, unsaid;
};

static size_t
get_number(const char *name, size_t fallback)
{
	const char *text = getenv(name);

	return text != NULL && *text ? strtoul(text, NULL, 10) : fallback;
}

static int
compare_names(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool
is_style(const char *name)
{
	size_t len = strlen(name);

	return len > 4 && strcmp(name + len - 4, ".csl") == 0;
}

/* By name, so that a seed means the same everywhere. */
static bool
list_folder(struct drawn *d, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (dir == NULL)
		return false;
	while ((entry = readdir(dir)) != NULL) {
		if (!is_style(entry->d_name))
			continue;
		d->names = mem_resize_array(d->names, d->count + 1,
		    sizeof(*d->names));
		d->names[d->count++] = mem_copy_text(entry->d_name);
	}
	closedir(dir);
	if (d->count > 0)
		qsort(d->names, d->count, sizeof(*d->names), compare_names);
	return d->count > 0;
}

/* Brings those that are drawn to the front. */
static void
shuffle(struct drawn *d, uint64_t seed)
{
	for (size_t i = 0; i + 1 < d->count; i++) {
		size_t other;
		char *name;

		seed = seed * UINT64_C(6364136223846793005) + 1442695041;
		other = i + (size_t)(seed >> 33) % (d->count - i);
		name = d->names[i];
		d->names[i] = d->names[other];
		d->names[other] = name;
	}
}

/* Whether the style prints anything at all. */
static bool
cites(struct run *r, const struct style *style)
{
	struct cite_part part = { .locator = "12-14" };
	struct rich out;
	struct error err;
	struct cite *cite;
	bool has_printed;

	if (lab_new_cite(&cite, style, &err) != STATUS_OK)
		return false;
	rich_init(&out);
	cite_set_items(cite, r->items, r->item_count);
	for (uint32_t i = 0; i < r->item_count; i++) {
		part.item = i;
		cite_add_reference(&out, cite, i);
		cite_add_citation(&out, cite, &part, 1);
		cite_add_narrative(&out, cite, &part);
	}
	has_printed = out.text.len > 0;
	rich_clear(&out);
	cite_free(cite);
	return has_printed;
}

static void
judge(struct run *r, const char *name, const struct str *bytes)
{
	struct style *style;
	struct error err;

	if (style_load(&style, name, bytes->data, bytes->len, &err)) {
		printf("# %s: %s\n", name, err.message);
		r->unsaid++;
		return;
	}
	r->made++;
	if (!cites(r, style) && r->silent++ < NAMED_MAX)
		printf("# %s: prints nothing\n", name);
	style_free(style);
}

static void
run_style(struct run *r, const char *name)
{
	char *path = file_join(r->folder, name);
	struct str text, bytes;
	struct diagnose d;
	struct error err;

	printf("# %s\n", name);
	fflush(stdout);
	str_init(&text, 0);
	str_init(&bytes, 0);
	diagnose_init(&d);
	if (file_read(&text, path, STYLE_BYTES_MAX, &err)) {
		r->refused++;
	} else if (csl_style_compile(&bytes, name, text.data ? text.data : "",
		       text.len, &d)) {
		r->refused++;
		r->unsaid += d.errors == 0;
	} else {
		judge(r, name, &bytes);
	}
	r->warned += d.warnings > 0;
	diagnose_print(&d, stderr);
	diagnose_clear(&d);
	str_clear(&bytes);
	str_clear(&text);
	free(path);
}

static bool
read_items(struct run *r)
{
	const char *given = getenv("CSL_ITEMS"), *srcdir = getenv("srcdir");
	char *path = file_join(srcdir != NULL ? srcdir : ".",
	    "tests/fixtures/small/sources.json");
	json_t *json = json_load_file(given != NULL ? given : path, 0, NULL);
	struct csl_item *items = items_read(json, &r->item_count, &r->arena);

	r->items = arena_alloc_array(&r->arena, r->item_count + 1u,
	    sizeof(*r->items));
	for (uint32_t i = 0; i < r->item_count; i++)
		r->items[i] = &items[i];
	json_decref(json);
	free(path);
	return r->item_count > 0;
}

static int
report(bool is_good, int number, const char *sentence)
{
	printf("%sok %d - %s\n", is_good ? "" : "not ", number, sentence);
	return is_good ? 0 : 1;
}

int
main(void)
{
	struct run r = { .folder = getenv("CSL_STYLES") };
	struct drawn d = { 0 };
	size_t count = get_number("CSL_COUNT", COUNT);
	int failed;

	if (r.folder == NULL || !*r.folder || !list_folder(&d, r.folder)) {
		puts("1..0 # SKIP no styles: make check CSL_STYLES=DIR");
		return 0;
	}
	shuffle(&d, get_number("CSL_SEED", 1));
	failed = !read_items(&r);
	for (size_t i = 0; i < d.count && i < count; i++)
		run_style(&r, d.names[i]);
	puts("1..2");
	printf(
	    "# %zu styles made, %zu refused, %zu with warnings, %zu print "
	    "nothing\n",
	    r.made, r.refused, r.warned, r.silent);
	failed |= report(r.unsaid == 0 && r.made > 0, 1,
	    "a style is made and loads, or it is said why not");
	failed |= report(!failed && r.silent == 0, 2,
	    "each prints something of the small collection's sources");
	for (size_t i = 0; i < d.count; i++)
		free(d.names[i]);
	free(d.names);
	arena_clear(&r.arena);
	lab_clear();
	return failed;
}
