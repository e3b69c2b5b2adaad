/* SPDX-License-Identifier: ISC */
#ifndef IBID_INFO_H
#define IBID_INFO_H

#include <stdbool.h>
#include <stdint.h>

#include "cli.h"
#include "reader/print.h"

/*
 * What the collection says of itself, for its first page and for `info`.
 */
struct info {
	const char *title;
	const char *version;
	const char *language;
	const char *licence;
	const char *editors; /* one a line */
	const char *advisory;
	const char *home;
	const char *path;
	const char *compiler;
	const char *unicode;
	struct collection_counts counts;
	const char *program_version;
	const char *sqlite_version;
	const char *utf8proc_version;
	const char **styles; /* their ids */
	uint32_t style_count;
	bool has_csl_styles;     /* besides its own some came with ibid */
	const char *styles_path; /* where most come from */
};

/* The fields that `info` prints. */
extern const struct print_field info_fields[];

/* Texts that are not there are "". */
enum status info_read(struct info *out, struct cli *cli, struct error *err);

/* "6 topics, 8 figures, ..." */
void info_add_counts(struct str *out, const struct collection_counts *c);

/* Which citation styles there are: each is opened for that. */
void info_read_styles(struct info *info, struct arena *arena);

/* "apa, ieee, plain"; and whose they are, where any is not ours. */
void info_add_styles(struct str *out, const struct info *info);

/* Their names, which stand one a line, in one. */
void info_add_editors(struct str *out, const char *editors);

#endif
