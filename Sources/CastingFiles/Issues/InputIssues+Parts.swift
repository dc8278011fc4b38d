extension InputIssues {
  /// Appends the issues of a later part of a file, whose lines are counted from `lineOffset`.
  package mutating func append(contentsOf other: InputIssues, lineOffset: Int = 0) {
    guard !other.isEmpty || !other.leftOut.isEmpty else { return }
    let before = total
    func shifted(_ issue: InputIssue) -> InputIssue {
      var issue = issue
      issue.line = issue.line.map { $0 + lineOffset }
      return issue
    }
    for issue in other.found {
      add(Found(issue: shifted(issue.issue), order: before + issue.order))
      if issue.issue.extent == .input { otherTotal += 1 } else { rowTotal += 1 }
    }
    // Those that were counted but not kept.
    rowTotal += other.rowTotal - other.found.count { $0.issue.extent != .input }
    otherTotal += other.otherTotal - other.found.count { $0.issue.extent == .input }
    for var group in other.groups {
      group.shiftLines(by: lineOffset)
      group.order += before
      merge(group)
    }
    journal += other.journal.map(shifted)
    leftOut += other.leftOut.map {
      LeftOutRow(noun: $0.noun, id: $0.id, issue: shifted($0.issue))
    }
  }

  private mutating func merge(_ group: FaultGroup) {
    let key = FaultGroup.Key(group.first)
    if let place = groupOfKey[key] {
      groups[place].add(group, valueLimit: valueLimit)
      return
    }
    var group = group
    let values = group.values
    group.values = FaultValues()
    group.values.add(values, limit: valueLimit)
    groupOfKey[key] = groups.count
    groups.append(group)
  }

  /// Takes out the issues that leaving out their rows or cells mends.
  mutating func takeRowIssues() -> InputIssues {
    var rows = InputIssues(settings, isPart: isPart)
    rows.found = found.filter { $0.issue.extent != .input }
    rows.rowTotal = rowTotal
    (rows.groups, rows.groupOfKey) = (groups.filter { $0.extent != .input }, [:])
    rows.indexGroups()
    (rows.journal, rows.leftOut) = (journal, leftOut)
    found.removeAll { $0.issue.extent != .input }
    groups.removeAll { $0.extent != .input }
    indexGroups()
    (rowTotal, journal, leftOut) = (0, [], [])
    return rows
  }

  /// Keeps the issues of rows for good: no other row would be left.
  mutating func keepRowIssues() {
    for index in found.indices { found[index].issue.extent = .input }
    let apart = groups
    (groups, groupOfKey) = ([], [:])
    for group in apart { merge(group.kept) }
    otherTotal += rowTotal
    rowTotal = 0
  }

  mutating func indexGroups() {
    groupOfKey = [:]
    for (place, group) in groups.enumerated() {
      let key = FaultGroup.Key(group.first)
      if groupOfKey[key] == nil { groupOfKey[key] = place }
    }
  }

  /// Gives every issue another place in its file.
  mutating func replacePlaces(_ place: (InputIssue) -> (line: Int?, column: Int?)) {
    func replace(_ issue: inout InputIssue) {
      (issue.line, issue.column) = place(issue)
    }
    for index in found.indices { replace(&found[index].issue) }
    for index in journal.indices { replace(&journal[index]) }
    for index in leftOut.indices { replace(&leftOut[index].issue) }
    for index in groups.indices {
      for place in groups[index].issues.indices { replace(&groups[index].issues[place]) }
    }
  }

  /// Fields of these have no places.
  mutating func forgetFields() {
    for index in groups.indices { groups[index].field = nil }
  }
}
