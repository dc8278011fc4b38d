/// One symbol of a written number, the same for half-width and full-width forms.
enum WrittenSymbol: Equatable {
  case digit(UInt8)
  case comma, point, underscore, blank, percent, exponent
  case sign(negative: Bool)
  case yen
  case foreignCurrency
  /// Power of ten of `K`, `万` and the like.
  case multiplier(power: Int, isJapanese: Bool)
  /// `人`, `回` and the like: says what is counted, changes nothing.
  case counter
  case other

  var isDigit: Bool {
    if case .digit = self { true } else { false }
  }

  /// The symbols of a text; its bytes are UTF-8.
  static func read(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>) -> [WrittenSymbol] {
    let text = String(decoding: bytes, as: UTF8.self)
    var symbols: [WrittenSymbol] = []
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.first {
      if let (symbol, length) = word(scalars) {
        symbols.append(symbol)
        scalars = scalars.dropFirst(length)
      } else {
        symbols.append(WrittenSymbol(halfWidth(scalar)))
        scalars = scalars.dropFirst()
      }
    }
    return symbols
  }

  /// Full-width forms U+FF01…U+FF5E stand 0xFEE0 above ASCII.
  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func word(
    _ scalars: Substring.UnicodeScalarView
  ) -> (symbol: WrittenSymbol, length: Int)? {
    let head = String(String.UnicodeScalarView(scalars.prefix(3))).uppercased()
    switch head {
    case "JPY", "YEN": return (.yen, 3)
    case "USD", "EUR", "GBP", "KRW", "CNY", "TWD": return (.foreignCurrency, 3)
    default: return nil
    }
  }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .digit(UInt8(scalar.value - 48))
    case ",": self = .comma
    case ".": self = .point
    case "_": self = .underscore
    case " ", "\u{A0}", "\u{3000}", "\t": self = .blank
    case "%": self = .percent
    // Japanese accounts mark what is negative by a triangle.
    case "-", "\u{2212}", "▲", "△": self = .sign(negative: true)
    case "+": self = .sign(negative: false)
    // In Shift_JIS the byte of the backslash is the yen sign, and converters leave it a backslash.
    case "¥", "\u{FFE5}", "円", "\\": self = .yen
    case "$", "€", "£", "\u{FFE1}", "₩", "元": self = .foreignCurrency
    case "e", "E": self = .exponent
    case "K", "k": self = .multiplier(power: 3, isJapanese: false)
    case "M", "m": self = .multiplier(power: 6, isJapanese: false)
    case "B", "b": self = .multiplier(power: 9, isJapanese: false)
    case "千": self = .multiplier(power: 3, isJapanese: true)
    case "万": self = .multiplier(power: 4, isJapanese: true)
    case "億": self = .multiplier(power: 8, isJapanese: true)
    case "人", "名", "回", "件", "個", "本": self = .counter
    default: self = .other
    }
  }
}
