extension InputIssues {
  /// Whether what is found from here on is of one row, whose end tells what becomes of it.
  mutating func openRows() { isRowOpen = true }

  /// Ends the row: a cell of a row that is left out for another is not missed.
  ///
  /// - Returns: the fault for which the row is left out, if the policy is to leave rows out; nil where it
  ///   stays.
  mutating func closeRow() -> InputIssue? {
    guard let first = openRow.first else { return nil }
    let cause = openRow.first { $0.extent == .row }
    let issues = openRow
    openRow.removeAll(keepingCapacity: true)
    for var issue in issues {
      if cause != nil, settings.policy != .refuse { issue.extent = .row }
      append(issue)
      if settings.listedIn != nil { journal.append(issue) }
    }
    return cause ?? (settings.policy == .blank ? nil : first)
  }

  /// Keeps the id of a row that is left out.
  mutating func nameLeftOut(_ id: String, _ noun: RowNoun, for issue: InputIssue) {
    guard settings.namesLeftOut, !id.isEmpty else { return }
    leftOut.append(LeftOutRow(noun: noun, id: id, issue: issue))
  }

  /// Takes away what was written down of rows since the last time.
  mutating func takeJournal() -> [InputIssue] {
    defer { journal.removeAll(keepingCapacity: true) }
    return journal
  }
}
