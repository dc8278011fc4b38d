import Casting

extension RosterFile {
  /// What makes rows into creators beside their cells: estimates, sums and orders.
  static func complete(
    _ roster: inout Roster, _ table: inout TypedTable, _ issues: inout InputIssues
  ) {
    estimateFollowers(&roster, &table, &issues)
    normalizeAges(&roster, &table, &issues)
    checkDays(&roster, &table, &issues)
  }

  /// Divides age shares by their sum, which must be 1 within the tolerance.
  ///
  /// A row without any age share keeps none. An empty cell among given ones counts as 0, if the
  /// sum still fits.
  static func normalizeAges(
    _ roster: inout Roster, _ table: inout TypedTable, _ issues: inout InputIssues
  ) {
    let present = roster.ageShares.indices.filter { roster.ageShares[$0].isPresent }
    guard let first = present.first else { return }
    for band in roster.ageShares.indices where !roster.ageShares[band].isPresent {
      roster.ageShares[band].values = Array(repeating: .nan, count: roster.count)
    }
    let place = AudienceColumns.ages[first].name
    let bands = roster.ageShares.indices
    var columns = roster.ageShares.map(\.values)
    roster.ageShares = []
    for row in 0..<roster.count {
      var sum = 0.0
      var known = 0
      for band in bands where !columns[band][row].isNaN {
        sum += columns[band][row]
        known += 1
      }
      guard known > 0 else { continue }
      guard abs(sum - 1) <= AudienceColumns.sumTolerance + 1e-9 else {
        table.reject(
          row, for: .ageSum(sum, at: table.place(row: row, column: place)),
          cells: AudienceColumns.ages.map(\.name), &issues)
        if table.faultSettings.policy == .blank {
          for band in bands { columns[band][row] = .nan }
        }
        continue
      }
      for band in bands {
        let share = columns[band][row]
        columns[band][row] = share.isNaN ? 0 : share / sum
      }
    }
    roster.ageShares = columns.map { NumberColumn($0) }
  }

  static func checkDays(
    _ roster: inout Roster, _ table: inout TypedTable, _ issues: inout InputIssues
  ) {
    checkExclusions(&table, &issues)
    for (row, pair) in zip(roster.availableFrom, roster.availableTo).enumerated() {
      guard let from = pair.0, let to = pair.1, to < from else { continue }
      table.reject(
        row,
        for: .dayOrder(
          from: from.iso, to: to.iso, at: table.place(row: row, column: "available_to")),
        cells: ["available_from", "available_to"], &issues)
      if table.faultSettings.policy == .blank {
        (roster.availableFrom[row], roster.availableTo[row]) = (nil, nil)
      }
    }
  }
}

extension TypedTable {
  mutating func reportDuplicates(
    _ index: IdentifierIndex, column: String, _ issues: inout InputIssues
  ) {
    let identifiers = writtenIdentifiers ?? text(column)
    for pair in index.duplicates {
      faultyRows.insert(pair.second)
      issues.appendRow(
        .duplicateIdentifier(
          identifiers[pair.second], column: column, firstLine: Int(lines[pair.first]),
          at: place(row: pair.second, column: column)))
    }
  }
}
