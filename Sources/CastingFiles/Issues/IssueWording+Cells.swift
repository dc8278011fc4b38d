import Tables

// Every sentence about the cells and rows of a table.

extension InputIssue {
  // MARK: Cells

  static func emptyCell(_ cell: Cell, _ rule: NumberRule?) -> InputIssue {
    InputIssue(
      cell.place, what: "\(cell.name) is empty",
      rule: "every row needs it" + (rule.map { ": \($0.meaning)" } ?? ""),
      remedy: "fill it in, or remove the row")
  }

  static func badNumber(_ cell: Cell, _ rule: NumberRule, _ fault: NumberFault) -> InputIssue {
    var remedy = fault.remedy
    if fault == .notANumber {
      remedy = rule.isRate ? "write 3.2% or 0.032" : "write a number such as 12,345 or 1.2万"
      if !cell.isRequired { remedy += ", or leave the cell empty if it is not known" }
    } else if fault == .bareAboveOne, case .number(let number) = HumanNumber.parse(cell.text) {
      let percent = CSVWriter.shortest(number)
      remedy = "if per cent is meant, write \(percent)%"
      // Read, not divided: 1.511 / 100 is not the double nearest to 0.01511.
      if case .number(let share) = HumanNumber.parseRate(percent + "%") {
        remedy += " or \(CSVWriter.shortest(share))"
      }
    }
    return InputIssue(
      cell.place, what: "\(cell.name) \(fault.what)", value: cell.text,
      rule: "it is \(rule.meaning)", remedy: remedy)
  }

  static func outOfRange(_ cell: Cell, _ rule: NumberRule) -> InputIssue {
    InputIssue(
      cell.place, what: "\(cell.name) is out of range", value: cell.text,
      rule: "it is \(rule.meaning)",
      remedy: cell.isRequired ? "correct it" : IssueWording.leaveEmpty)
  }

  static func unknownWord(_ cell: Cell, _ words: WordList) -> InputIssue {
    InputIssue(
      cell.place, what: "\(cell.name) is not a known word", value: cell.text,
      rule: "it is one of \(words.list)", remedy: IssueWording.leaveEmpty)
  }

  static func badDay(_ cell: Cell) -> InputIssue {
    InputIssue(
      cell.place, what: "\(cell.name) is not a day", value: cell.text,
      rule: "days are written 2026-12-01 or 2026/12/1",
      remedy: cell.isRequired ? "correct it" : IssueWording.leaveEmpty)
  }

  // MARK: Rows

  static func ageSum(_ sum: Double, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "the age shares add to \(CSVWriter.shortest((sum * 1e4).rounded() / 1e4))",
      rule: "the six together are 1, within \(AudienceColumns.sumTolerance)",
      remedy: "correct them, or leave all six empty to use the default mix")
  }

  static func cellSum(_ sum: Double, at place: InputPlace, of creator: String) -> InputIssue {
    InputIssue(
      place,
      what: "the shares of a creator add to \(CSVWriter.shortest((sum * 1e4).rounded() / 1e4))",
      value: creator,
      rule: "those of all cells together are 1, within \(AudienceColumns.sumTolerance)",
      remedy: "correct them, or remove the creator's rows to use the default mix")
  }

  static func duplicateCell(
    _ cell: String, of creator: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, what: "the same cell of the creator is already on line \(firstLine)",
      value: "\(creator) × \(cell)", rule: "each cell of a creator is given once",
      remedy: "remove one of the rows, or add the two shares")
  }

  static func tooManyCells(_ file: String, count: Int) -> InputIssue {
    InputIssue(
      file: file, what: "there are \(count) different cells",
      rule: "an audience has at most \(AudienceFile.maximumCells)",
      remedy: "check that the column cell names groups of people, or make the groups larger")
  }

  static func audienceOfOtherCells(_ place: InputPlace, cells: [String]) -> InputIssue {
    InputIssue(
      place, what: "audience tells ages and genders, and --audience other cells",
      value: cells.joined(separator: ", "),
      rule: "the brief's mix needs cells that are an age band of one gender, as female_20_29",
      remedy: "remove it from the brief: the default mix is then the mean of the table")
  }

  static func dayOrder(from: String, to: String, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "the days end before they begin", value: "\(from) to \(to)",
      rule: "available_from is not after available_to", remedy: "exchange or correct them")
  }

  static func creatorLimits(minimum: Int, maximum: Int, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "min_creators \(minimum) is above max_creators \(maximum)",
      rule: "the minimum is at most the maximum", remedy: "correct one of the two")
  }

  static func unknownReference(_ cell: Cell, _ noun: String, file: String) -> InputIssue {
    InputIssue(
      cell.place, what: "\(cell.name) names no \(noun)", value: cell.text,
      rule: "it is the id of a \(noun) in \(file)", remedy: "correct the id, or remove it")
  }

  static func duplicateDeal(firstLine: Int, value: String, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "the same deal is already on line \(firstLine)", value: value,
      rule: "creator, product and format name a deal once", remedy: "remove one of the rows")
  }

  static func dealPrediction(hasBoth: Bool, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: hasBoth ? "value and reach are both given" : "value and reach are both empty",
      rule: "each deal brings exactly one of the two",
      remedy: hasBoth ? "empty one of them" : "fill in one of them")
  }

  static func embeddingRows(
    _ file: String, rows: Int, expected: Int, of table: String
  ) -> InputIssue {
    InputIssue(
      file: file, what: "the matrix has \(rows) rows", rule: "\(table) has \(expected)",
      remedy: "compute the embeddings again from the same table, in the same order")
  }

  static func embeddingDimensions(
    _ file: String, columns: Int, other: Int, in otherFile: String
  ) -> InputIssue {
    InputIssue(
      file: file, what: "the embeddings have \(columns) dimensions",
      rule: "those in \(otherFile) have \(other)",
      remedy: "compute both with the same model")
  }

  static func embeddingsAlone(_ file: String, missing: String) -> InputIssue {
    InputIssue(
      file: file, what: "embeddings are given without their counterpart",
      rule: "creators and products are compared in one space",
      remedy: "give \(missing) as well, or neither")
  }
}
