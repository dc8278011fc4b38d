/// One symbol of a written number, the same for half-width and full-width forms.
enum WrittenSymbol: Equatable, Sendable {
  case digit(UInt8)
  case comma, point, apostrophe, underscore, blank, percent, exponent
  case sign(negative: Bool)
  case currency(Currency)
  /// Power of ten of `K`, `万` and the like; falling units may follow each other: `1億2,000万`.
  case multiplier(power: Int, isFalling: Bool)
  /// `割` and `分` of `8割5分`.
  case tenths, hundredths
  /// `人`, `回` and the like: says what is counted, changes nothing.
  case counter
  /// `約`, `程度`.
  case approximately
  /// `以上`.
  case atLeast
  /// `〜`: of a range, or of what is about so.
  case wave
  /// `–` of a range.
  case dash
  /// `to`, `から` of a range.
  case to
  case other

  var isDigit: Bool {
    if case .digit = self { true } else { false }
  }

  /// The symbols of a text; its bytes are UTF-8.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [WrittenSymbol] {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(folded)
    var symbols: [WrittenSymbol] = []
    var position = 0
    while position < scalars.count {
      let rest = scalars[position...]
      // Most are digits, and no word begins with one.
      let isWord = !(0x2C...0x39).contains(scalars[position].value)
      if isWord, let (symbol, length) = currency(rest) ?? word(rest) {
        symbols.append(symbol)
        position += length
      } else {
        symbols.append(WrittenSymbol(scalars[position]))
        position += 1
      }
    }
    return symbols
  }

  /// Half width and upper case: full-width forms U+FF01…U+FF5E stand 0xFEE0 above ASCII.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x61...0x7A).contains(value) || value == 0x142 {
      value = value == 0x142 ? 0x141 : value - 32
    }
    return Unicode.Scalar(value) ?? scalar
  }

  private static func currency(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> (symbol: WrittenSymbol, length: Int)? {
    if scalars.count >= 3 {
      let head = String(String.UnicodeScalarView(scalars.prefix(3)))
      if Currency.codes.contains(head) { return (.currency(Currency(head)), 3) }
    }
    // In Shift_JIS the byte of the backslash is the yen sign, and converters leave it a backslash.
    if scalars.first == "\\" { return (.currency(.yen), 1) }
    for (sign, currency) in Currency.signs where scalars.starts(with: sign) {
      return (.currency(currency), sign.count)
    }
    return nil
  }

  private static let words: [(word: [Unicode.Scalar], symbol: WrittenSymbol)] = {
    let symbols: [(words: [String], symbol: WrittenSymbol)] = [
      (["MILLION", "MN"], .multiplier(power: 6, isFalling: false)),
      (["BILLION", "BN"], .multiplier(power: 9, isFalling: false)),
      (["THOUSAND"], .multiplier(power: 3, isFalling: false)),
      (["CRORE"], .multiplier(power: 7, isFalling: false)),
      (["LAKH"], .multiplier(power: 5, isFalling: false)),
      (["APPROX.", "APPROX", "ABOUT", "CA.", "およそ", "くらい", "ぐらい", "程度", "前後"], .approximately),
      (["以上", "OVER"], .atLeast),
      (["から", "TO"], .to),
      (["人分"], .counter),
    ]
    return symbols.flatMap { entry in
      entry.words.map { (Array($0.unicodeScalars), entry.symbol) }
    }
  }()

  private static func word(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> (symbol: WrittenSymbol, length: Int)? {
    for (word, symbol) in words where scalars.starts(with: word) { return (symbol, word.count) }
    return nil
  }

  /// - Parameter scalar: half width, upper case.
  private init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "0"..."9": self = .digit(UInt8(scalar.value - 48))
    case ",", "\u{3001}", "\u{066C}": self = .comma
    case ".": self = .point
    case "'", "\u{2019}": self = .apostrophe
    case "_": self = .underscore
    case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}", "\t": self = .blank
    case "%": self = .percent
    // Japanese accounts mark what is negative by a triangle.
    case "-", "\u{2212}", "▲", "△": self = .sign(negative: true)
    case "+": self = .sign(negative: false)
    case "~", "\u{301C}", "\u{223C}": self = .wave
    case "\u{2013}", "\u{2014}": self = .dash
    case "約", "≈", "弱": self = .approximately
    case "強", "超": self = .atLeast
    case "E": self = .exponent
    case "K": self = .multiplier(power: 3, isFalling: false)
    case "M": self = .multiplier(power: 6, isFalling: false)
    case "B": self = .multiplier(power: 9, isFalling: false)
    case "千", "천": self = .multiplier(power: 3, isFalling: true)
    case "万", "萬", "만": self = .multiplier(power: 4, isFalling: true)
    case "億", "亿", "억": self = .multiplier(power: 8, isFalling: true)
    case "割": self = .tenths
    case "分": self = .hundredths
    case "人", "名", "回", "件", "個", "本", "명", "枚", "点": self = .counter
    default: self = .other
    }
  }
}
