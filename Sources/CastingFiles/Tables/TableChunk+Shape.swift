import Casting
import Tables

extension TableChunk {
  /// Whether the record holds the sums of others; it is kept apart then.
  mutating func isTotal(_ scanner: borrowing CSVScanner) -> Bool {
    for field in nameFields where TotalWord.matches(scanner.trimmedBytes(field)) {
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
    return false
  }

  /// Looks at a record in which something is wrong: it may be none of this table.
  mutating func lookAtShape(_ scanner: borrowing CSVScanner) {
    var filled: [String] = []
    var names = 0
    var hasDigit = false
    for field in 0..<scanner.fieldCount {
      let text = scanner.text(field)
      if text.isEmpty { continue }
      filled.append(text)
      hasDigit = hasDigit || text.unicodeScalars.contains { $0.properties.numericType == .decimal }
      if schema.column(of: text) != nil { names += 1 }
    }
    var words = 0
    var numbers = 0
    for step in numberSteps where step.field < scanner.fieldCount {
      let bytes = scanner.trimmedBytes(step.field)
      if bytes.isEmpty { continue }
      if (try? WrittenNumber(bytes)) != nil {
        numbers += 1
      } else if CellState(scanner.text(step.field)) == nil {
        words += 1
      }
    }
    shape.addFaulty(
      line: UInt32(truncatingIfNeeded: line(scanner, at: scanner.recordStart)),
      text: filled.prefix(4).joined(separator: ", "),
      names: names >= 2 && numbers == 0 && !hasDigit,
      isWords: filled.count >= 2 && (words >= 2 || words == 1 && names >= 1) && numbers == 0
        && !hasDigit,
      isRemark: filled.count == 1)
  }
}
