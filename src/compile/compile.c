/* SPDX-License-Identifier: ISC */
#include "compile/compile.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "draft.h"
#include "guard.h"

static enum status
check_folder(const char *dir, struct error *err)
{
	struct stat st;

	if (stat(dir, &st) != 0)
		return error_set(err, STATUS_NOT_FOUND, "%s: %s", dir,
		    strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return error_set(err, STATUS_INVALID,
		    "%s: is no folder; a collection is compiled from one", dir);
	return STATUS_OK;
}

static enum status
read_folder(struct draft *draft, struct error *err)
{
	enum status status;

	draft_read_settings(draft);
	status = draft_read_topics(draft, err);
	if (status)
		return status;
	draft_order_topics(draft);
	draft_read_sources(draft);
	draft_read_tables(draft);
	draft_find_disagreements(draft);
	return STATUS_OK;
}

static enum status
write_file(struct draft *draft, const char *path, struct error *err)
{
	struct file_replacement file = { 0 };
	enum status status = guard_begin(&file, path, err);

	if (!status)
		status = draft_emit(draft, file.temp, err);
	if (!status && draft->diagnose->errors == 0)
		status = guard_commit(&file, err);
	guard_clear(&file);
	return status;
}

enum status
compile_run(struct compile_counts *counts, const char *dir, const char *path,
    bool is_check, struct diagnose *d, struct error *err)
{
	struct draft draft = {
		.dir = dir,
		.is_check = is_check,
		.diagnose = d,
	};
	enum status status = check_folder(dir, err);

	d->folder = dir;
	if (!status && path)
		status = guard_check(path, err);
	if (!status)
		status = read_folder(&draft, err);
	if (!status && path)
		status = write_file(&draft, path, err);
	else if (!status)
		status = draft_emit(&draft, NULL, err);
	if (!status && is_check) {
		draft_lint_records(&draft);
		draft_lint_sources(&draft);
	}
	*counts = draft.counts;
	names_clear(&draft.names);
	names_clear(&draft.origins);
	arena_clear(&draft.scratch);
	arena_clear(&draft.arena);
	return !status && d->errors ? STATUS_FOUND_FAULTS : status;
}
