/// The issues of all inputs in the order found: the first 100 in full, the rest as a count.
public struct InputIssues: Sendable {
  /// More than a person will read at once.
  public static let maximumKept = 100

  /// In the order found, at most `maximumKept`.
  public private(set) var kept: [InputIssue] = []
  /// All issues, kept or not.
  public private(set) var total = 0

  /// Starts without any issue.
  public init() {}

  /// Whether nothing is wrong.
  public var isEmpty: Bool { total == 0 }

  /// Counts an issue, and keeps it while there is room.
  public mutating func append(_ issue: InputIssue) {
    total += 1
    if kept.count < Self.maximumKept { kept.append(issue) }
  }

  /// Appends the issues of a later part of a file, whose lines are counted from `lineOffset`.
  public mutating func append(contentsOf other: InputIssues, lineOffset: Int = 0) {
    for var issue in other.kept.prefix(Self.maximumKept - kept.count) {
      issue.line = issue.line.map { $0 + lineOffset }
      kept.append(issue)
    }
    total += other.total
  }
}

/// Inputs that cannot be used, with every issue found in them.
public struct InputError: Error, Sendable {
  /// At least one.
  public var issues: InputIssues

  /// Wraps issues of which there is at least one.
  public init(_ issues: InputIssues) { self.issues = issues }
}

extension InputError: CustomStringConvertible {
  /// A line for each issue.
  public var description: String {
    var lines = issues.kept.map(\.description)
    let unseen = issues.total - issues.kept.count
    if unseen > 0 { lines.append(IssueWording.more(unseen)) }
    return lines.joined(separator: "\n")
  }
}
