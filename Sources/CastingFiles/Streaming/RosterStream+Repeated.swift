import Casting

extension RosterStream {
  /// Looks again for the rows whose identifiers have these hashes, and names those that are alike.
  func findRepeated(
    _ hashes: Set<UInt64>
  ) throws -> (lines: Set<UInt32>, issues: InputIssues) {
    var firstLine: [String: UInt32] = [:]
    var found = InputIssues(context.faultSettings)
    var lines: Set<UInt32> = []
    // Rows with faults count only where they are not left out.
    let others =
      context.leavesOut
      ? [] : Set(TableSchema.roster.columns.map(\.name)).subtracting(["creator_id"])
    _ = try read(ignoring: others) { table, _ in
      let identifiers = table.text("creator_id")
      for row in 0..<table.rows where hashes.contains(table.identifierHashes[row]) {
        let identifier = identifiers[row]
        guard !identifier.isEmpty else { continue }
        guard let first = firstLine[identifier] else {
          firstLine[identifier] = table.lines[row]
          continue
        }
        lines.insert(table.lines[row])
        found.appendRow(
          .duplicateIdentifier(
            identifier, column: "creator_id", firstLine: Int(first),
            at: table.place(row: row, column: "creator_id")))
      }
      return false
    } body: { _ in
      false
    }
    return (lines, found)
  }
}
