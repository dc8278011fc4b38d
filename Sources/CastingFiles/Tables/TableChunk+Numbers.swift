import Casting
import Tables

extension TableChunk {
  /// Reads all number cells of a record.
  mutating func readNumbers(_ scanner: borrowing CSVScanner) {
    if isReread {
      for index in numberSteps.indices { numbers.append(readKnownNumber(index, scanner)) }
    } else {
      for index in numberSteps.indices {
        let number = readNumber(index, scanner)
        numbers.append(number)
        shape.add(number, to: index)
      }
    }
  }

  /// Reads a cell of a column of which all is known.
  @inline(__always)
  private mutating func readKnownNumber(_ index: Int, _ scanner: borrowing CSVScanner) -> Double {
    let step = numberSteps[index]
    let bytes = scanner.rawBytes(step.field)
    guard let plain = PlainNumber(bytes) else { return readWritten(index, bytes, scanner) }
    return accept(step.value(of: plain), step, scanner)
  }

  @inline(__always)
  private mutating func readNumber(_ index: Int, _ scanner: borrowing CSVScanner) -> Double {
    let step = numberSteps[index]
    let bytes = scanner.rawBytes(step.field)
    guard let plain = PlainNumber(bytes) else { return readWritten(index, bytes, scanner) }
    let usual = plain.usualValue
    if step.rule.isRate {
      evidence[index].addRate(
        usual, line: evidentLine(scanner),
        String(decoding: bytes, as: UTF8.self))
    } else if plain.decimals > 0 {
      evidence[index].addPoint(
        plain, line: evidentLine(scanner), String(decoding: bytes, as: UTF8.self))
    } else {
      evidence[index].addWhole(usual)
    }
    if step.notation.power != 0 {
      evidence[index].addBare(
        plain.value(in: NumberNotation(decimals: step.notation.decimals), isRate: false),
        line: evidentLine(scanner), String(decoding: bytes, as: UTF8.self))
    }
    return accept(step.isUsual ? usual : step.value(of: plain), step, scanner)
  }

  /// Reads a cell that is not in plain digits; NaN where it holds no number.
  private mutating func readWritten(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ scanner: borrowing CSVScanner
  ) -> Double {
    let step = numberSteps[index]
    let text = TextBytes.trimmed(bytes)
    if text.isEmpty {
      if step.isRequired { report(.missing, step, scanner) }
      return .nan
    }
    do throws(NumberFault) {
      let written = try WrittenNumber(text)
      evidence[index].add(
        written, isRate: step.rule.isRate, line: evidentLine(scanner),
        String(decoding: text, as: UTF8.self))
      if step.notation.power != 0, !written.isScaled,
        let number = written.largest(decimals: step.notation.decimals)
      {
        evidence[index].addBare(
          number, line: evidentLine(scanner), String(decoding: text, as: UTF8.self))
      }
      if step.isOpen { return .nan }
      let ends = try written.value(in: step.notation, isRate: step.rule.isRate)
      if step.isFee, ends.lower < ends.upper { keep(ends.lower, step) }
      return accept(step.rule.number(between: ends.lower, and: ends.upper), step, scanner)
    } catch {
      return readState(index, fault: error, scanner)
    }
  }

  private mutating func keep(_ low: Double, _ step: NumberStep) {
    openFees.append(OpenFee(row: lines.count - 1, column: step.column, low: low))
  }

  /// A word in place of a number: the amount is to be asked for, or not known.
  private mutating func readState(
    _ index: Int, fault: NumberFault, _ scanner: borrowing CSVScanner
  ) -> Double {
    let step = numberSteps[index]
    if let state = CellState(scanner.text(step.field)) {
      if state == .none && step.rule.isNothingZero { return accept(0, step, scanner) }
      evidence[index].add(state)
      if step.isFee, state == .ask { keep(.infinity, step) }
      if step.isRequired { report(.missing, step, scanner) }
      return .nan
    }
    if !step.isOpen { report(.fault(fault), step, scanner) }
    return .nan
  }

  /// The number, if the column may have it; else NaN, and an issue.
  @inline(__always)
  private mutating func accept(
    _ number: Double, _ step: NumberStep, _ scanner: borrowing CSVScanner
  ) -> Double {
    if step.isOpen { return .nan }
    if step.rule.accepts(number) { return number }
    let isBareAboveOne = step.rule.isRate && !step.notation.isPerCent && number > 1
    report(isBareAboveOne ? .fault(.bareAboveOne) : .number(number), step, scanner)
    return .nan
  }

  private func evidentLine(_ scanner: borrowing CSVScanner) -> UInt32 {
    lines.last ?? UInt32(truncatingIfNeeded: line(scanner, at: scanner.recordStart))
  }

  private mutating func report(
    _ reading: HumanNumber.Reading, _ step: NumberStep, _ scanner: borrowing CSVScanner
  ) {
    let cell = cell(step.field, of: step.column, scanner)
    switch reading {
    case .number: issues.appendRow(.outOfRange(cell, step.rule))
    case .missing: issues.appendRow(.emptyCell(cell, step.rule))
    case .fault(let fault): issues.appendRow(.badNumber(cell, step.rule, fault))
    }
  }
}

extension NumberRule {
  /// The one number that counts for a range: of amounts the upper end, so that the budget holds; of
  /// others the middle.
  func number(between lower: Double, and upper: Double) -> Double {
    if lower == upper || quantity == .money { return upper }
    let middle = (lower + upper) / 2
    return isWhole ? middle.rounded(.down) : middle
  }
}
