import Tables

// Every sentence about tables: what is wrong, the rule, the way out. Those about briefs are in
// `IssueWording+Brief.swift`, those about cells and rows in `IssueWording+Cells.swift`.

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
  /// Joins the parts of a sentence about a place.
  init(
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
}
