extension WorkbookRows {
  /// Makes a cell's value of its stored text, which is the end of the row's texts.
  mutating func read(
    _ stored: StoredCell, into cell: inout WorkbookCell
  ) throws(WorkbookProblem) {
    if stored.type != .text && stored.type != .inline { trim(stored) }
    let isEmpty = texts.count == stored.start
    switch stored.type {
    case .number where isEmpty, .shared where isEmpty, .boolean where isEmpty,
      .error where isEmpty, .day where isEmpty:
      cell.kind = stored.isFormula ? .unstoredFormula : .empty
    // A formula may well yield an empty text, which is then stored.
    case .text where isEmpty, .inline where isEmpty:
      cell.kind = stored.isFormula && !stored.hasValue ? .unstoredFormula : .empty
    case .number: try readNumber(stored, into: &cell)
    case .shared:
      guard let index = storedInteger(stored), index < strings.count else {
        throw damagedValue(stored)
      }
      texts.removeLast(texts.count - stored.start)
      cell.shared = Int32(index)
      let isBlank = strings.withBytes(index) { $0.isEmpty }
      cell.kind = isBlank ? .empty : .text
    case .text, .inline: try readText(stored, into: &cell)
    case .error:
      cell.kind = .error
      try checkText(stored)
    case .boolean:
      let isTrue = texts[stored.start...].elementsEqual("1".utf8)
      guard isTrue || texts[stored.start...].elementsEqual("0".utf8) else {
        throw damagedValue(stored)
      }
      cell.kind = .boolean
      cell.number = isTrue ? 1 : 0
      setText(isTrue ? "TRUE" : "FALSE", stored)
    case .day:
      // A time without a day, or anything else, stays the text that it is.
      let isDay = SerialDay.startsWithDay(texts[stored.start...])
      cell.kind = isDay ? .day : .text
      if isDay { texts.removeLast(texts.count - stored.start - 10) }
      try checkText(stored)
    }
  }

  private mutating func readText(
    _ stored: StoredCell, into cell: inout WorkbookCell
  ) throws(WorkbookProblem) {
    cell.kind = .text
    // Escapes of inline texts are replaced where they are read.
    if stored.type == .text { texts.replaceEscapes(from: stored.start) }
    try checkText(stored)
  }

  /// Drops blanks around a value that is no text, as XML written for the eye has them.
  private mutating func trim(_ stored: StoredCell) {
    while texts.count > stored.start, texts[texts.count - 1] <= .space { texts.removeLast() }
    let blanks = texts[stored.start...].prefix { $0 <= .space }.count
    if blanks > 0 { texts.removeSubrange(stored.start..<stored.start + blanks) }
  }

  private func checkText(_ stored: StoredCell) throws(WorkbookProblem) {
    guard texts.isText(from: stored.start) else { throw xml.damage(.foreignByte) }
  }

  private mutating func setText(_ text: String, _ stored: StoredCell) {
    texts.removeLast(texts.count - stored.start)
    texts.append(contentsOf: text.utf8)
  }

  private func storedInteger(_ stored: StoredCell) -> Int? {
    guard texts.count - stored.start <= 9 else { return nil }
    var number = 0
    for index in stored.start..<texts.count {
      let digit = texts[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  // MARK: Numbers

  private mutating func readNumber(
    _ stored: StoredCell, into cell: inout WorkbookCell
  ) throws(WorkbookProblem) {
    let number = texts.withUnsafeBufferPointer {
      StoredNumber(UnsafeBufferPointer(rebasing: $0[stored.start...]))
    }
    guard let number else { throw damagedValue(stored) }
    cell.number = number.value
    cell.kind = .number
    if styles[stored.style] == .day {
      // What is below a day is a time of no day.
      let isTime = !countsFrom1904 && number.value > 0 && number.value < 1
      let day = SerialDay.daysSince1970(number.value, from1904: countsFrom1904)
      if let day {
        cell.kind = .day
        texts.removeLast(texts.count - stored.start)
        SerialDay.append(daysSince1970: day, to: &texts)
        return
      }
      cell.kind = isTime ? .number : .impossibleDay
    } else if styles[stored.style] == .rate {
      cell.kind = .rate
    } else if number.isLong {
      cell.kind = .longNumber
    }
    if !number.isPlain { setText(number.text, stored) }
    if cell.kind == .number, styles[stored.style] == .marked,
      let marks = styles.marks(of: stored.style)
    {
      cell.kind = .measure
      write(marks, number.value, stored)
    }
  }

  /// Writes what is shown beside a number to its text; behind its sign, if it has one.
  private mutating func write(_ marks: FormatMarks, _ number: Double, _ stored: StoredCell) {
    // The point of 1.234 is known not to part thousands.
    if texts.count >= stored.start + 4, texts[texts.count - 4] == UInt8(ascii: ".") {
      texts.append(UInt8(ascii: "0"))
    }
    texts.append(contentsOf: marks.after.utf8)
    let start = stored.start + (number < 0 ? 1 : 0)
    texts.insert(contentsOf: marks.before.utf8, at: start)
  }
}
