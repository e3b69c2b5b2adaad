/* SPDX-License-Identifier: ISC */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static void (*exit_hook)(void);

void
mem_set_exit_hook(void (*hook)(void))
{
	exit_hook = hook;
}

/* Nothing may be allocated here, so nothing of stdio is used. */
static void
end_without_memory(void)
{
	static const char message[] = "ibid: out of memory\n";

	if (exit_hook)
		exit_hook();
	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(2);
	_exit(2);
}

void *
mem_alloc(size_t size_bytes)
{
	void *p = malloc(size_bytes ? size_bytes : 1);

	if (!p)
		end_without_memory();
	return p;
}

void *
mem_alloc_array(size_t count, size_t size_bytes)
{
	void *p = calloc(count ? count : 1, size_bytes ? size_bytes : 1);

	if (!p)
		end_without_memory();
	return p;
}

void *
mem_resize_array(void *old, size_t count, size_t size_bytes)
{
	void *p;

	if (size_bytes && count > SIZE_MAX / size_bytes)
		end_without_memory();
	if (count == 0 || size_bytes == 0)
		count = size_bytes = 1;
	p = realloc(old, count * size_bytes);
	if (!p)
		end_without_memory();
	return p;
}

char *
mem_copy_text(const char *text)
{
	size_t size;
	char *copy;

	if (!text)
		return NULL;
	size = strlen(text) + 1;
	copy = mem_alloc(size);
	memcpy(copy, text, size);
	return copy;
}

/* The C library would raise the size from which on that is so. */
void
mem_give_back(void)
{
#if defined(__GLIBC__) && defined(M_MMAP_THRESHOLD)
	enum { LARGE_BYTES = 128 * 1024 };

	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}
