import Tables

// Every sentence about the form of a file: what it is, its encoding, JSON Lines and SQLite.

extension InputIssue {
  static func notTable(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "it is an Excel workbook or an archive",
      rule: "tables are CSV, TSV, JSON Lines or SQLite",
      remedy: "save the sheet as \"CSV UTF-8\"")
  }

  static func notBrief(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "it is not text", rule: "a brief is YAML, as budget: 5_000_000",
      remedy: "give the path of the brief")
  }

  static func notDatabase(_ file: String) -> InputIssue {
    InputIssue(
      file: file, what: "it is not a SQLite database",
      rule: "only a SQLite file has tables that a path can name behind #",
      remedy: "leave out # and what follows, or give the path of the database")
  }

  static func noSuchTable(_ file: String, _ name: String?, tables: [String]) -> InputIssue {
    let list = tables.isEmpty ? "no tables" : "the tables \(tables.joined(separator: ", "))"
    let example = name.flatMap { NearestName.nearest($0, among: tables) } ?? tables.first
    return InputIssue(
      file: file, what: name == nil ? "no table is named" : "there is no such table",
      value: name ?? "", rule: "the database has \(list)",
      remedy: example.map { "write \(file)#\($0)" } ?? "give another file")
  }

  static func sharedStandardInput(_ option: String) -> InputIssue {
    InputIssue(
      file: option, what: "standard input is given for a second input", value: "-",
      rule: "it can be read once", remedy: "give one of the two as a file")
  }

  // MARK: Encodings

  static func notUTF8(_ place: InputPlace, byte: UInt8) -> InputIssue {
    InputIssue(
      place, what: byte == 0 ? "the text holds a NUL" : "the text is not UTF-8",
      value: "byte 0x" + hexadecimal(byte),
      rule: "text is UTF-8, UTF-16 with a byte-order mark, or CP932 (Shift_JIS)",
      remedy: "correct the character, or save the file as \"CSV UTF-8\"")
  }

  static func undecodable(
    _ place: InputPlace, byte: UInt8, _ encoding: TextEncoding
  ) -> InputIssue {
    InputIssue(
      place, what: "the text is not \(IssueWording.name(of: encoding)) throughout",
      value: "byte 0x" + hexadecimal(byte),
      rule: "its beginning is, and a file has one encoding",
      remedy: "save the file as \"CSV UTF-8\"")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  // MARK: JSON Lines

  static func json(_ fault: JSONFault, at place: InputPlace) -> InputIssue {
    let (what, remedy) =
      switch fault.kind {
      case .expected(let text): ("\(text) is missing here", "correct the line")
      case .unclosedString: ("a text is opened and never closed", "close it with a quote")
      case .controlCharacter: ("a text holds a control character", "write it as \\u0009 or \\n")
      case .badEscape: ("an escape is none that JSON has", "write \\\\ for a backslash")
      case .nestedList: ("a list holds lists or objects", "give its values keys of their own")
      case .tooDeep: ("objects are nested too deeply", "give the values keys nearer the top")
      case .textAfterObject: ("text follows the object", "put each object on a line of its own")
      }
    return InputIssue(
      place, what: what,
      rule: "each creator, product or deal is one object, as {\"creator_id\": \"C1\"}",
      remedy: remedy)
  }

  static func repeatedKey(_ key: String, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "a key is given twice", value: key, rule: "each key of an object is given once",
      remedy: "remove one of the two")
  }

  static func jsonList(_ fault: JSONList.Fault, at place: InputPlace) -> InputIssue {
    let (what, remedy) =
      switch fault {
      case .expectedObject: ("an object is missing here in the list", "list objects alone")
      case .expectedComma: ("the objects of the list are not parted here", "put a comma between")
      case .unclosed: ("the list is never closed", "close it; the file may have been cut off")
      case .textBehind: ("text follows the list", "remove it")
      }
    return InputIssue(
      place, what: what, rule: "a JSON list is [{\"creator_id\": \"C1\"}, {…}]", remedy: remedy)
  }

  static func tooManyKeys(_ file: String, maximum: Int) -> InputIssue {
    InputIssue(
      file: file, what: "its objects have more than \(maximum) different keys",
      rule: "keys are the columns of a table", remedy: "give each object the same keys")
  }

  // MARK: SQLite

  static func binaryValue(_ column: String, at place: InputPlace) -> InputIssue {
    InputIssue(
      place, what: "\(column) holds bytes that are no text",
      rule: "values are numbers, texts or NULL", remedy: "store it as text, or leave it NULL")
  }
}
