import Tables

// Every sentence about tables: what is wrong, the rule, the way out. Those about briefs are in
// `IssueWording+Brief.swift`, those about cells and rows in `IssueWording+Cells.swift`.

enum IssueWording {
  static func more(_ count: Int) -> String {
    "and \(count) more; correct these first and run it again"
  }

  static func unknownColumn(
    _ header: String, field: Int, file: String, isCarried: Bool
  ) -> String {
    if header.isEmpty { return "\(file): column \(field + 1) has no header and was not used" }
    let name = header.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(file): the column \"\(name)\" is not one that castplan knows and was "
      + (isCarried ? "carried through" : "not used")
  }

  static func unweighedCells(
    _ count: Int, of all: Int, _ noun: String, _ weights: String, file: String
  ) -> String {
    "\(file): the names of \(count == all ? "all \(all)" : "\(count) of \(all)") cells tell no \(noun); "
      + "\(weights) do not count for them"
  }

  static func replacedAudience(_ roster: String, by file: String) -> String {
    "\(roster): its ages and genders of audiences are not used; \(file) takes their place"
  }

  static func surplusFields(rows: Int, of all: Int, headers: Int, file: String) -> String {
    "\(file): \(rows == all ? "every row ends" : "\(rows) of \(all) rows end") with empty fields beyond the "
      + "\(headers) headers; they were dropped, as if each row ended with a delimiter. If the header "
      + "lacks its first column, add it"
  }

  static func readAs(_ parts: [String], file: String) -> String {
    "\(file): read as \(parts.joined(separator: ", "))"
  }

  static func name(of encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .cp932: "CP932 (Shift_JIS)"
    }
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

  static func noRows(_ file: String, _ noun: String) -> InputIssue {
    InputIssue(
      file: file, what: "there is no \(noun) in it",
      rule: "a header and at least one row are needed",
      remedy: "export it again, or give another file")
  }
}
