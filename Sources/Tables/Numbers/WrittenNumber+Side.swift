extension WrittenNumber {
  /// One number with its sign and its units: a whole cell, or one end of a range.
  struct Side: Equatable, Sendable {
    /// A run of digits and the power of ten behind it, as `1億` and `2,000万`.
    struct Part: Equatable, Sendable {
      var run: DigitRun
      var power: Int
    }

    private(set) var parts: [Part] = []
    private(set) var isNegative = false
    private(set) var isPercent = false
    /// Written with `万` or the like.
    private(set) var isFalling = false
    var currency: Currency?

    var form: Form {
      // Units that follow each other count whole numbers: a comma parts thousands, as in 1億2,000万.
      if parts.count > 1 && parts.contains(where: { $0.run.form != .plain }) {
        return parts.contains { $0.run.form == .commaDecimals } ? .commaDecimals : .pointDecimals
      }
      for part in parts {
        switch part.run.form {
        case .plain: continue
        case .pointDecimals: return .pointDecimals
        case .commaDecimals: return .commaDecimals
        case .ambiguousPoint: return .ambiguousPoint
        case .ambiguousComma: return .ambiguousComma
        case .impossible: continue
        }
      }
      return .plain
    }

    /// Reads a number and takes it from `symbols`.
    init(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault) {
      readSignAndCurrency(&symbols)
      try readParts(&symbols)
      readUnits(&symbols)
      if parts.contains(where: { $0.run.form == .impossible }) { throw .ambiguousGrouping }
    }

    /// Takes `-`, `+`, `¥` and `JPY` in front.
    private mutating func readSignAndCurrency(_ symbols: inout ArraySlice<WrittenSymbol>) {
      var hasSign = false
      while let symbol = symbols.first {
        if case .sign(let negative) = symbol, !hasSign {
          hasSign = true
          isNegative = negative
        } else if case .currency(let found) = symbol, currency == nil {
          currency = found
        } else if symbol != .blank {
          break
        }
        symbols.removeFirst()
      }
    }

    /// Takes `%`, `円` or a counter such as `人` behind.
    private mutating func readUnits(_ symbols: inout ArraySlice<WrittenSymbol>) {
      let rest = symbols
      symbols = symbols.drop { $0 == .blank }
      switch symbols.first {
      case .percent where !isPercent: isPercent = true
      case .currency(let found) where currency == nil || currency == found: currency = found
      case .counter: break
      default:
        symbols = rest
        return
      }
      symbols.removeFirst()
    }

    /// Reads `12,345`, `1.2M` or parts with falling units, as `1億2,000万`.
    private mutating func readParts(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault)
    {
      parts = [Part(run: try DigitRun(&symbols), power: 0)]
      let rest = symbols
      symbols = symbols.drop { $0 == .blank }
      switch symbols.first {
      case .multiplier(let power, let isFalling):
        symbols.removeFirst()
        parts[0].power = power
        if isFalling {
          self.isFalling = true
          try readFallingParts(&symbols, below: power)
        }
      case .tenths:
        symbols.removeFirst()
        try readTenths(&symbols)
      case .exponent: parts[0].power = try Self.readExponent(&symbols)
      default: symbols = rest
      }
    }

    private mutating func readFallingParts(
      _ symbols: inout ArraySlice<WrittenSymbol>, below first: Int
    ) throws(NumberFault) {
      var power = first
      while symbols.first?.isDigit == true {
        let run = try DigitRun(&symbols)
        var next = 0
        if case .multiplier(let found, true)? = symbols.first {
          symbols.removeFirst()
          next = found
        }
        guard next < power else { throw .notANumber }
        power = next
        parts.append(Part(run: run, power: next))
      }
    }

    /// `8割` is 80 %, `8割5分` 85 %.
    private mutating func readTenths(_ symbols: inout ArraySlice<WrittenSymbol>) throws(NumberFault)
    {
      isPercent = true
      parts[0].power = 1
      guard symbols.first?.isDigit == true else { return }
      let run = try DigitRun(&symbols)
      guard symbols.first == .hundredths else { throw .notANumber }
      symbols.removeFirst()
      parts.append(Part(run: run, power: 0))
    }

    /// Reads `e+11` of `2.28E+11`.
    private static func readExponent(
      _ symbols: inout ArraySlice<WrittenSymbol>
    ) throws(NumberFault) -> Int {
      symbols.removeFirst()
      var isNegative = false
      if case .sign(let negative)? = symbols.first {
        isNegative = negative
        symbols.removeFirst()
      }
      var exponent = 0
      guard symbols.first?.isDigit == true else { throw .notANumber }
      while case .digit(let digit)? = symbols.first {
        guard exponent < 1000 else { throw .notANumber }
        exponent = exponent * 10 + Int(digit)
        symbols.removeFirst()
      }
      return isNegative ? -exponent : exponent
    }

    /// Units written once, behind a range, count for both of its ends: `3〜5万`, `3-5%`.
    mutating func takeUnits(of upper: Side) {
      if upper.isPercent && !isPercent {
        isPercent = true
        if let power = upper.parts.first?.power { parts[0].power = power }
      } else if parts.count == 1, parts[0].power == 0, upper.parts.count == 1,
        let last = upper.parts.first, last.power != 0,
        let own = try? parts[0].run.value(decimals: .either).nearestDouble,
        let others = try? last.run.value(decimals: .either).nearestDouble, own <= others
      {
        parts[0].power = last.power
        isFalling = upper.isFalling
      }
    }

    func value(in notation: NumberNotation, isRate: Bool) throws(NumberFault) -> Double {
      if isPercent && !isRate { throw .unexpectedPercent }
      var total = HumanNumber.Decimal()
      for (position, part) in parts.enumerated() {
        let isOwn = parts.count > 1 && part.run.form != .commaDecimals
        var decimal = try part.run.value(decimals: isOwn ? .point : notation.decimals)
        decimal.exponent += part.power
        if parts.count == 1 && part.power == 0 && !isPercent { decimal.exponent += notation.power }
        total = position == 0 ? decimal : try total.adding(decimal)
      }
      if isPercent || (isRate && notation.isPerCent) { total.exponent -= 2 }
      let magnitude = total.nearestDouble
      guard magnitude.isFinite else { throw .tooLarge }
      if isRate && !isPercent && !notation.isPerCent && magnitude > 1 { throw .bareAboveOne }
      return isNegative ? -magnitude : magnitude
    }
  }
}
