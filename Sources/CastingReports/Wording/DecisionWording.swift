import CastingFiles
import CastingReview

// What tables and their columns were taken for.

extension Wording {
  /// What was decided, on what it rests, and the line that changes it where it was assumed.
  public func text(_ decision: ReadingDecision) -> String {
    pick(english: DecisionEnglish.text(decision), japanese: DecisionJapanese.text(decision))
  }

  /// What the decision rests on.
  func evidence(_ decision: ReadingDecision) -> String {
    pick(
      english: DecisionEnglish.evidence(decision.evidence),
      japanese: DecisionJapanese.evidence(decision.evidence))
  }
}

/// Lines of a brief that settle how a column is read.
enum BriefLine {
  /// `columns: {roster: {engagement_rate: {header: "ER", unit: percent}}}`.
  static func column(
    _ table: String, _ name: String, _ header: String, _ key: String, _ value: String
  ) -> String {
    "columns: {\(table): {\(name): {header: \"\(header)\", \(key): \(value)}}}"
  }

  /// The line that says the opposite of an assumption; nil where no line does.
  static func other(than decision: ReadingDecision) -> String? {
    if case .format(let name, _, _) = decision.what {
      return "formats: [\(name == "live" ? "post" : "live")]"
    }
    guard let name = decision.column, let header = decision.header else { return nil }
    let table = decision.table.statementKey.rawValue
    func line(_ key: String, _ value: String) -> String { column(table, name, header, key, value) }
    switch decision.what {
    case .perCent: return line("unit", "fraction")
    case .fraction: return line("unit", "percent")
    case .pointDecimals: return line("decimal", "comma")
    case .commaDecimals: return line("decimal", "point")
    default: return nil
    }
  }
}
