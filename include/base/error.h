/* SPDX-License-Identifier: ISC */
#ifndef IBID_BASE_ERROR_H
#define IBID_BASE_ERROR_H

/*
 * What can fail returns an enum status and fills a struct error with one
 * line for a person.  Callers pass both up unchanged; only cli, ui and the
 * compiler's main print them.
 */
enum status {
	STATUS_OK = 0,
	STATUS_NOT_FOUND,   /* asked for, and not there */
	STATUS_INVALID,     /* the input or the request is wrong */
	STATUS_CORRUPT,     /* a file is damaged or not what it claims */
	STATUS_UNSUPPORTED, /* of a later version, or not ours */
	STATUS_IO,          /* the system said no */
	STATUS_LIMIT,       /* larger or slower than we accept */
	STATUS_FOUND_FAULTS /* the run ended, its findings were reported */
};

#define ERROR_MESSAGE_SIZE 512

struct error {
	enum status status;
	char message[ERROR_MESSAGE_SIZE]; /* one line, no line feed */
};

/*
 * Sets status and message of err (which may be NULL) and returns status.
 * A message that is too long is cut at a character.
 */
enum status error_set(struct error *err, enum status status, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

#endif
