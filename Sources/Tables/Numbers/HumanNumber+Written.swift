extension HumanNumber {
  /// Reads every form; slower than `parsePlain`.
  static func parseWritten(_ bytes: UnsafeBufferPointer<UInt8>, isRate: Bool) -> Reading {
    var text = TextBytes.trimmed(bytes)[...]
    guard !text.isEmpty else { return .missing }
    guard text.count <= 64 else { return .fault(.notANumber) }
    var symbols = WrittenSymbol.read(&text)[...]
    let isNegative = takeSignAndCurrency(&symbols)
    if symbols.contains(.foreignCurrency) { return .fault(.foreignCurrency) }
    let isPercent = takeUnits(&symbols)
    do throws(NumberFault) {
      let decimal = try readParts(&symbols)
      guard symbols.isEmpty else { return .fault(.notANumber) }
      return try finish(decimal, isNegative: isNegative, isPercent: isPercent, isRate: isRate)
    } catch {
      return .fault(error)
    }
  }

  private static func finish(
    _ decimal: Decimal, isNegative: Bool, isPercent: Bool, isRate: Bool
  ) throws(NumberFault) -> Reading {
    if isPercent && !isRate { throw .unexpectedPercent }
    var decimal = decimal
    if isPercent { decimal.exponent -= 2 }
    let magnitude = decimal.nearestDouble
    guard magnitude.isFinite else { throw .tooLarge }
    if isRate && !isPercent && magnitude > 1 { throw .bareAboveOne }
    return .number(isNegative ? -magnitude : magnitude)
  }

  /// Takes `-`, `+`, `¥` and `JPY` in front; returns whether the number is negative.
  private static func takeSignAndCurrency(_ symbols: inout ArraySlice<WrittenSymbol>) -> Bool {
    var isNegative = false
    var hasSign = false
    var hasCurrency = false
    while let symbol = symbols.first {
      if symbol == .sign(negative: true) || symbol == .sign(negative: false), !hasSign {
        hasSign = true
        isNegative = symbol == .sign(negative: true)
      } else if symbol == .yen, !hasCurrency {
        hasCurrency = true
      } else if symbol != .blank {
        break
      }
      symbols.removeFirst()
    }
    return isNegative
  }

  /// Takes `%`, `円` or a counter such as `人` at the end; returns whether it was `%`.
  private static func takeUnits(_ symbols: inout ArraySlice<WrittenSymbol>) -> Bool {
    guard let unit = symbols.last, unit == .percent || unit == .yen || unit == .counter else {
      return false
    }
    symbols.removeLast()
    while symbols.last == .blank { symbols.removeLast() }
    return unit == .percent
  }

  /// Reads `12,345`, `1.2M` or parts with falling Japanese units, as `1億2,000万`.
  private static func readParts(
    _ symbols: inout ArraySlice<WrittenSymbol>
  ) throws(NumberFault) -> Decimal {
    var total = try readDigits(&symbols)
    while symbols.first == .blank { symbols.removeFirst() }
    guard case .multiplier(var power, let isJapanese)? = symbols.first else {
      if !symbols.isEmpty { total.exponent += try readExponent(&symbols) }
      return total
    }
    symbols.removeFirst()
    total.exponent += power
    while isJapanese, !symbols.isEmpty {
      var part = try readDigits(&symbols)
      var nextPower = 0
      if case .multiplier(let found, true)? = symbols.first {
        symbols.removeFirst()
        nextPower = found
      }
      guard nextPower < power else { throw .notANumber }
      power = nextPower
      part.exponent += power
      total = try total.adding(part)
    }
    return total
  }

  /// Reads `e+11` of `2.28E+11`.
  private static func readExponent(
    _ symbols: inout ArraySlice<WrittenSymbol>
  ) throws(NumberFault) -> Int {
    guard symbols.first == .exponent else { throw .notANumber }
    symbols.removeFirst()
    var isNegative = false
    if case .sign(let negative)? = symbols.first {
      isNegative = negative
      symbols.removeFirst()
    }
    var exponent = 0
    guard !symbols.isEmpty, symbols.count <= 4 else { throw .notANumber }
    while case .digit(let digit)? = symbols.first {
      exponent = exponent * 10 + Int(digit)
      symbols.removeFirst()
    }
    return isNegative ? -exponent : exponent
  }
}

extension HumanNumber {
  /// Reads digits with `,` or `_` between thousands and a decimal point.
  private static func readDigits(
    _ symbols: inout ArraySlice<WrittenSymbol>
  ) throws(NumberFault) -> Decimal {
    var decimal = Decimal()
    var groups: [Int] = [0]
    var hasPoint = false
    var hasDigit = false
    var firstDigit: UInt8 = 0
    loop: while let symbol = symbols.first {
      switch symbol {
      case .digit(let digit):
        if !hasDigit { firstDigit = digit }
        hasDigit = true
        decimal.append(digit, isFraction: hasPoint)
        if !hasPoint { groups[groups.count - 1] += 1 }
      case .comma:
        // After a point, or before any digit, a comma cannot part thousands.
        if hasPoint || !hasDigit { throw hasDigit ? .ambiguousGrouping : .notANumber }
        groups.append(0)
      case .point:
        if hasPoint { throw .ambiguousGrouping }
        hasPoint = true
      case .underscore:
        guard hasDigit, !hasPoint, symbols.dropFirst().first?.isDigit == true else {
          throw .notANumber
        }
      default: break loop
      }
      symbols.removeFirst()
    }
    guard hasDigit else { throw .notANumber }
    if groups.count > 1 {
      let isGrouped = (1...3).contains(groups[0]) && groups.dropFirst().allSatisfy { $0 == 3 }
      if !isGrouped || firstDigit == 0 { throw .ambiguousGrouping }
    }
    return decimal
  }
}
