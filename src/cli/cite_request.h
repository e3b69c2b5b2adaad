/* SPDX-License-Identifier: ISC */
#ifndef IBID_CITE_REQUEST_H
#define IBID_CITE_REQUEST_H

#include <stdbool.h>

#include "cli.h"

/*
 * What `ibid cite` is asked for.
 */
#define CITE_REQUEST_OPTIONS                                            \
	(OPTION_BIT(OPTION_STYLE) | OPTION_BIT(OPTION_LANGUAGE) |       \
	    OPTION_BIT(OPTION_IN_TEXT) | OPTION_BIT(OPTION_NARRATIVE) | \
	    OPTION_BIT(OPTION_LOCATOR) | OPTION_BIT(OPTION_VIA) |       \
	    OPTION_BIT(OPTION_QUOTATION) | OPTION_BIT(OPTION_FROM) |    \
	    OPTION_BIT(OPTION_HTML) | OPTION_BIT(OPTION_MARKDOWN))

enum cite_form {
	CITE_FORM_LIST,    /* an entry of the list of references each */
	CITE_FORM_IN_TEXT, /* one citation of all */
	CITE_FORM_NARRATIVE,
	CITE_FORM_RECORDS /* all forms of each, for other formats than text */
};
enum cite_markup { CITE_PLAIN, CITE_HTML, CITE_MARKDOWN };

struct cite_request {
	enum cite_form form;
	enum cite_markup markup;
	const char *label;   /* CSL's; NULL: no locator */
	const char *locator; /* NULL: none */
	const char *via;     /* key, or NULL */
	bool is_quotation;
	const char *file;  /* of CSL-JSON, "-": stdin; NULL: the collection */
	const char **keys; /* each once */
	int key_count;     /* 0: all of the file */
};

/* STATUS_INVALID, with one line, where the options do not go together. */
enum status cite_request_read(struct cite_request *out, struct cli *cli,
    struct error *err);

#endif
