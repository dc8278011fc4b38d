// The C interfaces of OpenBLAS (cblas.h, with its thread control) and of LAPACKE.
// lapack_int is a macro and does not import into Swift: use Int32.
#ifndef CASTPLAN_COPENBLAS_SHIM_H
#define CASTPLAN_COPENBLAS_SHIM_H
#include <cblas.h>
#include <lapacke.h>

// What this processor and its system can run, asked of both: the vector registers must be saved too.
enum { castplan_vectors_basic = 0, castplan_vectors_avx2 = 1, castplan_vectors_avx512 = 2 };

static inline int castplan_vector_support(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd")
      && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
      && __builtin_cpu_supports("avx512vl"))
    return castplan_vectors_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return castplan_vectors_avx2;
#endif
  return castplan_vectors_basic;
}
#endif
