import Casting

/// The issues of all inputs in the order found: the first 100 in full, the rest as counts, those of rows by
/// column, fault and value.
public struct InputIssues: Equatable, Sendable {
  /// More than a person will read at once.
  package static let maximumKept = 100

  /// In the order found, at most `maximumKept`.
  public var kept: [InputIssue] { found.prefix(Self.maximumKept).map(\.issue) }
  /// All issues, kept or not.
  public var total: Int { rowTotal + otherTotal + openRow.count }
  /// Those of rows and cells, by what they have in common, in the order found.
  public internal(set) var groups: [FaultGroup] = []
  /// File that lists every single one of them, as the user gave it; nil where there is none.
  public var listedIn: String? { settings.listedIn }

  /// What is done about faults, and what is kept of them.
  let settings: FaultSettings
  /// Whether this is added to others: values are counted without a limit, so that the sum is exact.
  let isPart: Bool
  /// All issues of rows since they were last taken away, if that is asked for.
  var journal: [InputIssue] = []
  /// Rows that are left out, if that is asked for.
  var leftOut: [LeftOutRow] = []

  /// An issue and how many were found before it.
  struct Found: Equatable, Sendable, Codable {
    var issue: InputIssue
    var order: Int
  }

  /// The first of either kind, rows and others, so that either can be taken out.
  var found: [Found] = []
  var rowTotal = 0
  var otherTotal = 0
  var groupOfKey: [FaultGroup.Key: Int] = [:]
  /// Issues of a row that was not read to its end.
  var openRow: [InputIssue] = []
  var isRowOpen = false

  /// Starts without any issue.
  public init() { self.init(FaultSettings()) }

  init(_ settings: FaultSettings, isPart: Bool = false) {
    self.settings = settings
    self.isPart = isPart
  }

  /// How many were counted and not kept.
  public var unseen: Int { total - kept.count }

  /// Those of rows and cells alone, kept or not.
  package var totalOfRows: Int { groups.reduce(0) { $0 + $1.count } }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { total == 0 }

  /// Counts an issue, and keeps it while there is room.
  package mutating func append(_ issue: InputIssue) {
    let isOfRow = issue.extent != .input
    add(Found(issue: issue, order: total))
    if isOfRow { rowTotal += 1 } else { otherTotal += 1 }
    if isOfRow { count(issue, order: total - 1) }
  }

  /// Counts an issue that leaving out its row or its cell would mend.
  package mutating func appendRow(_ issue: InputIssue) { appendRow(issue, cells: []) }

  /// The same of several cells.
  ///
  /// - Parameter cells: their places and values; none where the issue tells them.
  mutating func appendRow(_ issue: InputIssue, cells: [(place: InputPlace, value: String)]) {
    var issue = issue
    issue.extent = settings.policy == .drop ? .row : issue.fault.extent
    issue.cells = max(1, cells.count)
    guard !isRowOpen else {
      openRow.append(issue)
      return
    }
    append(issue)
    guard settings.listedIn != nil else { return }
    guard !cells.isEmpty else {
      journal.append(issue)
      return
    }
    for cell in cells {
      var single = issue
      (single.line, single.column, single.header) = (
        cell.place.line, cell.place.column, cell.place.header
      )
      single.value = cell.value
      journal.append(single)
    }
  }

  mutating func add(_ issue: Found) {
    let total = issue.issue.extent == .input ? otherTotal : rowTotal
    if total < Self.maximumKept { found.append(issue) }
  }

  private mutating func count(_ issue: InputIssue, order: Int) {
    let key = FaultGroup.Key(issue)
    if let place = groupOfKey[key] {
      groups[place].add(issue, valueLimit: valueLimit)
    } else {
      groupOfKey[key] = groups.count
      groups.append(FaultGroup(issue, order: order))
    }
  }

  var valueLimit: Int { isPart ? .max : FaultValues.maximumCount }
}

/// By what was found: not by where it goes.
extension InputIssues {
  public static func == (left: InputIssues, right: InputIssues) -> Bool {
    left.found == right.found && left.groups == right.groups && left.rowTotal == right.rowTotal
      && left.otherTotal == right.otherTotal
  }
}

/// Inputs that cannot be used, with every issue found in them.
public struct InputError: Error, Sendable {
  /// At least one.
  public var issues: InputIssues
  /// What amounts of the campaign are in, as far as its brief was read.
  public var money = Money.yen

  /// Wraps issues of which there is at least one.
  package init(_ issues: InputIssues, in money: Money = .yen) {
    self.issues = issues
    self.money = money
  }

  /// The one thing that is wrong.
  package init(_ issue: InputIssue) {
    var issues = InputIssues()
    issues.append(issue)
    self.init(issues)
  }
}
