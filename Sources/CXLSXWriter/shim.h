// libxlsxwriter, which writes workbooks in the form of Excel.
#ifndef CASTPLAN_CXLSXWRITER_SHIM_H
#define CASTPLAN_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
