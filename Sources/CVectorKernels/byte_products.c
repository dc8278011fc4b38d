#include "vector_kernels.h"

#if defined(__x86_64__)
#include <float.h>
#include <immintrin.h>
#include <math.h>
#include <string.h>

bool castplan_multiplies_bytes(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}

#define WITH_BYTE_PRODUCTS __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define INLINE static inline __attribute__((always_inline)) WITH_BYTE_PRODUCTS

// Rows and groups of columns whose sums stay in registers: 24 of 32, the others hold what is multiplied.
enum { tile_rows = 4, most_groups = 6 };

// What bars are compared in is rounded a few times at 24 bits.
static const float rounding = 2e-6f;

// A row in bytes.
typedef struct {
  // Bytes of a unit of row / length.
  float scale;
  float lift;
  // What shifted columns add to every product.
  float shift;
} byte_row;

INLINE __mmask16 first_lanes(size_t count) {
  return count >= 16 ? (__mmask16)0xffff : (__mmask16)((1u << count) - 1);
}

// Rounds a row to bytes, as many as fit the largest entry.
INLINE byte_row round_row(const float *row, size_t width, float length, float lift, float largest_error,
                          int8_t *bytes) {
  byte_row rounded = {0, -INFINITY, 0};
  if (!(length > 0) || lift == -INFINITY) {
    memset(bytes, 0, width + castplan_entries_per_lane);
    return rounded;
  }
  __m512 largest = _mm512_setzero_ps();
  for (size_t first = 0; first < width; first += 16) {
    __m512 part = _mm512_maskz_loadu_ps(first_lanes(width - first), row + first);
    largest = _mm512_max_ps(largest, _mm512_abs_ps(part));
  }
  float most = _mm512_reduce_max_ps(largest);
  float scale = 127 / most;
  if (!(scale < 1e30f) || !(length >= FLT_MIN) || !(length < FLT_MAX)) {
    // Too small or too large for single precision to tell anything: every pair may hold.
    memset(bytes, 0, width + castplan_entries_per_lane);
    return (byte_row){1, FLT_MAX, 0};
  }
  __m512 scales = _mm512_set1_ps(scale);
  __m512 squares = _mm512_setzero_ps();
  __m512i sums = _mm512_setzero_si512();
  for (size_t first = 0; first < width; first += 16) {
    __m512 part = _mm512_maskz_loadu_ps(first_lanes(width - first), row + first);
    __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(part, scales));
    // In bytes: squares of what is left of small rows would be nothing.
    __m512 rest = _mm512_fmsub_ps(part, scales, _mm512_cvtepi32_ps(whole));
    squares = _mm512_fmadd_ps(rest, rest, squares);
    sums = _mm512_add_epi32(sums, whole);
    _mm_storeu_si128((__m128i *)(bytes + first), _mm512_cvtsepi32_epi8(whole));
  }
  rounded.scale = scale * length;
  float error = sqrtf(_mm512_reduce_add_ps(squares)) / rounded.scale + rounding;
  rounded.lift = lift + error * (1 + largest_error) + rounding * fabsf(lift);
  rounded.shift = 128 * (float)_mm512_reduce_add_epi32(sums);
  return rounded;
}

// Products of some rows with some groups of columns, held against their bars. `groups` is known where this is
// compiled, so that the sums are registers.
INLINE castplan_pair *screen_tile(const size_t groups, const castplan_columns *columns, size_t first_group,
                                  const int8_t *bytes, size_t stride, const byte_row *rows, uint32_t first_row,
                                  size_t row_count, castplan_pair *found) {
  __m512i sums[tile_rows][most_groups];
#pragma clang loop unroll(full)
  for (int row = 0; row < tile_rows; row++) {
#pragma clang loop unroll(full)
    for (size_t group = 0; group < groups; group++) sums[row][group] = _mm512_setzero_si512();
  }
  const size_t lanes = (columns->width + 3) / 4;
  const uint8_t *entries = columns->entries + first_group * lanes * 64;
  for (size_t lane = 0; lane < lanes; lane++) {
    __m512i parts[most_groups];
#pragma clang loop unroll(full)
    for (size_t group = 0; group < groups; group++)
      parts[group] = _mm512_loadu_si512(entries + (group * lanes + lane) * 64);
#pragma clang loop unroll(full)
    for (int row = 0; row < tile_rows; row++) {
      int32_t entry;
      memcpy(&entry, bytes + row * stride + 4 * lane, sizeof entry);
      __m512i own = _mm512_set1_epi32(entry);
#pragma clang loop unroll(full)
      for (size_t group = 0; group < groups; group++)
        sums[row][group] = _mm512_dpbusd_epi32(sums[row][group], parts[group], own);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < tile_rows; row++) {
    if ((size_t)row >= row_count) break;
    __m512 scale = _mm512_set1_ps(rows[row].scale);
    __m512 lift = _mm512_set1_ps(rows[row].lift);
    __m512 shift = _mm512_set1_ps(rows[row].shift);
#pragma clang loop unroll(full)
    for (size_t group = 0; group < groups; group++) {
      size_t column = (first_group + group) * 16;
      __m512 bar = _mm512_fnmadd_ps(lift, _mm512_loadu_ps(columns->scales + column),
                                    _mm512_loadu_ps(columns->bars + column));
      __mmask16 reached = _mm512_cmp_ps_mask(_mm512_cvtepi32_ps(sums[row][group]),
                                             _mm512_fmadd_ps(scale, bar, shift), _CMP_GE_OQ);
      while (__builtin_expect(reached != 0, 0)) {
        found->row = first_row + (uint32_t)row;
        found->column = (uint32_t)column + (uint32_t)__builtin_ctz(reached);
        found++;
        reached &= (__mmask16)(reached - 1);
      }
    }
  }
  return found;
}

WITH_BYTE_PRODUCTS
size_t castplan_find_pairs(const float *rows, size_t count, const float *lengths, const float *lifts,
                           const castplan_columns *columns, castplan_pair *found) {
  enum { stride = castplan_widest_row + 16 };
  _Alignas(64) int8_t bytes[tile_rows * stride];
  byte_row rounded[tile_rows];
  castplan_pair *end = found;
  const size_t width = columns->width;
  const size_t tiles = (columns->groups + most_groups - 1) / most_groups;
  for (size_t first = 0; first < count; first += tile_rows) {
    const size_t present = count - first < tile_rows ? count - first : tile_rows;
    for (size_t row = 0; row < tile_rows; row++) {
      const size_t own = first + (row < present ? row : 0);
      rounded[row] = round_row(rows + own * width, width, lengths[own], lifts[own], columns->largest_error,
                               bytes + row * stride);
    }
    size_t group = 0;
    for (size_t tile = 0; tile < tiles; tile++) {
      const size_t next = columns->groups * (tile + 1) / tiles;
#define TILE(groups)                                                                                        \
  case groups:                                                                                              \
    end = screen_tile(groups, columns, group, bytes, stride, rounded, (uint32_t)first, present, end);       \
    break;
      switch (next - group) { TILE(1) TILE(2) TILE(3) TILE(4) TILE(5) TILE(6) }
#undef TILE
      group = next;
    }
  }
  return (size_t)(end - found);
}

#else

bool castplan_multiplies_bytes(void) { return false; }

size_t castplan_find_pairs(const float *rows, size_t count, const float *lengths, const float *lifts,
                           const castplan_columns *columns, castplan_pair *found) {
  (void)rows, (void)count, (void)lengths, (void)lifts, (void)columns, (void)found;
  return 0;
}

#endif
