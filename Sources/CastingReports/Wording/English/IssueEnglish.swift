import CastingFiles
import Tables

/// What is wrong with inputs, in English. Sentences on tables, cells and rows are in
/// `IssueEnglish+Tables`, `+Cells` and `+Rows`, those on briefs and questions in `+Brief` and
/// `+Questions`.
enum IssueEnglish {
  /// `what, the value; the rule; the way out`.
  static func joined(_ sentence: IssueSentence, value: String) -> String {
    let shown = value.isEmpty ? "" : ", \"\(value)\""
    return "\(sentence.what)\(shown); \(sentence.rule); \(sentence.remedy)"
  }

  static func more(_ count: Int) -> String {
    "and \(count) more; correct these first and run it again"
  }

  /// Faults that are passed over, and too many to be listed.
  static func moreLeftOut(_ count: Int) -> String {
    "and \(count) more; --rejects FILE lists all of them"
  }

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// What a fault is in.
  static func name(_ subject: InputSubject) -> String {
    (subject.isKey ? "a key of " : "") + part(subject)
  }

  private static func part(_ subject: InputSubject) -> String {
    switch subject.part {
    case .named: subject.name
    case .brief: "the brief"
    case .file: "the file"
    case .quota: "a quota"
    case .lock: "a lock"
    case .ban: "a ban"
    case .stage: "a stage"
    case .niche: "a niche"
    case .scenario: "a scenario"
    case .fee: "a fee"
    case .group: "a group of \(subject.name)"
    }
  }

  static func noun(_ noun: RowNoun) -> String {
    switch noun {
    case .creator: "creator"
    case .product: "product"
    case .deal: "deal"
    case .share: "share"
    }
  }

  static func meaning(_ meaning: NumberMeaning) -> String {
    switch meaning {
    case .rate: "a rate from 0 to 1"
    case .yen: "\(LabelEnglish.money), 0 or more"
    case .price: "\(LabelEnglish.money), above 0"
    case .people: "whole people, 0 or more"
    case .market: "people, above 0"
    case .viewers: "viewers of one deal, 0 or more"
    case .whole: "a whole number, 0 or more"
    case .multiplier: "a multiplier, 0 or more (1 changes nothing)"
    case .bandwidth: "Mbit/s, 0 or more"
    case .positive: "a number above 0"
    case .amount: "0 or more"
    case .atLeastOne: "a number of 1 or more"
    case .partCount: "a whole number from 1 to 100"
    case .value: "a number in the unit of the objective"
    case .bonus: "a share from -1 to 1 (0.15 is +15%)"
    case .spread: "a standard deviation of the logarithm from 0 to 3 (0.5: a factor of 1.6)"
    case .change: "\(LabelEnglish.money) more, or less than 0"
    }
  }

  static func encoding(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .cp932: "CP932 (Shift_JIS)"
    }
  }

  static let leaveEmpty = "correct it, or leave the cell empty if it is not known"
}
