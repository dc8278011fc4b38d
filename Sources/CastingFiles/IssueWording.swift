import Tables

// Every sentence about tables: what is wrong, the rule, the way out. Those about briefs are in
// `IssueWording+Brief.swift`.

enum IssueWording {
  static func more(_ count: Int) -> String {
    "and \(count) more; correct these first and run it again"
  }

  static func unknownColumn(_ header: String, field: Int, file: String) -> String {
    header.isEmpty
      ? "\(file): column \(field + 1) has no header and was not used"
      : "\(file): the column \"\(header)\" is not one that castplan knows and was not used"
  }

  static let leaveEmpty = "correct it, or leave the cell empty if it is not known"
}

extension InputIssue {
  private init(
    _ place: InputPlace, what: String, value: String = "", rule: String, remedy: String
  ) {
    self.init(
      file: place.file, line: place.line, column: place.column, what: what, value: value,
      rule: rule, remedy: remedy)
  }

  // MARK: Files

  static func unusable(_ problem: FileProblem) -> InputIssue {
    InputIssue(
      file: problem.path, what: problem.what, rule: "a readable file is needed",
      remedy: problem.remedy)
  }

  static func unusable(_ problem: NPYProblem) -> InputIssue {
    InputIssue(
      file: problem.path, what: problem.what,
      rule: "embeddings are a little-endian float32 or float64 matrix in C order",
      remedy: problem.remedy)
  }

  static func notText(_ file: String, _ signature: FileSignature) -> InputIssue {
    let (what, remedy) =
      switch signature {
      case .zip, .compound:
        ("it is an Excel workbook or an archive", "save the sheet as \"CSV UTF-8\"")
      case .gzip: ("it is compressed", "unpack it first: gunzip \(file)")
      case .sqlite:
        ("it is a SQLite database", "export the table: sqlite3 -csv -header \(file) 'SELECT …'")
      }
    return InputIssue(
      file: file, what: what, rule: "tables and briefs are UTF-8 text", remedy: remedy)
  }

  static func utf16(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "the text is UTF-16", rule: "tables and briefs are UTF-8",
      remedy: "save it as \"CSV UTF-8\" (Excel) or convert it with iconv -f UTF-16 -t UTF-8")
  }

  static func notUTF8(_ place: InputPlace, byte: UInt8) -> InputIssue {
    InputIssue(
      place, what: "the text is not UTF-8", value: "byte 0x" + String(byte, radix: 16),
      rule: "tables and briefs are UTF-8 (Excel in Japan writes CP932 unless told otherwise)",
      remedy: "save it as \"CSV UTF-8\" (Excel) or convert it with iconv -f CP932 -t UTF-8")
  }

  static func noRows(_ file: String, _ noun: String) -> InputIssue {
    InputIssue(
      file: file, what: "there is no \(noun) in it",
      rule: "a header and at least one row are needed",
      remedy: "export it again, or give another file")
  }

  // MARK: Structure

  static func structure(_ fault: CSVFault, text: String, at place: InputPlace) -> InputIssue {
    switch fault.kind {
    case .unclosedQuote:
      InputIssue(
        place, what: "a quote is opened and never closed", value: text,
        rule: "a quoted field ends with a quote of its own",
        remedy: "close the quote, or double it if it belongs to the text")
    case .textAfterClosingQuote:
      InputIssue(
        place, what: "text follows a closing quote", value: text,
        rule: "a quoted field ends at its closing quote",
        remedy: "double the quotes that belong to the text")
    }
  }

  static func fieldCount(_ count: Int, expected: Int, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "the row has \(count) fields", rule: "the header has \(expected)",
      remedy: count > expected
        ? "put quotes around texts that hold the delimiter" : "add the missing delimiters")
  }

  static func duplicateColumn(
    _ name: String, headers: (String, String), firstField: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place,
      what: "the header means \(name), as \"\(headers.0)\" in column \(firstField + 1) does",
      value: headers.1, rule: "each column is given once",
      remedy: "remove one, or choose it in the brief, as columns: {\(name): \"its header\"}")
  }

  static func missingColumn(
    _ column: ColumnSpecification, headers: [String], at place: InputPlace
  ) -> InputIssue {
    let accepted = ([column.name] + column.aliases).joined(separator: ", ")
    return InputIssue(
      place, what: "the column \(column.name) is missing",
      value: headers.joined(separator: ", "), rule: "accepted headers are \(accepted)",
      remedy: "add it, or name yours in the brief, as columns: {\(column.name): \"your header\"}")
  }

  static func duplicateIdentifier(
    _ identifier: String, column: String, firstLine: Int, at place: InputPlace
  ) -> InputIssue {
    InputIssue(
      place, what: "\(column) is already on line \(firstLine)", value: identifier,
      rule: "each \(column) is unique", remedy: "remove one of the rows, or give it another id")
  }

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
      remedy = "if per cent is meant, write \(percent)% or \(CSVWriter.shortest(number / 100))"
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
