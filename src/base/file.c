/* SPDX-License-Identifier: ISC */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static enum status
report_errno(struct error *err, const char *path)
{
	enum status status = errno == ENOENT || errno == ENOTDIR ?
	    STATUS_NOT_FOUND :
	    STATUS_IO;

	return error_set(err, status, "%s: %s", path, strerror(errno));
}

static const char *
name_of_type(mode_t mode)
{
	if (S_ISDIR(mode))
		return "is a directory";
	if (S_ISFIFO(mode))
		return "is a FIFO";
	if (S_ISSOCK(mode))
		return "is a socket";
	return "is a device";
}

enum status
file_check_regular(const char *path, struct error *err)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return report_errno(err, path);
	if (!S_ISREG(st.st_mode))
		return error_set(err, STATUS_INVALID,
		    "%s: %s, not a regular file", path,
		    name_of_type(st.st_mode));
	return STATUS_OK;
}

enum status
file_read_from(struct str *out, int fd, const char *path, size_t limit_bytes,
    struct error *err)
{
	char buffer[16384];
	size_t total = 0;

	for (;;) {
		ssize_t got = read(fd, buffer, sizeof buffer);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return report_errno(err, path);
		if (got == 0)
			return STATUS_OK;
		total += (size_t)got;
		if (total > limit_bytes)
			return error_set(err, STATUS_LIMIT,
			    "%s: larger than %zu bytes", path, limit_bytes);
		str_add(out, buffer, (size_t)got);
	}
}

enum status
file_read(struct str *out, const char *path, size_t limit_bytes,
    struct error *err)
{
	enum status status = file_check_regular(path, err);
	int fd;

	if (status)
		return status;
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return report_errno(err, path);
	status = file_read_from(out, fd, path, limit_bytes, err);
	close(fd);
	return status;
}

/* The mode that a new file would have had without mkstemp()'s caution. */
static void
give_usual_mode(int fd)
{
	mode_t mask = umask(0);

	umask(mask);
	(void)fchmod(fd, 0666 & ~mask);
}

enum status
file_replace_begin(struct file_replacement *out, const char *path,
    struct error *err)
{
	struct file_replacement r;
	struct stat st;
	struct str temp;
	int fd;

	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return error_set(err, STATUS_INVALID,
		    "%s: %s, and is not replaced", path,
		    name_of_type(st.st_mode));
	str_init(&temp, 0);
	str_add_format(&temp, "%s.XXXXXX", path);
	fd = mkstemp(temp.data);
	if (fd < 0) {
		enum status status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));

		str_clear(&temp);
		return status;
	}
	give_usual_mode(fd);
	close(fd);
	r.temp = str_take(&temp);
	r.path = mem_copy_text(path);
	*out = r;
	return STATUS_OK;
}

/* A rename is only as safe as the bytes that it brings in. */
static int
sync_path(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int result;

	if (fd < 0)
		return -1;
	result = fsync(fd);
	close(fd);
	return result;
}

enum status
file_replace_commit(struct file_replacement *r, struct error *err)
{
	enum status status = STATUS_OK;

	if (sync_path(r->temp) != 0 || rename(r->temp, r->path) != 0) {
		status = error_set(err, STATUS_IO, "%s: %s", r->path,
		    strerror(errno));
		file_replace_clear(r);
		return status;
	}
	free(r->temp);
	free(r->path);
	*r = (struct file_replacement){ 0 };
	return STATUS_OK;
}

void
file_replace_clear(struct file_replacement *r)
{
	if (r->temp)
		(void)unlink(r->temp);
	free(r->temp);
	free(r->path);
	*r = (struct file_replacement){ 0 };
}

static bool
write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t count = write(fd, bytes, len);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes += count;
		len -= (size_t)count;
	}
	return true;
}

enum status
file_write_private(const char *path, const char *bytes, size_t len,
    struct error *err)
{
	enum status status = STATUS_OK;
	struct str temp;
	int fd;

	str_init(&temp, 0);
	str_add_format(&temp, "%s.XXXXXX", path);
	fd = mkstemp(temp.data); /* with mode 0600 */
	if (fd < 0) {
		status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
	} else if (!write_all(fd, bytes, len) || rename(temp.data, path) != 0) {
		status = error_set(err, STATUS_IO, "%s: %s", path,
		    strerror(errno));
		unlink(temp.data);
	}
	if (fd >= 0)
		close(fd);
	str_clear(&temp);
	return status;
}

char *
file_join(const char *dir, const char *name)
{
	struct str path;
	size_t len = strlen(dir);

	str_init(&path, 0);
	str_add(&path, dir, len);
	if (len && dir[len - 1] != '/')
		str_add_char(&path, '/');
	str_add_text(&path, name);
	return str_take(&path);
}

bool
file_is_inside(const char *dir, const char *path)
{
	char *real_dir = realpath(dir, NULL);
	char *real_path = realpath(path, NULL);
	size_t len = real_dir ? strlen(real_dir) : 0;
	bool inside = real_dir && real_path &&
	    strncmp(real_dir, real_path, len) == 0 &&
	    (real_path[len] == '/' || (len == 1 && real_dir[0] == '/'));

	free(real_dir);
	free(real_path);
	return inside;
}

char *
file_get_data_folder(void)
{
	const char *data = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (data && data[0] == '/')
		return file_join(data, "ibid");
	if (home && home[0] == '/')
		return file_join(home, ".local/share/ibid");
	return NULL;
}

char *
file_get_program_folder(const char *program)
{
	char link[PATH_MAX + 1];
	ssize_t len = readlink("/proc/self/exe", link, PATH_MAX);
	char *path = NULL, *slash;

	if (len > 0) {
		link[len] = '\0';
		path = mem_copy_text(link);
	} else if (program && strchr(program, '/')) {
		path = realpath(program, NULL);
	}
	slash = path ? strrchr(path, '/') : NULL;
	if (!slash) {
		free(path);
		return NULL;
	}
	slash[slash == path] = '\0';
	return path;
}
