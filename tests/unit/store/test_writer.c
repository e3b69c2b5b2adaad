/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "sample.h"
#include "store/collection.h"
#include "unit.h"

static void
equal_calls_make_equal_files(void **state)
{
	struct str files[2];
	struct error err;

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *path = sample_make_file();

		str_init(&files[i], 0);
		assert_int_equal(sample_write(path, &err), STATUS_OK);
		assert_int_equal(file_read(&files[i], path, 10000000, &err),
		    STATUS_OK);
		sample_remove(path);
	}
	assert_int_equal(files[0].len, files[1].len);
	assert_memory_equal(files[0].data, files[1].data, files[0].len);
	str_clear(&files[0]);
	str_clear(&files[1]);
}

static unsigned
read_page_size(const char *path)
{
	struct str file;
	struct error err;
	unsigned size;

	str_init(&file, 0);
	assert_int_equal(file_read(&file, path, 10000000, &err), STATUS_OK);
	size = (unsigned)(unsigned char)file.data[16] << 8 |
	    (unsigned char)file.data[17];
	str_clear(&file);
	return size;
}

static void
pages_are_large_where_there_is_much_text(void **state)
{
	static const struct {
		uint64_t text_bytes;
		unsigned field;
	} sizes[] = { { 0, 4096 }, { 8 * 1024 * 1024 - 1, 4096 },
		{ 8 * 1024 * 1024, 1 } };

	(void)state;
	for (int i = 0; i < 3; i++) {
		char *path = sample_make_file();
		struct collection_writer *w;
		struct error err;

		assert_int_equal(collection_writer_open(&w, path,
				     sizes[i].text_bytes, &err),
		    STATUS_OK);
		assert_int_equal(collection_writer_finish(w, &err), STATUS_OK);
		assert_int_equal(read_page_size(path), sizes[i].field);
		sample_remove(path);
	}
}

enum { LONG_PASSAGES = 40 };

static void
put_long_passages(struct collection_writer *w, struct error *err)
{
	char *text = mem_alloc_array(8193, 1);

	for (int i = 0; i < LONG_PASSAGES; i++) {
		struct passage p = { .kind = PASSAGE_PARAGRAPH,
			.text = text,
			.len = 8192 - (uint32_t)i };
		int64_t id;

		memset(text, 'a' + i % 26, p.len);
		text[p.len] = '\0';
		assert_int_equal(collection_writer_get_next_passage(w), i + 1);
		assert_int_equal(collection_writer_put_passage(&id, w,
				     (struct passage_owner){ RECORD_TOPIC, 1 },
				     &p, err),
		    STATUS_OK);
		assert_int_equal(id, i + 1);
	}
	free(text);
}

static void
text_of_many_blocks_is_read_back(void **state)
{
	static const uint64_t sizes[] = { 0, 100000000 };
	struct topic t = { .slug = "t",
		.title = "T",
		.last = 1,
		.summary = "",
		.passages = LONG_PASSAGES };

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *path = sample_make_file();
		struct collection_writer *w;
		struct collection *c;
		struct arena arena = { NULL };
		struct page page;
		struct error err;

		assert_int_equal(collection_writer_open(&w, path, sizes[i],
				     &err),
		    STATUS_OK);
		assert_int_equal(collection_writer_put_topic(w, &t, 1, &err),
		    STATUS_OK);
		put_long_passages(w, &err);
		assert_int_equal(collection_writer_finish(w, &err), STATUS_OK);
		assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
		assert_int_equal(collection_read_page(&page, c, RECORD_TOPIC, 1,
				     &arena, &err),
		    STATUS_OK);
		assert_int_equal(page.passage_count, LONG_PASSAGES);
		for (int n = 0; n < LONG_PASSAGES; n++) {
			const struct passage *p = &page.passages[n];

			assert_int_equal(p->len, 8192 - n);
			assert_int_equal(strlen(p->text), p->len);
			assert_int_equal(p->text[0], 'a' + n % 26);
			assert_int_equal(p->text[p->len - 1], 'a' + n % 26);
		}
		collection_close(c);
		arena_clear(&arena);
		sample_remove(path);
	}
}

static void
a_text_that_is_too_long_is_refused(void **state)
{
	char *path = sample_make_file();
	char *text = mem_alloc_array(10001, 1);
	struct collection_writer *w;
	struct passage p = { .kind = PASSAGE_PARAGRAPH,
		.text = text,
		.len = 8193 };
	struct topic t = { .slug = text, .title = "T", .last = 1 };
	int64_t id;
	struct error err;

	(void)state;
	memset(text, 'x', 10000);
	assert_int_equal(collection_writer_open(&w, path, 0, &err), STATUS_OK);
	assert_int_equal(collection_writer_put_passage(&id, w,
			     (struct passage_owner){ RECORD_TOPIC, 1 }, &p,
			     &err),
	    STATUS_LIMIT);
	assert_int_equal(collection_writer_put_topic(w, &t, 1, &err),
	    STATUS_LIMIT);
	assert_non_null(strstr(err.message, "10000"));
	collection_writer_abandon(w);
	collection_writer_abandon(NULL);
	free(text);
	sample_remove(path);
}

static void
a_slug_twice_is_refused(void **state)
{
	char *path = sample_make_file();
	struct collection_writer *w;
	struct topic t = { .slug = "t", .title = "T", .last = 1 };
	struct error err;

	(void)state;
	assert_int_equal(collection_writer_open(&w, path, 0, &err), STATUS_OK);
	assert_int_equal(collection_writer_put_topic(w, &t, 1, &err),
	    STATUS_OK);
	assert_int_equal(collection_writer_put_topic(w, &t, 1, &err),
	    STATUS_OK);
	assert_int_equal(collection_writer_finish(w, &err), STATUS_INVALID);
	sample_remove(path);
}

static void
a_collection_that_is_not_finished_is_none(void **state)
{
	char *path = sample_make_file();
	struct collection_writer *w;
	struct collection *c;
	struct error err;

	(void)state;
	assert_int_equal(collection_writer_open(&w, path, 0, &err), STATUS_OK);
	assert_int_equal(sample_put(w, &err), STATUS_OK);
	collection_writer_abandon(w);
	assert_int_not_equal(collection_open(&c, path, &err), STATUS_OK);
	sample_remove(path);
}

static void
a_file_that_cannot_be_written_is_reported(void **state)
{
	struct collection_writer *w;
	struct error err;

	(void)state;
	assert_int_equal(collection_writer_open(&w, "/nowhere/a.ibid", 0, &err),
	    STATUS_NOT_FOUND);
	assert_int_equal(collection_writer_open(&w, "/dev/null", 0, &err),
	    STATUS_INVALID);
}

static void
an_empty_collection_is_sound(void **state)
{
	char *path = sample_make_file();
	struct collection_writer *w;
	struct collection *c;
	struct collection_counts counts;
	struct topic *topics;
	uint32_t count;
	struct arena arena = { NULL };
	struct error err;

	(void)state;
	assert_int_equal(collection_writer_open(&w, path, 0, &err), STATUS_OK);
	assert_int_equal(collection_writer_finish(w, &err), STATUS_OK);
	assert_int_equal(collection_open(&c, path, &err), STATUS_OK);
	assert_int_equal(collection_count(&counts, c, &err), STATUS_OK);
	assert_int_equal(counts.topics, 0);
	assert_int_equal(collection_list_topics(&topics, &count, c, 1, 10,
			     &arena, &err),
	    STATUS_OK);
	assert_int_equal(count, 0);
	assert_int_equal(collection_verify(c, NULL, NULL, &err), STATUS_OK);
	collection_close(c);
	arena_clear(&arena);
	sample_remove(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(
						equal_calls_make_equal_files),
		cmocka_unit_test(pages_are_large_where_there_is_much_text),
		cmocka_unit_test(text_of_many_blocks_is_read_back),
		cmocka_unit_test(a_text_that_is_too_long_is_refused),
		cmocka_unit_test(a_slug_twice_is_refused),
		cmocka_unit_test(a_collection_that_is_not_finished_is_none),
		cmocka_unit_test(a_file_that_cannot_be_written_is_reported),
		cmocka_unit_test(an_empty_collection_is_sound) };

	return cmocka_run_group_tests_name("writer", tests, NULL, NULL);
}
