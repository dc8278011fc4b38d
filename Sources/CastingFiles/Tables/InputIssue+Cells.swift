import Tables

// Issues with single values.

extension InputIssue {
  init(_ place: InputPlace, _ fault: InputFault, value: String = "") {
    self.init(
      file: place.file, line: place.line, column: place.column, header: place.header, fault,
      value: value)
  }

  init(_ cell: Cell, _ fault: InputFault) { self.init(cell.place, fault, value: cell.text) }

  static func emptyCell(_ cell: Cell, _ rule: NumberRule?) -> InputIssue {
    InputIssue(cell.place, .cell(.emptyCell(name: cell.name, meaning: rule?.meaning)))
  }

  static func badNumber(_ cell: Cell, _ rule: NumberRule, _ fault: NumberFault) -> InputIssue {
    var percent: Double?
    var share: Double?
    if fault == .bareAboveOne, case .number(let number) = HumanNumber.parse(cell.text) {
      percent = number
      // Read, not divided: 1.511 / 100 is not the double nearest to 0.01511.
      if case .number(let read) = HumanNumber.parseRate(CSVWriter.shortest(number) + "%") {
        share = read
      }
    }
    return InputIssue(
      cell,
      .cell(
        .badNumber(
          name: cell.name, meaning: rule.meaning, fault: fault, isRequired: cell.isRequired,
          percent: percent, share: share)))
  }

  static func outOfRange(_ cell: Cell, _ rule: NumberRule) -> InputIssue {
    InputIssue(
      cell,
      .cell(.outOfRange(name: cell.name, meaning: rule.meaning, isRequired: cell.isRequired)))
  }

  static func unknownWord(_ cell: Cell, _ words: WordList) -> InputIssue {
    InputIssue(cell, .cell(.unknownWord(name: cell.name, words: words.words.map(\.word))))
  }

  static func badDay(_ cell: Cell) -> InputIssue {
    InputIssue(cell, .cell(.badDay(name: cell.name, isRequired: cell.isRequired)))
  }

  static func leftOutReference(_ cell: Cell, _ row: LeftOutRow) -> InputIssue {
    InputIssue(
      cell,
      .cell(
        .leftOutReference(
          name: cell.name, noun: row.noun, table: row.issue.file, line: row.issue.line)))
  }

  static func unknownReference(_ cell: Cell, _ noun: RowNoun, file: String?) -> InputIssue {
    InputIssue(cell, .cell(.unknownReference(name: cell.name, noun: noun, table: file)))
  }
}

extension InputIssues {
  /// What is wrong with a name that no row has: nothing with a ban of a row that was left out, which is met.
  mutating func appendMissing(
    _ cell: Cell, _ noun: RowNoun, isBan: Bool, file: String?, leftOut: [LeftOutRow]
  ) {
    guard let row = leftOut.row(cell.text, noun) else {
      append(.unknownReference(cell, noun, file: file))
      return
    }
    if isBan { return }
    append(.leftOutReference(cell, row))
    append(row.cause)
  }
}
