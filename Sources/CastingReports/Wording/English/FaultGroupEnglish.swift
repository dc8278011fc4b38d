import CastingFiles
import Tables

/// Faults that are alike, in English.
enum FaultGroupEnglish {
  /// `the rule; how many break it: the values; lines → the way out`.
  static func text(_ group: FaultGroup, _ fault: InputFault) -> String {
    what(group, fault) + values(group) + lines(group) + " → " + remedy(fault)
  }

  /// A column as the user knows it.
  static func column(_ header: String, _ field: Int?) -> String {
    let header = header.isEmpty ? "the column" : header
    return field.map { "\(header) (column \($0))" } ?? header
  }

  /// One fault of a group, behind its place.
  static func line(_ fault: InputFault, _ sentence: IssueSentence, value: String) -> String {
    let quoted = value.isEmpty ? "" : "\"\(value)\""
    guard fault.isOfValue else {
      return [sentence.what, quoted].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return fault.tellsPercent ? "\(quoted); \(sentence.remedy)" : quoted
  }

  static func all(_ count: Int, in file: String?) -> String {
    let faults = LabelEnglish.counted(count, "fault")
    return file.map { "\(faults) in all, each of them in \($0)" }
      ?? "\(faults) in all; --rejects FILE lists each of them"
  }

  private static func what(_ group: FaultGroup, _ fault: InputFault) -> String {
    let cells = LabelEnglish.counted(group.count, "cell")
    let rows = LabelEnglish.counted(group.count, "row")
    func column(_ subject: InputSubject) -> String { self.column(subject.name, group.field) }
    switch fault {
    case .cell(.emptyCell(let name, _)):
      return "\(column(name)) is needed in every row; \(cells) are empty"
    case .cell(.badNumber(let name, let meaning, let number, _, _, _)):
      return "\(column(name)) is \(IssueEnglish.meaning(meaning)); \(cells) \(plural(number))"
    case .cell(.outOfRange(let name, let meaning, _)):
      return "\(column(name)) is \(IssueEnglish.meaning(meaning)); \(cells) are out of range"
    case .cell(.unknownWord(let name, let words)):
      return "\(column(name)) is one of \(IssueEnglish.list(words)); \(cells) are none of them"
    case .cell(.badDay(let name, _)):
      return
        "\(column(name)) is a day, written 2026-12-01 or 2026/12/1; \(cells) are not"
    case .cell(.unknownReference(let name, let noun, _)),
      .cell(.leftOutReference(let name, let noun, _, _)):
      return "\(column(name)) is the id of a \(IssueEnglish.noun(noun)); \(cells) name none"
    case .table(.duplicateIdentifier(let name, _)):
      return "each \(self.column(name, group.field)) is unique; \(rows) repeat one"
    case .table(.fieldCount(_, let expected)):
      return "the header has \(expected) fields; \(rows) have more or fewer"
    case .table, .row, .file, .workbook, .matrix, .form, .open, .brief, .question, .sheet:
      return "\(Wording.english.sentence(fault).rule); \(rows) break this"
    }
  }

  private static func plural(_ fault: NumberFault) -> String {
    switch fault {
    case .notANumber: "are no numbers"
    case .ambiguousGrouping: "can be read in two ways"
    case .unexpectedPercent: "are percentages, where plain numbers are meant"
    case .foreignCurrency: "are in a currency other than \(LabelEnglish.money)"
    case .bareAboveOne: "are bare numbers above 1"
    case .tooLarge: "are too large to compute with"
    }
  }

  private static func remedy(_ fault: InputFault) -> String {
    switch fault {
    case .table(.fieldCount):
      "put quotes around texts that hold the delimiter, or add the missing delimiters"
    case .cell, .table, .row, .file, .workbook, .matrix, .form, .open, .brief, .question, .sheet:
      Wording.english.sentence(fault).remedy
    }
  }

  /// `: 未計測 (40), 要確認 (21), …`.
  private static func values(_ group: FaultGroup) -> String {
    let (shown, hasMore) = Wording.values(group)
    if shown.isEmpty { return "" }
    let texts = shown.map { value in
      let isPlain = !value.text.contains { ",;:()→\"".contains($0) }
      return (isPlain ? value.text : "\"\(value.text)\"")
        + (value.count > 1 ? " (\(Amount.whole(Double(value.count))))" : "")
    }
    return ": " + (texts + (hasMore ? ["…"] : [])).joined(separator: ", ")
  }

  /// `; lines 3, 9, 12 and 60 more`.
  private static func lines(_ group: FaultGroup) -> String {
    let lines = group.issues.compactMap(\.line).prefix(3).map(String.init)
    guard let last = lines.last else { return "" }
    let rest = group.count - lines.count
    if rest > 0 {
      return "; lines \(lines.joined(separator: ", ")) and \(Amount.whole(Double(rest))) more"
    }
    return "; lines \(lines.dropLast().joined(separator: ", ")) and \(last)"
  }
}
