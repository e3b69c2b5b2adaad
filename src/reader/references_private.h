/* SPDX-License-Identifier: ISC */
#ifndef IBID_REFERENCES_PRIVATE_H
#define IBID_REFERENCES_PRIVATE_H

#include "base/arena.h"
#include "cite/cite.h"
#include "model/style.h"
#include "reader/references.h"

/* What the files of the references share. */
struct reference_chain {
	bool is_there;     /* its document has a record */
	bool is_secondary; /* known only through that document */
	struct cite_secondary read;
};

struct references {
	struct session *session; /* lent */
	struct style *style, *locale;
	struct cite *cite;              /* NULL: no style is open */
	char open[SETTING_TEXT_SIZE];   /* the id of the style that is */
	char wished[SETTING_TEXT_SIZE]; /* and of the one asked for then */
	struct str fault, told;
	struct arena arena; /* of what is set */
	const struct csl_item **items;
	uint32_t item_count;
	struct reference_chain *chains;
	uint32_t chain_count;
};

/* Gives all items to the style. */
void references_set_items(struct references *r);

#endif
