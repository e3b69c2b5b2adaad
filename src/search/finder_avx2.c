/* SPDX-License-Identifier: ISC */
#include "finder_core.h"

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>

#define LANES ((size_t)32)
#define LANES_ALL UINT32_MAX
#define VECTOR __m256i
#define TARGET __attribute__((target("avx2")))
#define LOAD(at) _mm256_loadu_si256((const __m256i *)(const void *)(at))
#define FILL(byte) _mm256_set1_epi8(byte)
#define AND(a, b) _mm256_and_si256(a, b)
#define OR(a, b) _mm256_or_si256(a, b)
#define IS_EQUAL(a, b) _mm256_cmpeq_epi8(a, b)
#define BITS(a) (uint32_t) _mm256_movemask_epi8(a)
#define LOOK_UP(table, at) _mm256_shuffle_epi8(table, at)
#define TABLE(at)                    \
	_mm256_broadcastsi128_si256( \
	    _mm_loadu_si128((const __m128i *)(const void *)(at)))
#define HALVE(a) _mm256_srli_epi16(a, 4)
#define ZERO() _mm256_setzero_si256()
#define FIND core_find_with_avx2

#include "finder_lanes.h"

bool
core_has_avx2(void)
{
	return __builtin_cpu_supports("avx2");
}
#endif
