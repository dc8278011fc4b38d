import Casting
import CastingReview

/// What was read for a campaign, in English.
enum CheckEnglish {
  static func text(_ label: Wording.CheckLabel) -> String {
    switch label {
    case .reading: "How it was read"
    case .notes: "Notes"
    case .leftOut: "Left out"
    case .blanked: "Counted as not known"
    case .findings: "What looks wrong"
    case .column: "Column"
    case .measured: "Measured"
    case .least: "Least"
    case .median: "Median"
    case .most: "Most"
    case .unit: "Unit"
    case .whereMissing: "Where missing"
    case .all: "all"
    }
  }

  static func line(_ file: InputReport.File) -> String {
    "\(file.path): \(LabelEnglish.counted(file.rows, "row"))"
  }

  static func missing(_ leftOut: Int, _ read: Int, _ cells: Int) -> String {
    let rows =
      "\(Amount.whole(Double(leftOut))) of \(LabelEnglish.counted(read, "row")) left out "
      + "(\(Amount.part(leftOut, of: read)))"
    let known = LabelEnglish.counted(cells, "cell") + " counted as not known"
    return [leftOut > 0 ? rows : nil, cells > 0 ? known : nil].compactMap { $0 }
      .joined(separator: ", ")
  }

  static func headline(_ campaign: Campaign) -> String {
    let brief = campaign.brief
    let rules = brief.quotas.count + brief.locks.count + brief.bans.count
    return "Campaign: objective \(brief.objective.rawValue), "
      + "budget \(brief.budget.map { Amount.money($0) } ?? "none"), "
      + "\(LabelEnglish.counted(rules, "rule")), "
      + "\(LabelEnglish.counted(campaign.deals.rows.count, "deal")) given"
  }

  static func headersHeading(_ table: InputTable) -> String {
    "Headers of the \(table.role.rawValue) (\(table.path))"
  }

  static func columnsHeading(_ role: InputTable.Role, _ count: Int) -> String {
    switch role {
    case .creators: "Creators: \(count)"
    case .products: "Products: \(count)"
    case .deals: "Deals: \(count)"
    case .audiences: "Audience cells: \(count)"
    }
  }

  static func name(_ match: ColumnMatch) -> String {
    switch match {
    case .name: "by name"
    case .alias: "by alias"
    case .brief: "by the brief"
    case .carried: "carried along"
    case .unknown: "not used"
    }
  }

  static func header(_ column: InputColumn, _ header: String, isAmbiguous: Bool) -> String {
    let quoted = "\"\(header)\""
    let place = isAmbiguous ? ", column \(column.field)" : ""
    switch column.match {
    case .name: return column.name ?? quoted
    case .alias, .brief: return "\(column.name ?? "") (\(quoted)\(place))"
    case .carried, .unknown:
      return column.header.isEmpty ? "column \(column.field) without a header" : quoted + place
    }
  }

  static func known(_ known: Int, of rows: Int) -> String { "\(known) of \(rows)" }

  static func name(_ unit: ColumnUnit) -> String {
    switch unit {
    case .none, .yen, .share: ""
    case .people, .viewers, .posts, .deals, .units, .creators, .orders, .megabits, .factor, .value:
      unit.rawValue
    }
  }

  static func text(_ standIn: StandIn) -> String {
    switch standIn {
    case .byTier: "estimated: by tier"
    case .byFollowers: "estimated: by followers"
    case .reachOfValue: "computed from reach"
    case .tierMean: "default: mean of the tier"
    case .noEffect: "default: no effect"
    case .allReal: "default: all are real"
    case .sureDelivery: "default: sure delivery"
    case .usualMix: "default: the usual mix"
    case .asOthers: "default: as others"
    case .lowAffinity: "default: low affinity"
    case .conversion(let share): "default: the brief's, else \(ReviewSubject.percent(share))"
    case .followsConversion: "in proportion to live"
    case .zero: "0"
    case .one: "1"
    case .wholePrice: "100 %"
    case .unlimited: "unlimited"
    case .nobodyTwice: "unlimited: nobody twice"
    case .notOffered: "not offered"
    case .rateAsItIs: "the rate as it is"
    case .valueGiven: "value is given"
    }
  }

  static func title(_ headline: String, _ finding: ReviewFinding) -> String {
    let noun = finding.kind.concernsProducts ? "product" : "creator"
    return "\(headline) (\(LabelEnglish.counted(finding.rowCount, noun)))"
  }

  static func more(_ count: Int, areCells: Bool) -> String {
    "… and \(Amount.whole(Double(count))) more\(areCells ? " cells" : "")"
  }

  static func ruleLine(_ rule: String) -> String { "Rule: \(rule)." }

  static func place(_ number: Int, countsRows: Bool) -> String {
    (countsRows ? "row " : "line ") + String(number)
  }

  static func conclusion(_ report: InputReport) -> String {
    let valid =
      report.skipped.isEmpty
      ? "Every value that was read is valid" : "Every value that was kept is valid"
    if report.findings.isEmpty { return valid + ", and nothing looks wrong." }
    let rows = report.suspectRows
    let counts =
      [(rows.creators, "creator"), (rows.products, "product")].filter { $0.0 > 0 }
      .map { LabelEnglish.counted($0.0, $0.1) }
    let about = counts.isEmpty ? "" : ", about " + counts.joined(separator: " and ")
    let findings = LabelEnglish.counted(report.findings.count, "finding")
    return "\(valid); \(findings)\(about), to look at. Findings change nothing in a plan."
  }
}
