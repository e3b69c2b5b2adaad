/* SPDX-License-Identifier: ISC */
#include "finder_core.h"

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>

#define LANES ((size_t)16)
#define LANES_ALL ((uint32_t)0xFFFF)
#define VECTOR __m128i
#define TARGET __attribute__((target("ssse3")))
#define LOAD(at) _mm_loadu_si128((const __m128i *)(const void *)(at))
#define FILL(byte) _mm_set1_epi8(byte)
#define AND(a, b) _mm_and_si128(a, b)
#define OR(a, b) _mm_or_si128(a, b)
#define IS_EQUAL(a, b) _mm_cmpeq_epi8(a, b)
#define BITS(a) (uint32_t) _mm_movemask_epi8(a)
#define LOOK_UP(table, at) _mm_shuffle_epi8(table, at)
#define TABLE(at) LOAD(at)
#define HALVE(a) _mm_srli_epi16(a, 4)
#define ZERO() _mm_setzero_si128()
#define FIND core_find_with_ssse3

#include "finder_lanes.h"

bool
core_has_ssse3(void)
{
	return __builtin_cpu_supports("ssse3");
}
#endif
