import Casting
import CastingReview
import Tables

extension TableJudge {
  /// Decides how a table is written from what all of its cells look like; nil where it has no header.
  init?(_ table: TypedTable) {
    guard let match = table.match else { return nil }
    self.init(
      role: table.schema.role, file: table.file, columnsOfFields: table.columnsOfFields,
      hasSemicolons: table.hasSemicolons,
      hasFieldPlaces: table.hasFieldPlaces, currency: Currency(table.terms.money.code))
    exchangeRates = table.terms.exchangeRates
    var columns: [ColumnSurvey] = []
    for (field, column) in match.columnOfField.enumerated() {
      guard let column, let evidence = table.evidence[column],
        case .number(let rule) = table.schema.columns[column].kind
      else { continue }
      let own = HeaderUnits(match.headers[field])
      let units = own.completed(by: table.titleUnits, for: rule)
      columns.append(
        ColumnSurvey(
          specification: table.schema.columns[column], rule: rule, column: column,
          header: match.headers[field], field: field, units: units,
          title: units == own ? nil : table.titleUnits?.text,
          statement: match.statements[table.schema.columns[column].name], evidence: evidence))
    }
    // Shares of one audience are written alike.
    let ages = columns.indices.filter { columns[$0].specification.name.hasPrefix("age_") }
    if ages.count > 1 {
      var family = NumberEvidence()
      for position in ages { family.append(columns[position].evidence, lineOffset: 0) }
      for position in ages { columns[position].family = family }
    }
    for column in columns { judge(column) }
    for (column, field) in match.substitutes.sorted(by: { $0.key < $1.key }) {
      let source = match.columnOfField[field].map { table.schema.columns[$0].name } ?? ""
      decisions.append(
        ReadingDecision(
          table: role, file: SheetPlace.shown(file), column: table.schema.columns[column].name,
          header: match.headers[field], field: field + 1, .identifier(column: source), .certain,
          .headers(found: [])))
    }
    judgeRows(table)
    judgeFees(table, match)
  }

  /// What the only fee of each creator pays for.
  private mutating func judgeFees(_ table: TypedTable, _ match: HeaderMatch) {
    guard role == .creators else { return }
    if table.has("format") {
      conventions.feeFormats = table.schema.formats
      return
    }
    guard !table.statesFormats, let column = table.schema.index(of: "fee"),
      let field = match.field(of: column),
      !DealFormat.simple.contains(where: { table.has("fee_\($0.rawValue)") })
    else { return }
    var formats: [DealFormat] = []
    var counts = table.platformCounts
    if let stated = table.values["platform"], let unnamed = counts.removeValue(forKey: "") {
      counts[stated, default: 0] += unnamed
    }
    for format in DealFormat.simple {
      let platforms = counts.filter { UsualFormat.format(on: $0.key) == format }
      guard !platforms.isEmpty else { continue }
      formats.append(format)
      decisions.append(
        ReadingDecision(
          table: role, file: SheetPlace.shown(file), column: "fee", header: match.headers[field],
          field: field + 1,
          .format(
            name: format.rawValue, platforms: platforms.keys.sorted(),
            creators: platforms.values.reduce(0, +)),
          .assumed, .convention))
    }
    conventions.feeFormats = formats
  }

  /// Totals, and where the table ends.
  private mutating func judgeRows(_ table: TypedTable) {
    // Objects and rows of databases are what they are: none of them is a remark.
    let mayEnd = table.shape.hasSoundRow && table.hasFieldPlaces && !table.countsRows
    if let end = table.conventions.end ?? (mayEnd ? table.shape.end : nil) {
      conventions.end = end
      decide(.endsAtRow(line: Int(end.line)), .certain, .anotherTable(text: end.text))
    }
    guard !table.shape.totals.isEmpty else { return }
    let columns = table.numberColumns
    var before: [Double]?
    for total in table.shape.totals {
      let sum = sumColumn(total, since: before, of: columns)
      decide(
        .totalRowLeftOut(line: Int(total.line)), sum == nil ? .assumed : .certain,
        sum.map { .sum(column: $0) } ?? .word(text: total.word))
      before = total.sumsBefore
    }
  }

  /// The column whose numbers so far, or since the last total, add to one in the row.
  private func sumColumn(
    _ total: RowShapes.Total, since before: [Double]?, of columns: [String]
  ) -> String? {
    for (position, number) in total.numbers.enumerated() where number > 0 {
      let sum = total.sumsBefore[position]
      let sums = [sum, sum - (before?[position] ?? 0)]
      if sums.contains(where: { $0 > 0 && abs($0 - number) <= max(0.51, 1e-6 * number) }) {
        return columns[position]
      }
    }
    return nil
  }
}
