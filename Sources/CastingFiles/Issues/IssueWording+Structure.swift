import Tables

// Every sentence about the structure of a table: its records, headers and ids.

extension InputIssue {
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
        ? "put quotes around texts that hold the delimiter, or add the missing header"
        : "add the missing delimiters")
  }

  static func duplicateColumn(
    _ name: String, headers: (String, String), fields: (Int, Int), at place: InputPlace
  ) -> InputIssue {
    // Headers that read the same can only be told apart by their position.
    let isSame = HeaderText.normalized(headers.0) == HeaderText.normalized(headers.1)
    let choice = isSame ? "#\(fields.1 + 1)" : "its header"
    return InputIssue(
      place,
      what: "the header means \(name), as \"\(headers.0)\" in column \(fields.0 + 1) does",
      value: headers.1, rule: "each column is given once",
      remedy: "remove one, or choose it in the brief, as columns: {\(name): \"\(choice)\"}")
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
