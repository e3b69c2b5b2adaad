/* SPDX-License-Identifier: ISC */
#include "db_header.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/*
 * The first hundred bytes of an SQLite file, "Database File Format", 1.3
 * (https://www.sqlite.org/fileformat2.html).  Numbers are big-endian.
 */
enum {
	HEADER_BYTES = 100,
	PAGE_SIZE_AT = 16,
	WRITE_VERSION_AT = 18, /* 1: rollback journal, 2: write-ahead log */
	READ_VERSION_AT = 19,
	CHANGES_AT = 24,
	PAGES_AT = 28,
	ENCODING_AT = 56, /* 1: UTF-8 */
	USER_VERSION_AT = 60,
	APPLICATION_ID_AT = 68,
	PAGES_VALID_FOR_AT = 92
};

static uint32_t
get_number(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
	    (uint32_t)at[2] << 8 | at[3];
}

/*
 * Closing any descriptor of a file drops all locks that this process holds
 * on it.  That is harmless here: a collection is replaced, never changed.
 */
static enum status
read_header(unsigned char header[HEADER_BYTES], size_t *len,
    uint64_t *file_bytes, const char *path, struct error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;
	ssize_t got;

	if (fd < 0)
		return error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	do
		got = pread(fd, header, HEADER_BYTES, 0);
	while (got < 0 && errno == EINTR);
	if (got < 0 || fstat(fd, &st) != 0) {
		int saved = errno;

		close(fd);
		return error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(saved));
	}
	close(fd);
	*len = (size_t)got;
	*file_bytes = (uint64_t)st.st_size;
	return STATUS_OK;
}

static enum status
check_kind(const unsigned char *header, size_t len, const char *path,
    const struct db_form *form, struct error *err)
{
	if (len == 0)
		return error_set(err, STATUS_UNSUPPORTED,
		    "%s: is empty, and no %s", path, form->name);
	if (len < 16 || memcmp(header, "SQLite format 3", 16) != 0)
		return error_set(err, STATUS_UNSUPPORTED, "%s: is no %s", path,
		    form->name);
	if (len < HEADER_BYTES)
		return error_set(err, STATUS_CORRUPT, "%s: is cut short", path);
	if (get_number(header + APPLICATION_ID_AT) != form->application_id)
		return error_set(err, STATUS_UNSUPPORTED, "%s: is no %s", path,
		    form->name);
	return STATUS_OK;
}

static enum status
check_version(const unsigned char *header, const char *path,
    const struct db_form *form, struct error *err)
{
	int32_t version = (int32_t)get_number(header + USER_VERSION_AT);

	if (version == (int32_t)form->version)
		return STATUS_OK;
	if (version < 0)
		return error_set(err, STATUS_CORRUPT,
		    "%s: damaged: of form %ld, which there is not", path,
		    (long)version);
	return error_set(err, STATUS_UNSUPPORTED,
	    "%s: made for %s ibid (form %u; this one reads form %u)", path,
	    version > (int32_t)form->version ? "a later" : "an earlier",
	    (unsigned)version, (unsigned)form->version);
}

static enum status
check_whole(const unsigned char *header, uint64_t file_bytes, const char *path,
    struct error *err)
{
	uint32_t page_bytes = (uint32_t)header[PAGE_SIZE_AT] << 8 |
	    header[PAGE_SIZE_AT + 1];
	uint64_t wanted;

	if (page_bytes == 1)
		page_bytes = 65536;
	if (page_bytes < 512 || (page_bytes & (page_bytes - 1)) != 0)
		return error_set(err, STATUS_CORRUPT,
		    "%s: damaged: pages of %u bytes", path,
		    (unsigned)page_bytes);
	if (header[ENCODING_AT + 3] != 1)
		return error_set(err, STATUS_CORRUPT,
		    "%s: damaged: not in UTF-8", path);
	if (header[WRITE_VERSION_AT] > 1 || header[READ_VERSION_AT] > 1)
		return error_set(err, STATUS_CORRUPT,
		    "%s: has a write-ahead "
		    "log; a collection as it was compiled has none",
		    path);
	if (get_number(header + CHANGES_AT) !=
	    get_number(header + PAGES_VALID_FOR_AT))
		return STATUS_OK;
	wanted = (uint64_t)get_number(header + PAGES_AT) * page_bytes;
	if (wanted > file_bytes)
		return error_set(err, STATUS_CORRUPT,
		    "%s: is cut short: %llu of %llu bytes are there", path,
		    (unsigned long long)file_bytes, (unsigned long long)wanted);
	return STATUS_OK;
}

enum status
db_header_check(uint64_t *file_bytes, const char *path,
    const struct db_form *form, struct error *err)
{
	unsigned char header[HEADER_BYTES];
	size_t len = 0;
	enum status status = file_check_regular(path, err);

	if (status == STATUS_OK)
		status = read_header(header, &len, file_bytes, path, err);
	if (status == STATUS_OK)
		status = check_kind(header, len, path, form, err);
	if (status == STATUS_OK)
		status = check_version(header, path, form, err);
	if (status == STATUS_OK)
		status = check_whole(header, *file_bytes, path, err);
	return status;
}
