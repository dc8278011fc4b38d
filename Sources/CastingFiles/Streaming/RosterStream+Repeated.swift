import Casting

extension RosterStream {
  /// Looks again for the rows whose identifiers have these hashes, and names those that are alike.
  func findRepeated(
    _ hashes: Set<UInt64>
  ) throws -> (records: Set<Int>, issues: InputIssues) {
    var firstLine: [String: UInt32] = [:]
    var found = InputIssues(context.faultSettings)
    var records: Set<Int> = []
    // Rows with faults count only where they are not left out.
    let others =
      context.leavesOut
      ? [] : Set(TableSchema.roster.columns.map(\.name)).subtracting(["creator_id"])
    _ = try read(ignoring: others) { table, firstRecord, _ in
      let identifiers = table.text("creator_id")
      let recordOfRow = table.recordOfRow
      for row in 0..<table.rows where hashes.contains(table.identifierHashes[row]) {
        let identifier = identifiers[row]
        guard !identifier.isEmpty else { continue }
        guard let first = firstLine[identifier] else {
          firstLine[identifier] = table.lines[row]
          continue
        }
        records.insert(firstRecord + recordOfRow[row])
        found.appendRow(
          .duplicateIdentifier(
            identifier, column: "creator_id", firstLine: Int(first),
            at: table.place(row: row, column: "creator_id")))
      }
      return false
    } body: { _ in
      false
    }
    return (records, found)
  }
}
