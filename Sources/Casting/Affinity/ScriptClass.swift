/// What a scalar means for the division of text into terms.
enum ScriptClass: UInt8 {
  /// Spaces, punctuation, symbols: they divide.
  case divider
  /// Letters and digits of scripts that put spaces between words.
  case spaced
  case hiragana
  case katakana
  case han
  /// Other scripts without spaces (Thai, Lao, Khmer, Burmese).
  case unspaced

  /// The class of a scalar in normal form.
  @inline(__always)
  init(_ scalar: UInt32) {
    guard scalar < 0x80 else {
      self.init(beyondASCII: scalar)
      return
    }
    let isWord = scalar &- 0x61 < 26 || scalar &- 0x30 < 10
    self = isWord ? .spaced : .divider
  }

  private init(beyondASCII scalar: UInt32) {
    switch scalar {
    case 0x3041...0x309F: self = .hiragana
    case 0x30FB: self = .divider
    case 0x30A1...0x30FF: self = .katakana
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0x20000...0x323AF: self = .han
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: self = .unspaced
    case 0x2000...0x2BFF, 0x3000...0x303F, 0x1F000...0x1FAFF: self = .divider
    default:
      let properties = Unicode.Scalar(scalar)?.properties
      self = properties?.isAlphabetic == true || properties?.numericType != nil ? .spaced : .divider
    }
  }

  /// Whether words run on without spaces, so that only n-grams can tell them apart.
  var runsOn: Bool { self != .divider && self != .spaced }
}
