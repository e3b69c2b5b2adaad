/* SPDX-License-Identifier: ISC */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

/*
 * Nearly all text is ASCII, so each function passes over it without asking
 * utf8proc, whose tables cost a lookup a character.
 */

const char *
utf8_get_library_version(void)
{
	return utf8proc_version();
}

static bool
is_ascii(unsigned char c)
{
	return c < 0x80;
}

static size_t
skip_ascii(const char *text, size_t len)
{
	size_t i = 0;
	uint64_t eight;

	while (i + sizeof eight <= len) {
		memcpy(&eight, text + i, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
		i += sizeof eight;
	}
	while (i < len && is_ascii((unsigned char)text[i]))
		i++;
	return i;
}

/*
 * The bytes that a lead byte asks for, and the range of the second (Unicode
 * 15, table 3-7): surrogates, overlong forms and what lies beyond U+10FFFF
 * are told by the second byte.
 */
static size_t
get_form(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF) {
		if (lead == 0xE0)
			*low = 0xA0;
		if (lead == 0xED)
			*high = 0x9F;
		return 3;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		if (lead == 0xF0)
			*low = 0x90;
		if (lead == 0xF4)
			*high = 0x8F;
		return 4;
	}
	return 0;
}

size_t
utf8_decode(int32_t *code_point, const char *text, const char *end)
{
	const unsigned char *p = (const unsigned char *)text;
	size_t have = (size_t)(end - text);
	unsigned char low, high;
	size_t want, i;
	int32_t value;

	if (is_ascii(p[0])) {
		*code_point = p[0];
		return 1;
	}
	*code_point = 0xFFFD;
	want = get_form(p[0], &low, &high);
	if (want == 0)
		return 1;
	value = p[0] & (0x7F >> want);
	for (i = 1; i < want; i++) {
		if (i >= have || p[i] < low || p[i] > high)
			return i;
		value = value << 6 | (p[i] & 0x3F);
		low = 0x80;
		high = 0xBF;
	}
	*code_point = value;
	return want;
}

size_t
utf8_encode(char out[4], int32_t code_point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_ssize_t len = utf8proc_encode_char(code_point, bytes);

	if (len <= 0)
		len = utf8proc_encode_char(0xFFFD, bytes);
	memcpy(out, bytes, (size_t)len);
	return (size_t)len;
}

size_t
utf8_find_invalid(const char *text, size_t len)
{
	size_t at = skip_ascii(text, len);

	while (at < len) {
		unsigned char low, high;
		size_t want = get_form((unsigned char)text[at], &low, &high);
		int32_t code_point;

		if (want == 0 ||
		    utf8_decode(&code_point, text + at, text + len) != want ||
		    (code_point == 0xFFFD &&
			memcmp(text + at, "\xEF\xBF\xBD", 3) != 0))
			return at;
		at += want;
		at += skip_ascii(text + at, len - at);
	}
	return len;
}

size_t
utf8_find_start(const char *text, size_t at)
{
	while (at > 0 && utf8_is_inside(text[at]))
		at--;
	return at;
}

size_t
utf8_step_back(const char *text, size_t from, size_t at)
{
	do
		at--;
	while (at > from && utf8_is_inside(text[at]));
	return at;
}

size_t
utf8_next_grapheme(const char *text, const char *end)
{
	utf8proc_int32_t state = 0;
	int32_t before, after;
	size_t at;

	if (is_ascii((unsigned char)text[0]) &&
	    (text + 1 == end || is_ascii((unsigned char)text[1])))
		return text[0] == '\r' && text + 1 < end && text[1] == '\n' ?
		    2 :
		    1;
	at = utf8_decode(&before, text, end);
	while (text + at < end) {
		size_t step = utf8_decode(&after, text + at, end);

		if (utf8proc_grapheme_break_stateful(before, after, &state))
			break;
		before = after;
		at += step;
	}
	return at;
}

bool
utf8_is_control(int32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/*
 * Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties) but for
 * the variation selectors and the joiners that clusters are made with, and
 * the separators of lines and paragraphs.
 */
bool
utf8_is_invisible(int32_t c)
{
	static const struct {
		int32_t first, last;
	} ranges[] = {
		{ 0x00AD, 0x00AD },
		{ 0x034F, 0x034F },
		{ 0x061C, 0x061C },
		{ 0x115F, 0x1160 },
		{ 0x17B4, 0x17B5 },
		{ 0x180B, 0x180F },
		{ 0x200B, 0x200B },
		{ 0x200E, 0x200F },
		{ 0x2028, 0x202E },
		{ 0x2060, 0x206F },
		{ 0x3164, 0x3164 },
		{ 0xFEFF, 0xFEFF },
		{ 0xFFA0, 0xFFA0 },
		{ 0xFFF0, 0xFFFB },
		{ 0x1BCA0, 0x1BCA3 },
		{ 0x1D173, 0x1D17A },
		{ 0xE0000, 0xE0FFF },
	};

	if (c < 0xAD)
		return false;
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		if (c <= ranges[i].last)
			return c >= ranges[i].first;
	}
	return false;
}

static int
get_width(int32_t c)
{
	if (utf8_is_control(c) || utf8_is_invisible(c))
		return 1;
	return utf8proc_charwidth(c);
}

/* 0 where no character of the cluster takes a column. */
static int
measure_cluster(const char *cluster, size_t len)
{
	const char *end = cluster + len;
	int width = 0;

	if (len == 1)
		return 1;
	while (cluster < end) {
		int32_t c;
		int of_this;

		cluster += utf8_decode(&c, cluster, end);
		if (c == 0xFE0F && width > 0) /* asks for the emoji picture */
			return 2;
		of_this = get_width(c);
		if (of_this > width)
			width = of_this;
	}
	return width > 2 ? 2 : width;
}

static bool
begins_visibly(const char *cluster, size_t len)
{
	int32_t first;

	utf8_decode(&first, cluster, cluster + len);
	return !utf8_is_control(first) && !utf8_is_invisible(first);
}

bool
utf8_is_drawn(const char *cluster, size_t len)
{
	return begins_visibly(cluster, len) &&
	    measure_cluster(cluster, len) > 0;
}

int
utf8_cluster_width_cols(const char *cluster, size_t len)
{
	int width;

	if (len == 1 || !begins_visibly(cluster, len))
		return 1;
	width = measure_cluster(cluster, len);
	return width > 0 ? width : 1;
}

size_t
utf8_width_cols(const char *text, size_t len)
{
	const char *end = text + len;
	size_t cols = 0;

	while (text < end) {
		size_t ascii = skip_ascii(text, (size_t)(end - text));
		size_t cluster;

		/* The last one may carry a mark. */
		if (ascii && text + ascii < end)
			ascii--;
		cols += ascii;
		text += ascii;
		if (text == end)
			break;
		cluster = utf8_next_grapheme(text, end);
		cols += (size_t)utf8_cluster_width_cols(text, cluster);
		text += cluster;
	}
	return cols;
}

/* Runs utf8proc over a text; the caller's (free()), or NULL. */
static utf8proc_uint8_t *
map_text(const char *text, size_t len, utf8proc_ssize_t *mapped_len,
    utf8proc_option_t options)
{
	utf8proc_uint8_t *mapped = NULL;

	*mapped_len = utf8proc_map((const utf8proc_uint8_t *)text,
	    (utf8proc_ssize_t)len, &mapped, options);
	return *mapped_len < 0 ? NULL : mapped;
}

/*
 * Bytes of a character that NFC leaves alone whatever stands beside it
 * (NFC_Quick_Check is Yes and the combining class 0), as told by its first
 * bytes: below U+0300, basic Cyrillic, the usual punctuation, ideographs,
 * Hangul syllables (the jamo that would join them are not among these).
 * 0 for all others, be they stable or not.
 */
static size_t
get_stable_len(const unsigned char *p, size_t have)
{
	if (have < 2)
		return 0;
	if (p[0] < 0xCC || p[0] == 0xD0 || p[0] == 0xD1)
		return 2;
	if (have < 3)
		return 0;
	if ((p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x90) ||
	    (p[0] == 0xE3 && p[1] == 0x80 && p[2] < 0xAA) ||
	    (p[0] == 0xE4 && p[1] >= 0xB8) || (p[0] >= 0xE5 && p[0] <= 0xE9) ||
	    (p[0] == 0xEA && p[1] >= 0xB0) || p[0] == 0xEB || p[0] == 0xEC ||
	    (p[0] == 0xED && p[1] < 0x9E))
		return 3;
	return 0;
}

static bool
is_plainly_nfc(const char *text, size_t len)
{
	size_t at = skip_ascii(text, len);

	while (at < len) {
		size_t step = get_stable_len((const unsigned char *)text + at,
		    len - at);

		if (step == 0)
			return false;
		at += step;
		at += skip_ascii(text + at, len - at);
	}
	return true;
}

bool
utf8_is_nfc(const char *text, size_t len)
{
	utf8proc_ssize_t mapped_len;
	utf8proc_uint8_t *mapped;
	bool equal;

	if (utf8_find_invalid(text, len) != len)
		return false;
	if (is_plainly_nfc(text, len))
		return true;
	mapped = map_text(text, len, &mapped_len,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (!mapped)
		return false;
	equal = (size_t)mapped_len == len && memcmp(mapped, text, len) == 0;
	free(mapped);
	return equal;
}

void
utf8_add_nfc(struct str *out, const char *text, size_t len)
{
	utf8proc_ssize_t mapped_len;
	utf8proc_uint8_t *mapped = NULL;

	if (!is_plainly_nfc(text, len))
		mapped = map_text(text, len, &mapped_len,
		    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (!mapped) {
		str_add(out, text, len);
		return;
	}
	str_add(out, (const char *)mapped, (size_t)mapped_len);
	free(mapped);
}

static size_t
find_ascii_end(const char *text, size_t len, bool is_ascii)
{
	size_t at = 0;

	while (at < len && ((unsigned char)text[at] < 0x80) == is_ascii)
		at++;
	return at;
}

static void
add_folded_part(struct str *out, const char *text, size_t len)
{
	utf8proc_ssize_t mapped_len;
	utf8proc_uint8_t *mapped = map_text(text, len, &mapped_len,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
		UTF8PROC_STRIPMARK);

	if (!mapped) {
		str_add(out, text, len);
		return;
	}
	str_add(out, (const char *)mapped, (size_t)mapped_len);
	free(mapped);
}

/* ASCII has no marks to lose: only what stands between it is mapped. */
void
utf8_add_casefold(struct str *out, const char *text, size_t len)
{
	while (len > 0) {
		size_t ascii = find_ascii_end(text, len, true);
		size_t other = find_ascii_end(text + ascii, len - ascii, false);
		size_t from = out->len;

		str_add(out, text, ascii);
		for (; from < out->len; from++) {
			if (out->data[from] >= 'A' && out->data[from] <= 'Z')
				out->data[from] += 'a' - 'A';
		}
		if (other > 0)
			add_folded_part(out, text + ascii, other);
		text += ascii + other;
		len -= ascii + other;
	}
}

static bool
is_hangul_syllable(int32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

/* The folded form of one character in bytes; len as it was if it is equal. */
static size_t
fold_character(char out[64], const char *text, size_t len, int32_t c)
{
	utf8proc_int32_t parts[16];
	utf8proc_ssize_t count;
	size_t out_len = 0;
	int boundary = 0;

	if (is_hangul_syllable(c)) {
		memcpy(out, text, len);
		return len;
	}
	count = utf8proc_decompose_char(c, parts, 16,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, &boundary);
	if (count < 0 || count > 16)
		count = 0;
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN)
			out_len += utf8_encode(out + out_len, parts[i]);
	}
	return out_len;
}

static void
add_leb128(struct str *s, size_t value)
{
	while (value >= 0x80) {
		str_add_char(s, (char)(0x80 | (value & 0x7F)));
		value >>= 7;
	}
	str_add_char(s, (char)value);
}

bool
utf8_fold(struct str *folded, struct str *map, const char *text, size_t len)
{
	const char *end = text + len;
	size_t equal = skip_ascii(text, len);
	const char *p = text + equal;
	size_t before = folded->len;
	bool differs = false;

	if (p == end)
		return false;
	while (p < end) {
		char out[64];
		int32_t c;
		size_t step = utf8_decode(&c, p, end);
		size_t out_len = fold_character(out, p, step, c);

		if (out_len == step && memcmp(out, p, step) == 0) {
			equal += step;
		} else {
			if (!differs)
				str_add(folded, text, (size_t)(p - text));
			differs = true;
			add_leb128(map, equal);
			add_leb128(map, out_len);
			add_leb128(map, step);
			equal = 0;
		}
		if (differs)
			str_add(folded, out, out_len);
		p += step;
		step = skip_ascii(p, (size_t)(end - p));
		if (differs)
			str_add(folded, p, step);
		equal += step;
		p += step;
	}
	if (!differs)
		folded->len = before;
	return differs;
}

bool
utf8_is_upper(int32_t code_point)
{
	utf8proc_category_t category = utf8proc_category(code_point);

	return category == UTF8PROC_CATEGORY_LU ||
	    category == UTF8PROC_CATEGORY_LT;
}
