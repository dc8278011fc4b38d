import Casting
import CastingReview
import Tables

/// One column of a table with all that is known of it before its cells count.
struct ColumnSurvey {
  let specification: ColumnSpecification
  let rule: NumberRule
  /// Position of the column in the schema.
  let column: Int
  let header: String
  /// Position of the header in the file, from 0.
  let field: Int
  let units: HeaderUnits
  /// What stands above the table and says its units; nil where the header does.
  let title: String?
  /// What the brief says of the column.
  let statement: ColumnStatement?
  let evidence: NumberEvidence
  /// Evidence of all columns that are shares of the same whole, where there are several.
  var family: NumberEvidence?
}

/// Decides how the columns of a table are read.
struct TableJudge {
  let role: InputTable.Role
  let file: String
  /// Column of each field in the file, from 0; nil where they are the same.
  let columnsOfFields: [Int]?
  let hasSemicolons: Bool
  /// Whether the position of a field means something.
  let hasFieldPlaces: Bool
  /// Of the campaign.
  let currency: Currency
  /// What one of another currency is worth in it, by codes.
  var exchangeRates: [String: Double] = [:]
  var conventions = TableConventions()
  var decisions: [ReadingDecision] = []
  private(set) var issues: [InputIssue] = []

  init(
    role: InputTable.Role, file: String, columnsOfFields: [Int]?, hasSemicolons: Bool,
    hasFieldPlaces: Bool, currency: Currency
  ) {
    self.columnsOfFields = columnsOfFields
    self.role = role
    self.file = file
    self.hasSemicolons = hasSemicolons
    self.hasFieldPlaces = hasFieldPlaces
    self.currency = currency
  }

  mutating func judge(_ column: ColumnSurvey) {
    var notation = NumberNotation(power: column.units.power)
    if column.units.power != 0 {
      decide(
        column, .scale(power: column.units.power), column.title == nil ? .certain : .assumed,
        column.title.map { .title(text: $0) } ?? .header)
      if let doubt = ScaleDoubt(column) { ask(column, doubt.question, doubt.cell) }
    }
    notation.decimals = decimals(column)
    if column.rule.isRate { notation.isPerCent = isPerCent(column) }
    if column.rule.quantity == .money { judgeMoney(column) }
    if notation != .usual { conventions.notations[column.column] = notation }
  }

  private mutating func decimals(_ column: ColumnSurvey) -> NumberNotation.Decimals {
    if let stated = column.statement?.decimalMark {
      let decimals: NumberNotation.Decimals = stated == .comma ? .comma : .point
      decide(column, decimals == .comma ? .commaDecimals : .pointDecimals, .stated, .stated)
      return decimals
    }
    let verdict = DecimalsVerdict(
      rule: column.rule, evidence: column.evidence, hasSemicolons: hasSemicolons,
      isScaled: column.units.power != 0
    ).verdict
    switch verdict {
    case .usual: return .point
    case .decided(let decimals, let basis, let evidence):
      let isComma = decimals == .comma
      decide(column, isComma ? .commaDecimals : .pointDecimals, basis, evidence)
      return decimals
    case .open(let question, let cell):
      ask(column, question, cell)
      return .point
    }
  }

  private mutating func isPerCent(_ column: ColumnSurvey) -> Bool {
    if let stated = column.statement?.isPerCent {
      decide(column, stated ? .perCent : .fraction, .stated, .stated)
      return stated
    }
    let own = verdict(column, column.evidence)
    switch own {
    case .usual: return false
    case .decided(let isPerCent, let basis, let evidence):
      // Shares of one whole are written alike: those of the others may tell.
      if let family = column.family, !column.units.isPercent, column.evidence.bare.count > 0,
        case .decided(let all, let allBasis, let allEvidence) = verdict(column, family)
      {
        decide(column, all ? .perCent : .fraction, allBasis, allEvidence)
        return all
      }
      if column.evidence.bare.count > 0 || column.evidence.marked > 0 {
        decide(column, isPerCent ? .perCent : .fraction, basis, evidence)
      }
      return isPerCent
    case .open(let question, let cell):
      if let family = column.family,
        case .decided(let all, let basis, let evidence) = verdict(column, family)
      {
        decide(column, all ? .perCent : .fraction, basis, evidence)
        return all
      }
      ask(column, question, cell)
      return false
    }
  }

  private func verdict(_ column: ColumnSurvey, _ evidence: NumberEvidence) -> ColumnVerdict<Bool> {
    RateVerdict(
      rule: column.rule, headerSaysPercent: column.units.isPercent, evidence: evidence
    ).verdict
  }

  /// Decides something about the whole table.
  mutating func decide(
    _ what: ReadingDecision.Reading, _ basis: ReadingDecision.Basis,
    _ evidence: ReadingDecision.Evidence
  ) {
    decisions.append(
      ReadingDecision(table: role, file: SheetPlace.shown(file), what, basis, evidence))
  }

  mutating func decide(
    _ column: ColumnSurvey, _ what: ReadingDecision.Reading, _ basis: ReadingDecision.Basis,
    _ evidence: ReadingDecision.Evidence
  ) {
    decisions.append(
      ReadingDecision(
        table: role, file: SheetPlace.shown(file), column: column.specification.name,
        header: column.header,
        field: column.field + 1, what, basis, evidence))
  }

  mutating func ask(
    _ column: ColumnSurvey, _ question: ColumnQuestion, _ cell: EvidentCell
  ) {
    conventions.openColumns.insert(column.column)
    issues.append(
      InputIssue(
        file: file, line: cell.line == 0 ? nil : Int(cell.line),
        column: hasFieldPlaces ? (columnsOfFields?[column.field] ?? column.field) + 1 : nil,
        .open(
          OpenReading(
            table: role.statementKey.rawValue, name: column.specification.name,
            header: column.header,
            question: question)),
        value: cell.text))
  }
}
