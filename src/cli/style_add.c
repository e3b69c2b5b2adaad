/* SPDX-License-Identifier: ISC */
#include "style_add.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "compiled_style.h"
#include "reader/style_shelf.h"

enum { PARENTS_MAX = 4 };

/* A style on its way from its file to the reader's folder. */
struct added {
	struct str bytes, name, parent; /* name: "apa.style" */
	const char *title;              /* in the arena */
};

static const char *
get_info(const struct style *s, enum style_attribute a)
{
	style_node n = style_get_child(s, 0);
	const char *text;

	while (n && style_get_element(s, n) != STYLE_INFO)
		n = style_get_next(s, n);
	text = n ? style_get_text(s, n, a) : NULL;
	return text ? text : "";
}

static bool
is_dependent(const struct style *s)
{
	style_node n = style_get_child(s, 0);

	while (n && style_get_element(s, n) != STYLE_CITATION)
		n = style_get_next(s, n);
	return !n;
}

/* The id says the name; where there is none, the file's name does. */
static void
add_name(struct added *a, const struct style *s, const char *path)
{
	bool is_locale = style_get_element(s, 0) == STYLE_LOCALE;
	const char *lang = style_get_text(s, 0, STYLE_AT_LANG);

	style_shelf_add_id(&a->name,
	    is_locale ? (lang ? lang : "") : get_info(s, STYLE_AT_ID));
	if (!a->name.len) {
		style_shelf_add_id(&a->name, path);
		if (a->name.len > 4 &&
		    strcmp(a->name.data + a->name.len - 4, ".csl") == 0) {
			a->name.len -= 4;
			a->name.data[a->name.len] = '\0';
		}
	}
	if (a->name.len)
		str_add_text(&a->name, is_locale ? ".locale" : ".style");
}

static enum status
read_file(struct added *a, struct cli *cli, const char *path, struct error *err)
{
	struct style *style;
	enum status status = compiled_style_add_bytes(&a->bytes, cli, path,
	    err);

	if (!status)
		status = style_load(&style, path,
		    a->bytes.data ? a->bytes.data : "", a->bytes.len, err);
	if (status)
		return status;
	add_name(a, style, path);
	a->title = arena_copy_text(&cli->arena,
	    get_info(style, STYLE_AT_TITLE));
	if (style_get_element(style, 0) == STYLE_STYLE && is_dependent(style))
		style_shelf_add_id(&a->parent,
		    get_info(style, STYLE_AT_PARENT));
	style_free(style);
	if (!a->name.len)
		return error_set(err, STATUS_INVALID,
		    "%s: it has no id that could be its name", path);
	return STATUS_OK;
}

/* Makes the folder and those that it lies in. */
static enum status
make_folder(char *path, struct error *err)
{
	for (char *at = path + 1;; at++) {
		char here = *at;

		if (here && here != '/')
			continue;
		*at = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return error_set(err, STATUS_IO, "%s: %s", path,
			    strerror(errno));
		*at = here;
		if (!here)
			return STATUS_OK;
	}
}

static enum status
write_bytes(const struct str *bytes, const char *path, struct error *err)
{
	struct file_replacement replacement = { 0 };
	enum status status = file_replace_begin(&replacement, path, err);
	bool is_written;
	FILE *to;

	if (status)
		return status;
	to = fopen(replacement.temp, "wb");
	is_written = to && fwrite(bytes->data, 1, bytes->len, to) == bytes->len;
	if (to && fclose(to) != 0)
		is_written = false;
	if (is_written)
		return file_replace_commit(&replacement, err);
	status = error_set(err, STATUS_IO, "%s: %s", path, strerror(errno));
	file_replace_clear(&replacement);
	return status;
}

static void
say_added(struct cli *cli, const struct added *a, const char *path)
{
	struct str line;

	str_init(&line, 0);
	str_add(&line, a->name.data,
	    (size_t)(strrchr(a->name.data, '.') - a->name.data));
	if (a->title[0])
		str_add_format(&line, ": %s", a->title);
	if (a->parent.len)
		str_add_format(&line, ", as %s", a->parent.data);
	str_add_format(&line, " (%s)", path);
	output_add_part(&cli->out, OUTPUT_PLAIN, line.data, line.len);
	output_add(&cli->out, "\n", 1);
	str_clear(&line);
}

static enum status
put(struct cli *cli, const struct added *a, struct error *err)
{
	char *folder = style_shelf_get_folder();
	enum status status;
	char *path;

	if (!folder)
		return error_set(err, STATUS_IO,
		    "no folder for styles: neither HOME nor XDG_DATA_HOME is "
		    "set");
	path = file_join(folder, a->name.data);
	status = make_folder(folder, err);
	if (!status)
		status = write_bytes(&a->bytes, path, err);
	if (!status)
		say_added(cli, a, path);
	free(path);
	free(folder);
	return status;
}

/* The file of a style of the system by its id, in the arena; NULL: none. */
static const char *
find_in_system(struct cli *cli, const char *id)
{
	static const char *const folders[] = { IBID_CSL_STYLES,
		"/usr/share/citation-style-language/styles" };
	static const char *const within[] = { "", "dependent/" };
	const char *found = NULL;
	struct str path;

	str_init(&path, 0);
	for (size_t i = 0; i < 4 && !found && !strchr(id, '/'); i++) {
		str_reset(&path);
		str_add_format(&path, "%s/%s%s.csl", folders[i / 2],
		    within[i % 2], id);
		if (folders[i / 2][0] &&
		    file_check_regular(path.data, NULL) == STATUS_OK)
			found = arena_copy_text(&cli->arena, path.data);
	}
	str_clear(&path);
	return found;
}

/* The style that a dependent one names must be here, or come along. */
static enum status bring_parent(struct cli *cli, const struct added *a,
    unsigned depth, struct error *err);

static enum status
add_file(struct cli *cli, const char *path, unsigned depth, struct error *err)
{
	struct added a;
	enum status status;

	str_init(&a.bytes, 0);
	str_init(&a.name, 0);
	str_init(&a.parent, 0);
	status = read_file(&a, cli, path, err);
	if (!status && a.parent.len)
		status = bring_parent(cli, &a, depth, err);
	if (!status)
		status = put(cli, &a, err);
	str_clear(&a.parent);
	str_clear(&a.name);
	str_clear(&a.bytes);
	return status;
}

/* The style that a dependent one names must be here, or come along. */
static enum status
bring_parent(struct cli *cli, const struct added *a, unsigned depth,
    struct error *err)
{
	struct style_shelf_entry entry;
	const char *path;

	if (style_shelf_describe(&entry, a->parent.data, &cli->arena, NULL) ==
	    STATUS_OK)
		return STATUS_OK;
	path = find_in_system(cli, a->parent.data);
	if (!path || depth == 0)
		return error_set(err, STATUS_INVALID,
		    "%s stands for the style \"%s\", which is not here: add "
		    "that first",
		    a->name.data, a->parent.data);
	return add_file(cli, path, depth - 1, err);
}

enum status
style_add(struct cli *cli, const char *name, struct error *err)
{
	const char *path = access(name, F_OK) == 0 ? NULL :
						     find_in_system(cli, name);

	return add_file(cli, path ? path : name, PARENTS_MAX, err);
}
