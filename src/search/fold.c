/* SPDX-License-Identifier: ISC */
#include "fold.h"

#include <stddef.h>

const char fold_unicode_version[] = "14.0.0";

/* Classes of more than two, and pairs that are in no row. */
static const int32_t classes[][FOLD_LIMIT] = {
	{ 0x4B, 0x6B, 0x212A },
	{ 0x53, 0x73, 0x17F },
	{ 0xB5, 0x39C, 0x3BC },
	{ 0xC5, 0xE5, 0x212B },
	{ 0xDF, 0x1E9E },
	{ 0xFF, 0x178 },
	{ 0x1C4, 0x1C5, 0x1C6 },
	{ 0x1C7, 0x1C8, 0x1C9 },
	{ 0x1CA, 0x1CB, 0x1CC },
	{ 0x1F1, 0x1F2, 0x1F3 },
	{ 0x345, 0x399, 0x3B9, 0x1FBE },
	{ 0x392, 0x3B2, 0x3D0 },
	{ 0x395, 0x3B5, 0x3F5 },
	{ 0x398, 0x3B8, 0x3D1, 0x3F4 },
	{ 0x39A, 0x3BA, 0x3F0 },
	{ 0x3A0, 0x3C0, 0x3D6 },
	{ 0x3A1, 0x3C1, 0x3F1 },
	{ 0x3A3, 0x3C2, 0x3C3 },
	{ 0x3A6, 0x3C6, 0x3D5 },
	{ 0x3A9, 0x3C9, 0x2126 },
	{ 0x412, 0x432, 0x1C80 },
	{ 0x414, 0x434, 0x1C81 },
	{ 0x41E, 0x43E, 0x1C82 },
	{ 0x421, 0x441, 0x1C83 },
	{ 0x422, 0x442, 0x1C84, 0x1C85 },
	{ 0x42A, 0x44A, 0x1C86 },
	{ 0x462, 0x463, 0x1C87 },
	{ 0x1E60, 0x1E61, 0x1E9B },
};

/* Capitals from first to last, so many apart, and how far off the other is. */
static const struct {
	int32_t first, last, step, distance;
} rows[] = {
	{ 0x41, 0x5A, 1, 32 },
	{ 0xC0, 0xD6, 1, 32 },
	{ 0xD8, 0xDE, 1, 32 },
	{ 0x100, 0x12E, 2, 1 },
	{ 0x132, 0x136, 2, 1 },
	{ 0x139, 0x147, 2, 1 },
	{ 0x14A, 0x176, 2, 1 },
	{ 0x179, 0x17D, 2, 1 },
	{ 0x1CD, 0x1DB, 2, 1 },
	{ 0x1DE, 0x1EE, 2, 1 },
	{ 0x1F8, 0x21E, 2, 1 },
	{ 0x222, 0x232, 2, 1 },
	{ 0x246, 0x24E, 2, 1 },
	{ 0x386, 0x386, 1, 38 },
	{ 0x388, 0x38A, 1, 37 },
	{ 0x38C, 0x38C, 1, 64 },
	{ 0x38E, 0x38F, 1, 63 },
	{ 0x391, 0x3A1, 1, 32 },
	{ 0x3A3, 0x3AB, 1, 32 },
	{ 0x3D8, 0x3EE, 2, 1 },
	{ 0x400, 0x40F, 1, 80 },
	{ 0x410, 0x42F, 1, 32 },
	{ 0x460, 0x480, 2, 1 },
	{ 0x48A, 0x4BE, 2, 1 },
	{ 0x4C1, 0x4CD, 2, 1 },
	{ 0x4D0, 0x52E, 2, 1 },
	{ 0x531, 0x556, 1, 48 },
	{ 0x1E00, 0x1E94, 2, 1 },
	{ 0x1EA0, 0x1EFE, 2, 1 },
	{ 0x2160, 0x216F, 1, 16 },
	{ 0x24B6, 0x24CF, 1, 26 },
	{ 0xFF21, 0xFF3A, 1, 32 },
};

/* Characters without case: no later version gives them one. */
static const struct {
	int32_t first, last;
} alone[] = {
	{ 0x00, 0x40 }, { 0x5B, 0x60 }, { 0x7B, 0xB4 }, { 0xB6, 0xBF },
	{ 0xD7, 0xD7 }, { 0xF7, 0xF7 },
	{ 0x590, 0x109F },    /* Hebrew to Burmese */
	{ 0x1100, 0x139F },   /* Hangul, Ethiopic */
	{ 0x2000, 0x20CF },   /* punctuation, currency */
	{ 0x2190, 0x24B5 },   /* arrows, mathematics */
	{ 0x2500, 0x2BFF },   /* frames, symbols */
	{ 0x2E80, 0xA63F },   /* East Asia */
	{ 0xAC00, 0xD7A3 },   /* Hangul */
	{ 0xF900, 0xFAFF },   /* East Asia once more */
	{ 0xFB1D, 0xFEFF },   /* Hebrew and Arabic once more */
	{ 0x1F000, 0x1FAFF }, /* pictures */
	{ 0x20000, 0x3FFFD }, /* East Asia, the rest */
};

static unsigned
list_class(int32_t out[FOLD_LIMIT], const int32_t members[FOLD_LIMIT])
{
	unsigned count = 0;

	for (; count < FOLD_LIMIT && members[count]; count++)
		out[count] = members[count];
	return count;
}

static const int32_t *
find_class(int32_t character)
{
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		for (size_t j = 0; j < FOLD_LIMIT; j++) {
			if (classes[i][j] && classes[i][j] == character)
				return classes[i];
		}
	}
	return NULL;
}

static unsigned
list_pair(int32_t out[FOLD_LIMIT], int32_t character)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int32_t j = 0; j < 2; j++) {
			int32_t capital = character - j * rows[i].distance;

			if (capital < rows[i].first || capital > rows[i].last ||
			    (capital - rows[i].first) % rows[i].step != 0)
				continue;
			out[0] = capital;
			out[1] = capital + rows[i].distance;
			return 2;
		}
	}
	return 0;
}

unsigned
fold_list(int32_t out[FOLD_LIMIT], int32_t character, bool is_trusted)
{
	const int32_t *members;

	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
		if (character < alone[i].first || character > alone[i].last)
			continue;
		out[0] = character;
		return 1;
	}
	if (character >= 0x80 && !is_trusted)
		return 0;
	members = find_class(character);
	return members ? list_class(out, members) : list_pair(out, character);
}
