import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ fault: CellFault) -> IssueSentence {
    switch fault {
    case .emptyCell(let name, let meaning):
      IssueSentence(
        "\(self.name(name)) is empty",
        rule: "every row needs it" + (meaning.map { ": \(self.meaning($0))" } ?? ""),
        remedy: "fill it in, or remove the row")
    case .badNumber(let name, let meaning, let fault, let isRequired, let percent, let share):
      IssueSentence(
        "\(self.name(name)) \(what(fault))", rule: "it is \(self.meaning(meaning))",
        remedy: percent.map { remedy(percent: $0, share) }
          ?? remedy(fault, meaning, isRequired: isRequired))
    case .outOfRange(let name, let meaning, let isRequired):
      IssueSentence(
        "\(self.name(name)) is out of range", rule: "it is \(self.meaning(meaning))",
        remedy: isRequired ? "correct it" : leaveEmpty)
    case .unknownWord(let name, let words):
      IssueSentence(
        "\(self.name(name)) is not a known word", rule: "it is one of \(list(words))",
        remedy: leaveEmpty)
    case .badDay(let name, let isRequired):
      IssueSentence(
        "\(self.name(name)) is not a day", rule: "days are written 2026-12-01 or 2026/12/1",
        remedy: isRequired ? "correct it" : leaveEmpty)
    case .unknownReference(let name, let noun, let table):
      IssueSentence(
        "\(self.name(name)) names no \(self.noun(noun))",
        rule: "it is the id of a \(self.noun(noun)) in \(table ?? source(noun))",
        remedy: "correct the id, or remove it")
    case .leftOutReference(let name, let noun, let table, let line):
      IssueSentence(
        "\(self.name(name)) names a \(self.noun(noun)) that was left out",
        rule: (line.map { "line \($0) of \(table)" } ?? table) + " could not be used",
        remedy: "correct that row, which the next line is about, or remove the id")
    }
  }

  /// Where rows come from, for a reader who knows of one such table.
  private static func source(_ noun: RowNoun) -> String {
    switch noun {
    case .creator: "the roster"
    case .product: "the table of products"
    case .deal: "the table of deals"
    case .share: "the table of audiences"
    }
  }

  private static func what(_ fault: NumberFault) -> String {
    switch fault {
    case .notANumber: "is not a number"
    case .ambiguousGrouping: "can be read in two ways"
    case .unexpectedPercent: "is a percentage where a plain number is meant"
    case .foreignCurrency: "is in a currency other than \(LabelEnglish.money)"
    case .bareAboveOne: "is a bare number above 1 where a rate is meant"
    case .tooLarge: "is too large to compute with"
    }
  }

  private static func remedy(
    _ fault: NumberFault, _ meaning: NumberMeaning, isRequired: Bool
  ) -> String {
    switch fault {
    case .notANumber:
      (meaning.isRate ? "write 3.2% or 0.032" : "write a number such as 12,345 or 1.2万")
        + (isRequired ? "" : ", or leave the cell empty if it is not known")
    case .ambiguousGrouping where meaning.isRate: "write decimals with a point, as 3.2% or 0.032"
    case .ambiguousGrouping where meaning.isWhole:
      "write thousands as 12,345 or 12345"
    case .ambiguousGrouping:
      "write thousands as 12,345 or 12345 and decimals with a point, as 1234.5"
    case .unexpectedPercent: "write the number without %"
    case .foreignCurrency: "convert it to \(LabelEnglish.money)"
    case .bareAboveOne: "write 3.2% or 0.032 for three point two per cent"
    case .tooLarge: "check its digits and its unit"
    }
  }

  private static func remedy(percent: Double, _ share: Double?) -> String {
    "if per cent is meant, write \(CSVWriter.shortest(percent))%"
      + (share.map { " or \(CSVWriter.shortest($0))" } ?? "")
  }
}
