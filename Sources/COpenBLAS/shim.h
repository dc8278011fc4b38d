// The C interfaces of OpenBLAS (cblas.h, with its thread control) and of LAPACKE.
// lapack_int is a macro and does not import into Swift: use Int32.
#ifndef CASTPLAN_COPENBLAS_SHIM_H
#define CASTPLAN_COPENBLAS_SHIM_H
#include <cblas.h>
#include <lapacke.h>
#endif
