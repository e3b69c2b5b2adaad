/* SPDX-License-Identifier: ISC */
#include "field.h"

#include <inttypes.h>
#include <string.h>

#include "model/passage.h"
#include "model/record.h"

static const void *
look(const struct print_field *f, const void *record)
{
	return (const char *)record + f->at;
}

const void *
field_get_pointer(const struct print_field *f, const void *record)
{
	const void *pointer;

	memcpy(&pointer, look(f, record), sizeof pointer);
	return pointer;
}

uint32_t
field_get_count(const struct print_field *f, const void *record)
{
	uint32_t count;

	memcpy(&count, (const char *)record + f->count_at, sizeof count);
	return count;
}

const void *
field_get_nested(const struct print_field *f, const void *record, uint32_t i)
{
	const char *first = field_get_pointer(f, record);

	return first + i * f->nested->size_bytes;
}

bool
field_is_text(const struct print_field *f)
{
	switch (f->type) {
	case PRINT_TEXT:
	case PRINT_WORD:
	case PRINT_ADVISORY:
	case PRINT_KIND:
	case PRINT_PASSAGE:
	case PRINT_ROLE:
	case PRINT_SEEN:
		return true;
	default:
		return false;
	}
}

const char *
field_get_text(const struct print_field *f, const void *record)
{
	const void *at = look(f, record);
	const char *text;

	switch (f->type) {
	case PRINT_TEXT:
		text = field_get_pointer(f, record);
		return text && *text ? text : NULL;
	case PRINT_WORD:
		text = field_get_pointer(f, record);
		return text ? text : "";
	case PRINT_ADVISORY:
		return *(const bool *)at ? "graphic" : "none";
	case PRINT_KIND:
		return record_get_name(*(const enum record_kind *)at);
	case PRINT_PASSAGE:
		return passage_get_kind_name(*(const enum passage_kind *)at);
	case PRINT_ROLE:
		return citation_get_role_name(*(const enum step_role *)at);
	case PRINT_SEEN:
		return citation_get_seen_name(*(const enum step_seen *)at);
	default:
		return NULL;
	}
}

bool
field_add_scalar(struct str *out, const struct print_field *f,
    const void *record)
{
	const void *at = look(f, record);

	switch (f->type) {
	case PRINT_NUMBER:
		print_add_json_number(out, *(const double *)at);
		return true;
	case PRINT_COUNT:
		str_add_format(out, "%" PRIu32, *(const uint32_t *)at);
		return true;
	case PRINT_LEVEL:
		str_add_format(out, "%d", *(const int *)at);
		return true;
	case PRINT_ID:
		str_add_format(out, "%" PRId64, *(const int64_t *)at);
		return true;
	case PRINT_FLAG:
		str_add_text(out, *(const bool *)at ? "true" : "false");
		return true;
	default:
		return false;
	}
}
