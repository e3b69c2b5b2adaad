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
read_title(struct session *s, struct error *err)
{
	enum status status;

	arena_reset(&s->arena);
	status = collection_find_value(&s->title, s->collection, "title",
	    &s->arena, err);
	if (!status && !s->title)
		s->title = "";
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
	s->settings = *settings;
	s->trail = trail_new();
	status = read_title(s, err);
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
	arena_clear(&s->arena);
	free((struct session_whole *)s);
}

static enum status
replace_collection(struct session *s, struct error *err)
{
	const char *path = collection_get_path(s->collection);
	struct collection *fresh;
	enum status status = collection_open(&fresh, path, err);

	if (status)
		return status;
	collection_close(s->collection);
	s->collection = fresh;
	return read_title(s, err);
}

enum status
session_refresh(struct session *s, bool *is_new, struct error *err)
{
	struct session_whole *whole = (struct session_whole *)s;
	struct session_file now = { 0 };
	bool is_first = whole->file.looked_at == 0;

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
	*is_new = true;
	return replace_collection(s, err);
}
