/* SPDX-License-Identifier: ISC */
#include "reader/session.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "base/mem.h"

struct session_file {
	dev_t device;
	ino_t inode;
	off_t size_bytes;
	struct timespec changed;
	time_t looked_at;
};

struct session_whole {
	struct session session; /* first: what others see */
	struct session_file file;
};

static bool
look_at_file(struct session_file *out, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return false;
	out->device = st.st_dev;
	out->inode = st.st_ino;
	out->size_bytes = st.st_size;
	out->changed = st.st_mtim;
	return true;
}

static bool
is_same_file(const struct session_file *a, const struct session_file *b)
{
	return a->device == b->device && a->inode == b->inode &&
	    a->size_bytes == b->size_bytes &&
	    a->changed.tv_sec == b->changed.tv_sec &&
	    a->changed.tv_nsec == b->changed.tv_nsec;
}

static enum status
read_title(const char **out, struct collection *from, struct arena *arena,
    struct error *err)
{
	enum status status = collection_find_value(out, from, "title", arena,
	    err);

	if (!status && !*out)
		*out = "";
	return status;
}

enum status
session_open(struct session **out, struct collection *collection,
    const struct settings *settings, struct error *err)
{
	struct session_whole *whole = mem_alloc_array(1, sizeof *whole);
	struct session *s = &whole->session;
	enum status status;

	s->collection = collection;
	/* They are changed while it lasts, the caller's are not. */
	settings_copy(&s->settings, settings);
	s->trail = trail_new();
	status = read_title(&s->title, collection, &s->arena, err);
	if (status) {
		session_close(s);
		return status;
	}
	*out = s;
	return STATUS_OK;
}

void
session_close(struct session *s)
{
	if (!s)
		return;
	collection_close(s->collection);
	trail_free(s->trail);
	settings_clear(&s->settings);
	arena_clear(&s->arena);
	free((struct session_whole *)s);
}

static enum status
replace_collection(struct session *s, struct error *err)
{
	const char *path = collection_get_path(s->collection);
	struct arena arena = { 0 };
	struct collection *fresh;
	const char *title;
	enum status status = collection_open(&fresh, path, err);

	if (status)
		return status;
	status = read_title(&title, fresh, &arena, err);
	if (status) {
		collection_close(fresh);
		arena_clear(&arena);
		return status;
	}
	collection_close(s->collection);
	arena_clear(&s->arena);
	s->collection = fresh;
	s->arena = arena;
	s->title = title;
	return STATUS_OK;
}

enum status
session_refresh(struct session *s, bool *is_new, struct error *err)
{
	struct session_whole *whole = (struct session_whole *)s;
	struct session_file now = { 0 };
	bool is_first = whole->file.looked_at == 0;
	enum status status;

	*is_new = false;
	now.looked_at = time(NULL);
	if (now.looked_at == whole->file.looked_at ||
	    !look_at_file(&now, collection_get_path(s->collection)))
		return STATUS_OK;
	if (is_first || is_same_file(&now, &whole->file)) {
		whole->file = now;
		return STATUS_OK;
	}
	whole->file = now;
	status = replace_collection(s, err);
	*is_new = !status;
	return status;
}
