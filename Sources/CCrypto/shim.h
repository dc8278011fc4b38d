// The digests of OpenSSL's libcrypto, for naming bytes.
#ifndef CASTPLAN_CCRYPTO_SHIM_H
#define CASTPLAN_CCRYPTO_SHIM_H
#include <openssl/crypto.h>
#include <openssl/evp.h>
#endif
