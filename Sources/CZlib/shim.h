// The C interface of zlib, for gzip-compressed text and zip archives.
#ifndef CASTPLAN_CZLIB_SHIM_H
#define CASTPLAN_CZLIB_SHIM_H
#include <zlib.h>
#endif
