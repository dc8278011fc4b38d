import Casting
import CastingFiles

/// What was read, for people: files, rows, and how well every column is known.
struct InputReport {
  let loaded: LoadedCampaign

  /// Lines joined and ended by line feeds.
  var text: String {
    let campaign = loaded.campaign
    var lines = loaded.files.map { "\($0.path): \(Self.counted($0.rows, "row"))" }
    lines += ["", Self.headline(campaign)]
    lines += ["", "Creators: \(campaign.roster.count)"]
    lines += CreatorCoverage(campaign.roster).columns.map(Self.line)
    lines += ["", "Products: \(campaign.products.count)"]
    lines += ProductCoverage(campaign.products).columns.map(Self.line)
    if !loaded.notes.isEmpty { lines += ["", "Notes:"] + loaded.notes.map { "  " + $0 } }
    if !loaded.skipped.isEmpty {
      lines += ["", "Left out:"] + loaded.skipped.map { "  " + $0 }
    }
    lines += ["", "Every value that was read is valid."]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func headline(_ campaign: Campaign) -> String {
    let brief = campaign.brief
    let budget = brief.budget.map { "¥" + grouped(Int($0)) } ?? "none"
    let rules = brief.quotas.count + brief.locks.count + brief.bans.count
    return "Campaign: objective \(brief.objective.rawValue), budget \(budget), "
      + "\(counted(rules, "rule")), \(counted(campaign.deals.rows.count, "deal")) given"
  }

  /// `1,234,567`.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { place, digit in
      (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }

  private static func line(_ column: ColumnCoverage) -> String {
    let name = column.name.padding(to: 22)
    let share = column.known == column.rows ? "all" : "\(column.known) of \(column.rows)"
    let rest = column.known == column.rows ? "" : "missing: \(column.whenMissing)"
    let text = "  \(name)\(("measured " + share).padding(to: 26))\(rest)"
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// How many rows know a column, and what stands in where it is empty.
struct ColumnCoverage {
  var name: String
  var known: Int
  var rows: Int
  /// The value used instead and its grade.
  var whenMissing: String
}

extension String {
  /// The text with blanks at its end, `width` characters at least.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
