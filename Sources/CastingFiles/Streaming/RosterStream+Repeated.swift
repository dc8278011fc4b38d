import Casting

extension RosterStream {
  /// Rows whose id stands elsewhere in the table.
  struct Repeated {
    /// Records of rows that repeat an account.
    var records: Set<Int> = []
    /// Of these rows.
    var issues: InputIssues
    /// Of rows that would belong to a creator whose other rows stand apart: nothing can be made of them.
    var scattered: [InputIssue] = []
  }

  /// What is known of an id that was met.
  private struct Met {
    var line: UInt32
    /// Formats by platform, and the first line of each.
    var platforms: [String: (line: UInt32, formats: UInt64)] = [:]
    /// First lines of the accounts.
    var accounts: [String: UInt32] = [:]
    /// Number of the last run.
    var run: Int

    /// Whether a row would be one of hers if it stood with the others: of another platform, or format.
    func wouldTake(_ platform: String, _ formats: UInt64) -> Bool {
      if let known = platforms[platform] {
        return formats != 0 && known.formats & formats == 0
      }
      return !platform.isEmpty && platforms[""] == nil
    }
  }

  /// Looks again for the rows whose identifiers have these hashes, and names those that are alike.
  func findRepeated(_ hashes: Set<UInt64>) throws -> Repeated {
    var met: [String: Met] = [:]
    var found = Repeated(issues: InputIssues(context.faultSettings))
    var (run, last) = (0, "")
    // Rows with faults count only where they are not left out.
    let others =
      context.leavesOut
      ? []
      : Set(schema.columns.map(\.name))
        .subtracting(["creator_id", "platform", "format", "person"])
    _ = try read(ignoring: others) { table, firstRecord, _ in
      let accounts = table.text("creator_id")
      let identifiers = table.writtenIdentifiers ?? accounts
      let platforms = table.category("platform")
      let recordOfRow = table.recordOfRow
      let mayBeMerged = RosterRuns.arePossible(table)
      for row in 0..<table.rows {
        let hash = identifiers.withUTF8(row) { IdentifierIndex.hash($0) }
        guard hashes.contains(hash), !identifiers.isEmpty(row) else {
          (run, last) = (run + 1, "")
          continue
        }
        let id = identifiers[row]
        if id != last { (run, last) = (run + 1, id) }
        let formats = row < table.formatMasks.count ? table.formatMasks[row] : 0
        let (platform, line) = (platforms[row].lowercased(), table.lines[row])
        var known = met[id] ?? Met(line: line, run: run)
        let place = table.place(row: row, column: "creator_id")
        let (isFirst, isSameRun) = (known.accounts.isEmpty, known.run == run)
        let repeatedLine = known.accounts[accounts[row]]
        if !isFirst && !isSameRun && mayBeMerged && known.wouldTake(platform, formats) {
          found.scattered.append(
            .scatteredRows(id, column: "creator_id", firstLine: Int(known.line), at: place))
        } else if let repeatedLine {
          repeated(id, repeatedLine, place, firstRecord + recordOfRow[row], &found)
        } else if !isFirst && !isSameRun {
          let first = known.platforms[platform]?.line ?? known.line
          repeated(id, first, place, firstRecord + recordOfRow[row], &found)
        }
        known.run = run
        if repeatedLine == nil { known.accounts[accounts[row]] = line }
        known.platforms[platform, default: (line, 0)].formats |= formats
        met[id] = known
      }
      return false
    } body: { _ in
      false
    }
    return found
  }

  private func repeated(
    _ id: String, _ firstLine: UInt32, _ place: InputPlace, _ record: Int, _ found: inout Repeated
  ) {
    found.records.insert(record)
    found.issues.appendRow(
      .duplicateIdentifier(id, column: "creator_id", firstLine: Int(firstLine), at: place))
  }
}
