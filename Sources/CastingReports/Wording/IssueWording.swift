import Casting
import CastingFiles
import Tables

/// What an issue says: what is wrong, the rule, the way out.
package struct IssueSentence: Equatable, Sendable {
  package var what: String
  package var rule: String
  package var remedy: String
  /// What is shown instead of the value as written; nil for the value itself.
  var shown: String?

  init(_ what: String, rule: String, remedy: String, shown: String? = nil) {
    self.what = what
    self.rule = rule
    self.remedy = remedy
    self.shown = shown
  }
}

// Everything that can be wrong with an input.

extension Wording {
  /// One line: the place, what is wrong with the value, the rule, the way out.
  public func text(_ issue: InputIssue) -> String {
    let place = Self.place(file: issue.file, line: issue.line, column: issue.column)
    return Self.flat("\(place): \(plain(issue))")
  }

  /// The same without the place.
  func plain(_ issue: InputIssue) -> String {
    let sentence = sentence(called(issue, isQuoted: true).fault)
    let value = Self.shortened(sentence.shown ?? issue.value)
    return Self.flat(
      pick(
        english: IssueEnglish.joined(sentence, value: value),
        japanese: IssueJapanese.joined(sentence, value: value)))
  }

  /// `roster.csv:3:4`, or `book.xlsx#Sheet!D3` as in a spreadsheet.
  static func place(file: String, line: Int?, column: Int?) -> String {
    guard file.hasSuffix(SheetPlace.mark) else {
      return ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
    guard let line else { return String(file.dropLast()) }
    return file + (column.map { SheetPlace.letters(ofColumn: $0) } ?? "") + String(line)
  }

  /// What is wrong and the rule, without the value and the way out.
  package func rule(_ issue: InputIssue) -> (what: String, rule: String) {
    let sentence = sentence(called(issue, isQuoted: false).fault)
    return (Self.flat(sentence.what), Self.flat(sentence.rule))
  }

  /// The issue, its column called as its header is.
  ///
  /// - Parameter isQuoted: whether a header that is not the column's name stands among words.
  func called(_ issue: InputIssue, isQuoted: Bool) -> InputIssue {
    guard let header = issue.header, header != issue.fault.columnName,
      !Self.flat(header).allSatisfy(\.isWhitespace)
    else { return issue }
    let text = Self.shortened(header)
    var issue = issue
    issue.fault = issue.fault.called(isQuoted ? pick(english: "\"\(text)\"", japanese: text) : text)
    return issue
  }

  /// Names one after the other.
  func list(_ names: [String]) -> String {
    pick(english: IssueEnglish.list(names), japanese: IssueJapanese.list(names))
  }

  /// What is said of issues that are too many to be listed.
  func more(_ count: Int) -> String {
    pick(english: IssueEnglish.more(count), japanese: IssueJapanese.more(count))
  }

  package func sentence(_ fault: InputFault) -> IssueSentence {
    switch fault {
    case .file(let fault): sentence(fault)
    case .workbook(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .matrix(let fault): sentence(fault)
    case .form(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .table(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .cell(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .open(let reading):
      pick(english: IssueEnglish.sentence(reading), japanese: IssueJapanese.sentence(reading))
    case .row(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .brief(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .question(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    case .sheet(let fault):
      pick(english: IssueEnglish.sentence(fault), japanese: IssueJapanese.sentence(fault))
    }
  }

  /// The text on one line: headers and names may hold line breaks.
  static func flat(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// A value on one line, cut after 60 characters.
  static func shortened(_ value: String) -> String {
    let flat = flat(value)
    return flat.count <= 60 ? flat : flat.prefix(59) + "…"
  }
}
