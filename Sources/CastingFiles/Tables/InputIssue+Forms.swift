import Tables

// Issues with whole files.

extension InputIssue {
  static func unusable(_ problem: FileProblem) -> InputIssue {
    InputIssue(file: problem.path, .file(problem.reason))
  }

  static func unusable(_ problem: NPYProblem) -> InputIssue {
    InputIssue(file: problem.path, .matrix(problem.reason))
  }

  static func noRows(_ file: String, _ noun: RowNoun) -> InputIssue {
    InputIssue(file: file, .form(.noRows(noun: noun)))
  }

  static func notTable(_ file: String, _ content: OtherWorkbook) -> InputIssue {
    InputIssue(file: file, .form(.notTable(content: content)))
  }

  static func severalLists(_ file: String, names: [String]) -> InputIssue {
    InputIssue(file: file, .form(.severalLists(names: names)))
  }

  static func parquetFromPipe(_ file: String) -> InputIssue {
    InputIssue(file: file, .form(.parquetFromPipe))
  }

  static func withoutConverter(_ file: String) -> InputIssue {
    InputIssue(file: file, .form(.withoutConverter))
  }

  static func converterFailed(_ file: String, words: String) -> InputIssue {
    InputIssue(file: file, .form(.converterFailed(words: words)))
  }

  static func notBrief(_ file: String) -> InputIssue { InputIssue(file: file, .form(.notBrief)) }

  static func notDatabase(_ file: String) -> InputIssue {
    InputIssue(file: file, .form(.notDatabase))
  }

  static func noSuchTable(_ file: String, _ name: String?, tables: [String]) -> InputIssue {
    let example = name.flatMap { NearestName.nearest($0, among: tables) } ?? tables.first
    return InputIssue(
      file: file,
      .form(.noSuchTable(wanted: name, path: file, tables: tables, example: example)),
      value: name ?? "")
  }

  static func sharedStandardInput(_ option: String) -> InputIssue {
    InputIssue(file: option, .form(.sharedStandardInput), value: MappedFile.standardInput)
  }

  static func notUTF8(_ place: InputPlace, byte: UInt8) -> InputIssue {
    InputIssue(place, .form(byte == 0 ? .containsNUL : .notUTF8(byte: byte)))
  }

  static func undecodable(
    _ place: InputPlace, byte: UInt8, _ encoding: TextEncoding
  ) -> InputIssue {
    InputIssue(place, .form(.undecodable(byte: byte, encoding: encoding)))
  }

  static func tooManyKeys(_ file: String, maximum: Int) -> InputIssue {
    InputIssue(file: file, .form(.tooManyKeys(maximum: maximum)))
  }

  static func embeddingRows(
    _ file: String, rows: Int, expected: Int, of table: String
  ) -> InputIssue {
    InputIssue(file: file, .form(.embeddingRows(rows: rows, expected: expected, table: table)))
  }

  static func embeddingDimensions(
    _ file: String, columns: Int, other: Int, in otherFile: String
  ) -> InputIssue {
    InputIssue(
      file: file,
      .form(.embeddingDimensions(dimensions: columns, expected: other, otherFile: otherFile)))
  }

  static func embeddingsAlone(_ file: String, missing: String) -> InputIssue {
    InputIssue(file: file, .form(.embeddingsAlone(missing: missing)))
  }
}
