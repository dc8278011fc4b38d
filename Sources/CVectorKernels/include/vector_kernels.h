// Inner loops for instructions that not every processor has. The program is built for all of them: ask
// before calling.
#ifndef CASTPLAN_VECTOR_KERNELS_H
#define CASTPLAN_VECTOR_KERNELS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Entries of a row that byte products are summed of at most: any sum of them is exact in single precision.
enum { castplan_widest_row = 512 };

// Columns that share a vector, and entries of a column that share a lane of it.
enum { castplan_lanes = 16, castplan_entries_per_lane = 4 };

// A row and a column whose product may reach its bar.
typedef struct {
  uint32_t row;
  uint32_t column;
} castplan_pair;

// Columns in bytes, groups of lanes one after the other: of each group a vector for every lane's worth of
// entries. Entries are shifted by 128, so that none is negative.
typedef struct {
  const uint8_t *entries;
  size_t groups;
  size_t width;
  // What a bar is in bytes: scale times the bar, and scale, of every column, to whole groups.
  const float *bars;
  const float *scales;
  // How far a column may be from its bytes, as a length, at most.
  float largest_error;
} castplan_columns;

// Whether this processor and its system multiply bytes.
bool castplan_multiplies_bytes(void);

// Finds the pairs of which row · column / length of the row >= bar of the column - lift of the row may hold;
// none that holds is missing. Rows are ascending for each column.
//
// rows is count x width, row-major. Rows of no length, or with a lift of minus infinity, are left out; of rows
// whose length is beyond single precision every pair is found that has a bar below infinity. found has room for count x groups x lanes pairs. Returns how many were found.
size_t castplan_find_pairs(const float *rows, size_t count, const float *lengths, const float *lifts,
                           const castplan_columns *columns, castplan_pair *found);
#endif
