/// Digits with marks among them, before it is known which mark parts thousands.
struct DigitRun: Equatable, Sendable {
  /// What the marks can mean.
  enum Form: Equatable, Sendable {
    /// No mark.
    case plain
    /// One reading alone: the decimals are behind a point, or a comma.
    case pointDecimals, commaDecimals
    /// One mark and three digits behind it.
    case ambiguousPoint, ambiguousComma
    /// No number that is written so.
    case impossible
  }

  private(set) var form = Form.plain
  /// All digits, without any decimals.
  private var digits = HumanNumber.Decimal()
  /// Digits between marks.
  private var groups = [0]
  private var marks: [WrittenSymbol] = []
  private var startsWithZero = false

  /// Reads digits with `,` `.` `'` and `_` among them; takes them from `symbols`.
  init(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault) {
    var hasDigit = false
    var hasApostrophe = false
    loop: while let symbol = symbols.first {
      switch symbol {
      case .digit(let digit):
        if !hasDigit { startsWithZero = digit == 0 }
        hasDigit = true
        digits.append(digit, isFraction: false)
        groups[groups.count - 1] += 1
      case .point, .comma:
        if symbol == .comma && !hasDigit { throw .notANumber }
        marks.append(symbol)
        groups.append(0)
      case .apostrophe, .underscore:
        guard hasDigit, symbols.dropFirst().first?.isDigit == true else { throw .notANumber }
        hasApostrophe = hasApostrophe || symbol == .apostrophe
      default: break loop
      }
      symbols.removeFirst()
    }
    guard hasDigit else { throw .notANumber }
    form = hasApostrophe ? swissForm : foundForm
  }

  private var areThousands: Bool {
    !startsWithZero && (1...3).contains(groups[0]) && groups.dropFirst().allSatisfy { $0 == 3 }
  }

  /// `12,34,567`, as India groups.
  private var areLakhs: Bool {
    !startsWithZero && groups.count > 2 && (1...2).contains(groups[0]) && groups.last == 3
      && groups.dropFirst().dropLast().allSatisfy { $0 == 2 }
  }

  private var foundForm: Form {
    guard let last = marks.last else { return .plain }
    let isMixed = marks.contains { $0 != last }
    if isMixed {
      let others = marks.dropLast()
      guard others.allSatisfy({ $0 != last }) else { return .impossible }
      let whole = groups.dropLast()
      guard !startsWithZero, (1...3).contains(whole.first ?? 0),
        whole.dropFirst().allSatisfy({ $0 == 3 }), groups.last != 0
      else { return .impossible }
      return last == .point ? .pointDecimals : .commaDecimals
    }
    if marks.count > 1 {
      guard areThousands || (last == .comma && areLakhs) else { return .impossible }
      return last == .comma ? .pointDecimals : .commaDecimals
    }
    if areThousands { return last == .point ? .ambiguousPoint : .ambiguousComma }
    if last == .comma && groups.last == 0 { return .impossible }
    return last == .point ? .pointDecimals : .commaDecimals
  }

  /// `1'234'567.50`: the apostrophes part thousands.
  private var swissForm: Form {
    if marks.isEmpty { return .plain }
    guard marks.count == 1 else { return .impossible }
    return marks[0] == .point ? .pointDecimals : .commaDecimals
  }

  /// The number, once the mark of its decimals is known.
  func value(decimals: NumberNotation.Decimals) throws(NumberFault) -> HumanNumber.Decimal {
    var value = digits
    switch (form, decimals) {
    case (.plain, _): break
    case (.ambiguousPoint, .point), (.ambiguousComma, .comma): value.exponent -= 3
    case (.ambiguousPoint, .comma), (.ambiguousComma, .point): break
    case (.pointDecimals, .point), (.pointDecimals, .either),
      (.commaDecimals, .comma), (.commaDecimals, .either):
      let mark: WrittenSymbol = form == .pointDecimals ? .point : .comma
      if marks.last == mark && marks.filter({ $0 == mark }).count == 1 {
        value.exponent -= groups[groups.count - 1]
      }
    default: throw .ambiguousGrouping
    }
    return value
  }
}
