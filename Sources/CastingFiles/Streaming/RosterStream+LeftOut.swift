import Casting

extension RosterStream {
  /// Looks through the table for rows that are left out, of some ids.
  func leftOutRows(among wanted: Set<String>) -> [LeftOutRow] {
    var settings = context.faultSettings
    (settings.listedIn, settings.namesLeftOut) = (nil, true)
    var found: [LeftOutRow] = []
    withoutActuallyEscaping({ (issues: inout InputIssues) in
      found += issues.takeRowIssues().leftOut.filter { wanted.contains($0.id) }
    }) { take in
      var reader = table
      reader.faultSettings = settings
      reader.conventions = conventions ?? .usual
      reader.batches = TableBatches(rows: rowsPerPart) { table, issues, _ in
        take(&issues)
        table.removeFaultyRows()
        var roster = RosterFile.makeRoster(table)
        RosterFile.complete(&roster, &table, &issues)
        take(&issues)
        return true
      }
      var (issues, notes) = (InputIssues(settings, isPart: true), [ReadingNote]())
      _ = reader.read(issues: &issues, notes: &notes)
    }
    return found
  }
}
