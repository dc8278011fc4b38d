/// The issues of all inputs in the order found: the first 100 in full, the rest as a count.
public struct InputIssues: Equatable, Sendable {
  /// More than a person will read at once.
  package static let maximumKept = 100

  /// In the order found, at most `maximumKept`.
  public var kept: [InputIssue] { Array(found.prefix(Self.maximumKept)) }
  /// All issues, kept or not.
  public var total: Int { rowTotal + otherTotal }
  /// The first of either kind, rows and others, so that either can be taken out.
  private var found: [InputIssue] = []
  private var rowTotal = 0
  private var otherTotal = 0

  /// Starts without any issue.
  public init() {}

  /// So many issues, of which some are known.
  init(rows known: [InputIssue], total: Int) {
    for issue in known { appendRow(issue) }
    rowTotal = max(total, known.count)
  }

  /// How many were counted and not kept.
  public var unseen: Int { total - kept.count }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { total == 0 }

  /// Counts an issue, and keeps it while there is room.
  package mutating func append(_ issue: InputIssue) {
    if issue.concernsRow { rowTotal += 1 } else { otherTotal += 1 }
    if (issue.concernsRow ? rowTotal : otherTotal) <= Self.maximumKept { found.append(issue) }
  }

  /// Counts an issue that leaving out its row would mend.
  mutating func appendRow(_ issue: InputIssue) {
    var issue = issue
    issue.concernsRow = true
    append(issue)
  }

  /// Appends the issues of a later part of a file, whose lines are counted from `lineOffset`.
  package mutating func append(contentsOf other: InputIssues, lineOffset: Int = 0) {
    for var issue in other.found {
      issue.line = issue.line.map { $0 + lineOffset }
      append(issue)
    }
    // Those that were counted but not kept.
    rowTotal += other.rowTotal - other.found.count { $0.concernsRow }
    otherTotal += other.otherTotal - other.found.count { !$0.concernsRow }
  }

  /// Takes out the issues that leaving out their rows mends.
  mutating func takeRowIssues() -> InputIssues {
    var rows = InputIssues()
    rows.found = found.filter(\.concernsRow)
    rows.rowTotal = rowTotal
    found.removeAll(where: \.concernsRow)
    rowTotal = 0
    return rows
  }

  /// Keeps the issues of rows for good: no other row would be left.
  mutating func keepRowIssues() {
    for index in found.indices { found[index].concernsRow = false }
    otherTotal += rowTotal
    rowTotal = 0
  }

  /// Gives every issue another place in its file.
  mutating func replacePlaces(_ place: (InputIssue) -> (line: Int?, column: Int?)) {
    for index in found.indices {
      (found[index].line, found[index].column) = place(found[index])
    }
  }
}

/// Inputs that cannot be used, with every issue found in them.
public struct InputError: Error, Sendable {
  /// At least one.
  public var issues: InputIssues

  /// Wraps issues of which there is at least one.
  package init(_ issues: InputIssues) { self.issues = issues }

  /// The one thing that is wrong.
  package init(_ issue: InputIssue) {
    var issues = InputIssues()
    issues.append(issue)
    self.init(issues)
  }
}
