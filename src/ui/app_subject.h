/* SPDX-License-Identifier: ISC */
#ifndef IBID_APP_SUBJECT_H
#define IBID_APP_SUBJECT_H

#include "app.h"
#include "reader/references.h"

/*
 * What is under the cursor, for copying: the citations of a sentence, the
 * one that is selected in the pane, a source.
 */
struct app_subject {
	struct arena arena;
	const char *key;         /* of a source by itself, or NULL */
	struct citation *chains; /* with their steps */
	uint32_t chain_count;
	const struct step *step; /* selected in the pane, or NULL */
	const char *text;        /* the sentence, lent by the view; NULL */
	size_t len;
	bool is_quotation;
};

enum status app_subject_read(struct app_subject *out, struct app *app,
    struct error *err);
void app_subject_clear(struct app_subject *s);

/* STATUS_NOT_FOUND where nothing is cited. */
enum status app_subject_set(const struct app_subject *s, struct references *r,
    struct error *err);

#endif
