import Casting
import Tables

extension TableChunk {
  /// Whether the record holds the sums of others; it is kept apart then.
  mutating func isTotal(_ scanner: borrowing CSVScanner) -> Bool {
    guard let field = totalField(scanner) else { return false }
    let numbers = numberSteps.map { step in
      guard let written = try? WrittenNumber(scanner.trimmedBytes(step.field)),
        let ends = try? written.value(in: step.notation, isRate: step.rule.isRate)
      else { return Double.nan }
      return ends.upper
    }
    shape.addTotal(
      line: UInt32(truncatingIfNeeded: line(scanner, at: scanner.recordStart)),
      word: scanner.text(field), numbers: numbers)
    return true
  }

  /// Where a word for a total stands: in place of a name, or in front of the row, in a column of running numbers, say.
  private func totalField(_ scanner: borrowing CSVScanner) -> Int? {
    for field in nameFields where TotalWord.matches(scanner.trimmedBytes(field)) { return field }
    for field in 0..<scanner.fieldCount {
      let text = scanner.trimmedBytes(field)
      if !text.isEmpty { return TotalWord.matches(text) ? field : nil }
    }
    return nil
  }

  /// Whether all fields of the record but one are blank.
  func hasOneValue(_ scanner: borrowing CSVScanner) -> Bool {
    var values = 0
    for field in 0..<scanner.fieldCount where !scanner.trimmedBytes(field).isEmpty { values += 1 }
    return values == 1
  }

  /// Looks at a record in which something is wrong: it may be none of this table.
  ///
  /// A row with a number where one is due is one of the table, whatever else is wrong with it, and there may
  /// be many of them: nothing is made of their texts.
  mutating func lookAtShape(_ scanner: borrowing CSVScanner) {
    var words = 0
    var hasNumber = false
    for step in numberSteps where step.field < scanner.fieldCount && !hasNumber {
      let bytes = scanner.trimmedBytes(step.field)
      if bytes.isEmpty { continue }
      hasNumber = (try? WrittenNumber(bytes)) != nil
      if !hasNumber && CellState(scanner.text(step.field)) == nil { words += 1 }
    }
    var filled: [Int] = []
    for field in 0..<scanner.fieldCount where !scanner.trimmedBytes(field).isEmpty {
      filled.append(field)
    }
    var names = 0
    var hasDigit = false
    if !hasNumber {
      for field in filled {
        let text = scanner.text(field)
        hasDigit =
          hasDigit || text.unicodeScalars.contains { $0.properties.numericType == .decimal }
        if schema.column(of: text) != nil { names += 1 }
      }
    }
    let isText = !hasNumber && !hasDigit
    let isRemark = filled.count == 1
    let isTold = isText || isRemark
    var texts: [String] = []
    for field in filled.prefix(4) where isTold { texts.append(scanner.text(field)) }
    shape.addFaulty(
      line: UInt32(truncatingIfNeeded: line(scanner, at: scanner.recordStart)),
      text: texts.joined(separator: ", "), names: isText && names >= 2,
      isWords: isText && filled.count >= 2 && (words >= 2 || words == 1 && names >= 1),
      isRemark: isRemark)
  }
}
