/* SPDX-License-Identifier: ISC */
#include "cite/bibliography.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "bibliography_private.h"

static const struct bibliography_format *const formats[] = {
	&bibliography_bibtex, &bibliography_biblatex, &bibliography_ris,
	&bibliography_csl_json, NULL
};

const struct bibliography_format *const *
bibliography_get_formats(void)
{
	return formats;
}

const struct bibliography_format *
bibliography_find_format(const char *name)
{
	const struct bibliography_format *const *f = formats;

	while (*f && strcmp((*f)->name, name) != 0)
		f++;
	return *f;
}

const struct bibliography_format *
bibliography_find_format_of(const char *path)
{
	const struct bibliography_format *const *f = formats;
	const char *dot = strrchr(path, '.');

	if (!dot || strchr(dot, '/'))
		return NULL;
	while (*f && strcmp((*f)->extension, dot + 1) != 0)
		f++;
	return *f;
}

const char *
bibliography_get_name(const struct bibliography_format *f)
{
	return f->name;
}

/*
 * Keys.  BibTeX has none with white space or any of "#%'(),={} in them, and
 * takes capitals for small letters where it looks for doubles; \cite has none
 * with \ ~ ^ and $ &.  What is left over is what all programs read alike.
 */
static bool
is_key_char(int32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') ||
	    (c > 0 && c < 0x80 && strchr("-_.:+/", c));
}

static void
add_key(struct str *out, const char *id)
{
	const char *p = id ? id : "", *end = p + strlen(p);

	if (p == end)
		str_add_text(out, "source");
	while (p < end) {
		int32_t c;

		p += utf8_decode(&c, p, end);
		if (is_key_char(c))
			str_add_char(out, (char)c);
		else
			str_add_format(out, "_u%04X", (unsigned)c);
	}
}

/* Where the key is, or may be put. */
static char **
find_slot(char **keys, size_t cap, const char *key)
{
	size_t at = str_hash(key) & (cap - 1);

	while (keys[at] && strcmp(keys[at], key) != 0)
		at = (at + 1) & (cap - 1);
	return &keys[at];
}

static void
grow_keys(struct bibliography *b)
{
	size_t cap = b->key_cap ? 2 * b->key_cap : 64;
	char **keys = mem_alloc_array(cap, sizeof *keys);

	for (size_t i = 0; i < b->key_cap; i++) {
		if (b->keys[i])
			*find_slot(keys, cap, b->keys[i]) = b->keys[i];
	}
	free(b->keys);
	b->keys = keys;
	b->key_cap = cap;
}

/* False where it was given already. */
static bool
give_key(struct bibliography *b, const char *key)
{
	char *small = mem_copy_text(key);
	char **slot;

	for (char *p = small; *p; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	}
	if (2 * ((size_t)b->count + 1) > b->key_cap)
		grow_keys(b);
	slot = find_slot(b->keys, b->key_cap, small);
	if (*slot) {
		free(small);
		return false;
	}
	*slot = small;
	return true;
}

void
bibliography_begin(struct bibliography *b, struct str *out,
    const struct bibliography_format *f)
{
	*b = (struct bibliography){ .out = out, .format = f };
}

void
bibliography_add_item(struct bibliography *b, const struct csl_item *item,
    const char *csl)
{
	struct str key;
	size_t len;

	str_init(&key, 0);
	add_key(&key, item->id);
	len = key.len;
	for (unsigned n = 2; !give_key(b, key.data); n++) {
		key.len = len;
		str_add_format(&key, "-%u", n);
	}
	str_add_text(b->out,
	    b->count == 0 ? b->format->opening : b->format->between);
	b->format->add(b->out, key.data, item, csl);
	b->count++;
	str_clear(&key);
}

void
bibliography_end(struct bibliography *b)
{
	str_add_text(b->out,
	    b->count == 0 ? b->format->empty : b->format->closing);
	for (size_t i = 0; i < b->key_cap; i++)
		free(b->keys[i]);
	free(b->keys);
	*b = (struct bibliography){ 0 };
}

void
bibliography_add(struct str *out, const struct bibliography_format *f,
    const struct csl_item *item, const char *csl)
{
	struct bibliography b;

	bibliography_begin(&b, out, f);
	bibliography_add_item(&b, item, csl);
	bibliography_end(&b);
}
