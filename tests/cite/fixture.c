/* SPDX-License-Identifier: ISC */
#include "fixture.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The name in a line of "=" and spaces between two marks, cut out of it. */
static char *
read_name(char *line, const char *mark)
{
	size_t len = strlen(line);
	char *end;

	while (len > 0 && isspace((unsigned char)line[len - 1]))
		len--;
	if (len < 8 || strncmp(line, mark, 2) != 0 ||
	    strncmp(line + len - 2, mark, 2) != 0)
		return NULL;
	line += 2 + strspn(line + 2, "= ");
	end = line + strcspn(line, "= ");
	if (end == line || *end == '\0')
		return NULL;
	*end = '\0';
	return line;
}

static char *
trim(char *from, char *end)
{
	while (end > from && isspace((unsigned char)end[-1]))
		end--;
	*end = '\0';
	while (isspace((unsigned char)*from))
		from++;
	return from;
}

void
fixture_parse_take(struct fixture *f, char *text)
{
	struct fixture_section *open = NULL;
	char *next;

	*f = (struct fixture){ .text = text };
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	for (char *line = text; line != NULL && *line != '\0'; line = next) {
		char *feed = strchr(line, '\n');
		bool is_start = strncmp(line, ">>=", 3) == 0;
		bool is_end = strncmp(line, "<<=", 3) == 0;
		char *name;

		next = feed != NULL ? feed + 1 : NULL;
		if ((!is_start || open != NULL) && (!is_end || open == NULL))
			continue;
		if (feed != NULL)
			*feed = '\0';
		name = read_name(line, is_start ? ">>" : "<<");
		if (name != NULL && is_end) {
			open->text = trim(f->text + (open->text - f->text),
			    line);
			open = NULL;
		} else if (name != NULL && next != NULL &&
		    f->count < FIXTURE_SECTIONS_MAX) {
			open = &f->sections[f->count++];
			*open = (struct fixture_section){ name, next };
		}
	}
	if (open != NULL)
		f->count--;
}

void
fixture_clear(struct fixture *f)
{
	free(f->text);
	*f = (struct fixture){ 0 };
}

const char *
fixture_get(const struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++) {
		if (strcmp(f->sections[i].name, name) == 0)
			return f->sections[i].text;
	}
	return NULL;
}
