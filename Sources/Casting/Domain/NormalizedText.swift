import Foundation

/// Text as it is compared: Unicode NFKC, then lower case, as a run of scalars.
///
/// Full-width letters, half-width kana and squared words become the usual ones: `ＳＫＩＮ` is
/// `skin`, `ｺｽﾒ` is `コスメ`, `㍉` is `ミリ`. Source: Unicode Standard Annex 15.
package struct NormalizedText: Sendable {
  package private(set) var scalars: [UInt32] = []

  package init() {}

  package init(_ text: String) {
    var text = text
    text.withUTF8 { replace(utf8: $0) }
  }

  package var string: String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// Takes the text of `utf8` instead, keeping the storage.
  package mutating func replace(utf8: UnsafeBufferPointer<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    if !appendSimple(utf8) {
      scalars.removeAll(keepingCapacity: true)
      let text = String(decoding: utf8, as: UTF8.self)
      // Foundation for Linux leaves half-width kana apart from their marks when it composes and
      // decomposes in one step; NFKC is the canonical composition of the decomposition.
      let normalized = text.decomposedStringWithCompatibilityMapping
        .precomposedStringWithCanonicalMapping
      for scalar in normalized.lowercased().unicodeScalars { scalars.append(scalar.value) }
    }
  }

  /// Appends the text when each of its scalars can be mapped alone; false when some cannot.
  private mutating func appendSimple(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < utf8.count {
      let lead = utf8[position]
      if lead < 0x80 {
        scalars.append(UInt32(lead &- 0x41 < 26 ? lead | 0x20 : lead))
        position += 1
        continue
      }
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard lead >= 0xC2, lead < 0xF5, position + length <= utf8.count else { return false }
      var scalar = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
      for offset in 1..<length {
        let trail = utf8[position + offset]
        guard trail & 0xC0 == 0x80 else { return false }
        scalar = scalar << 6 | UInt32(trail & 0x3F)
      }
      guard let mapped = Self.simpleMapping(of: scalar) else { return false }
      scalars.append(mapped)
      position += length
    }
    return true
  }

  /// The normal form of a scalar that neither changes its neighbours nor is changed by them
  /// (only combining marks and Hangul letters are, and they have none here); nil for all others.
  static func simpleMapping(of scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF, 0x3001...0x3029: scalar
    case 0x41...0x5A: scalar + 0x20
    case 0x00...0x7F: scalar
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 0x20
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000: 0x20
    case 0xD7, 0xF7: scalar
    case 0xC0...0xDE: scalar + 0x20
    case 0xDF...0xFF: scalar
    // Dashes, quotes, bullets, joiners, arrows, shapes, symbols, emoji and their selectors.
    case 0x2013...0x2014, 0x2018...0x201D, 0x2022, 0x200D, 0x2190...0x21FF, 0x25A0...0x27BF: scalar
    case 0xFE0E...0xFE0F, 0x1F300...0x1FAFF: scalar
    case 0x3400...0x4DBF, 0xAC00...0xD7A3: scalar
    default: nil
    }
  }
}
