/* SPDX-License-Identifier: ISC */
#ifndef IBID_SENTENCE_CLASS_H
#define IBID_SENTENCE_CLASS_H

#include <stdint.h>

/*
 * Unicode's Sentence_Break property.  Extend and Format are one class here:
 * both are passed over (SB5).
 */
enum sentence_class {
	SENTENCE_OTHER,
	SENTENCE_CR,
	SENTENCE_LF,
	SENTENCE_SEP,
	SENTENCE_EXTEND,
	SENTENCE_SP,
	SENTENCE_LOWER,
	SENTENCE_UPPER,
	SENTENCE_OLETTER,
	SENTENCE_NUMERIC,
	SENTENCE_ATERM,
	SENTENCE_STERM,
	SENTENCE_SCONTINUE,
	SENTENCE_CLOSE
};

enum sentence_class sentence_class_get(int32_t code_point);

#endif
