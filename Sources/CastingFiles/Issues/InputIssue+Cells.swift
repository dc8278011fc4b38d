import Tables

// Issues with single values, and with rows.

extension InputIssue {
  init(_ cell: Cell, _ fault: InputFault) { self.init(cell.place, fault, value: cell.text) }

  // MARK: Cells

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

  static func unknownReference(_ cell: Cell, _ noun: RowNoun, file: String?) -> InputIssue {
    InputIssue(cell, .cell(.unknownReference(name: cell.name, noun: noun, table: file)))
  }

  // MARK: Rows

  static func ageSum(_ sum: Double, at place: InputPlace) -> InputIssue {
    InputIssue(
      place,
      .row(.ageSum(sum: RowFault.told(sum), tolerance: AudienceColumns.sumTolerance)))
  }

  static func cellSum(_ sum: Double, at place: InputPlace, of creator: String) -> InputIssue {
    InputIssue(
      place, .row(.cellSum(sum: RowFault.told(sum), tolerance: AudienceColumns.sumTolerance)),
      value: creator)
  }

  static func duplicateCell(
    _ cell: String, of creator: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, .row(.duplicateAudienceCell(firstLine: firstLine)), value: "\(creator) × \(cell)")
  }

  static func tooManyCells(_ file: String, count: Int) -> InputIssue {
    InputIssue(
      file: file, .row(.tooManyCells(count: count, maximum: AudienceFile.maximumCells)))
  }

  static func audienceOfOtherCells(_ place: InputPlace, cells: [String]) -> InputIssue {
    InputIssue(place, .row(.audienceOfOtherCells), value: cells.joined(separator: ", "))
  }

  static func dayOrder(from: String, to: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.dayOrder(from: from, to: to)))
  }

  static func creatorLimits(minimum: Int, maximum: Int, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.creatorLimits(minimum: minimum, maximum: maximum)))
  }

  static func duplicateDeal(firstLine: Int, value: String, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.duplicateDeal(firstLine: firstLine)), value: value)
  }

  static func dealPrediction(hasBoth: Bool, at place: InputPlace) -> InputIssue {
    InputIssue(place, .row(.dealPrediction(hasBoth: hasBoth)))
  }
}
