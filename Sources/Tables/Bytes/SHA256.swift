import CCrypto

/// The SHA-256 digest of FIPS 180-4, by which a plan names the bytes it was made from.
///
/// Computed by libcrypto, which takes the processor's instructions for it where there are any.
package enum SHA256 {
  private static let bytesPerStep = 1 << 22

  /// Whether libcrypto is ready, which it is made once.
  ///
  /// Without its clean-up at exit, which takes away what a digest on another thread still uses; and without the
  /// machine's configuration, which has no say in a digest.
  private static let isReady =
    OPENSSL_init_crypto(
      UInt64(OPENSSL_INIT_NO_ATEXIT) | UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// Lower-case hexadecimal digest of `bytes`.
  ///
  /// - Parameter passed: hears of every stretch of bytes when it is done with.
  package static func hexadecimal(
    _ bytes: UnsafeBufferPointer<UInt8>, passed: (Range<Int>) -> Void = { _ in }
  ) -> String {
    precondition(isReady, "libcrypto does not start")
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
    for start in stride(from: 0, to: bytes.count, by: bytesPerStep) {
      let step = start..<min(bytes.count, start + bytesPerStep)
      check(EVP_DigestUpdate(context, bytes.baseAddress.map { $0 + start }, step.count))
      passed(step)
    }
    var count: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, filled in
      check(EVP_DigestFinal_ex(context, buffer.baseAddress, &count))
      filled = Int(count)
    }
    return digest.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Digests in memory fail only where there is none left, or where the library lacks its algorithms.
  private static func check(_ status: Int32) {
    precondition(status == 1, "libcrypto cannot compute SHA-256")
  }
}
