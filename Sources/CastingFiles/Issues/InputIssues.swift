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
  public private(set) var groups: [FaultGroup] = []
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
  private var found: [Found] = []
  private var rowTotal = 0
  private var otherTotal = 0
  private var groupOfKey: [FaultGroup.Key: Int] = [:]
  /// Issues of a row that was not read to its end.
  private var openRow: [InputIssue] = []
  private var isRowOpen = false

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
  ///
  /// - Parameter cells: whom it concerns, where these are several: their places and values.
  mutating func appendRow(_ issue: InputIssue, cells: [(place: InputPlace, value: String)] = []) {
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

  private mutating func add(_ issue: Found) {
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

  private var valueLimit: Int { isPart ? .max : FaultValues.maximumCount }
}

/// By what was found: not by where it goes.
extension InputIssues {
  public static func == (left: InputIssues, right: InputIssues) -> Bool {
    left.found == right.found && left.groups == right.groups && left.rowTotal == right.rowTotal
      && left.otherTotal == right.otherTotal
  }
}

// MARK: Rows

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

// MARK: Parts

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

  private mutating func indexGroups() {
    groupOfKey = [:]
    for (place, group) in groups.enumerated() {
      let key = FaultGroup.Key(group.first)
      if groupOfKey[key] == nil { groupOfKey[key] = place }
    }
  }

  /// Gives every issue with a column another, or none.
  mutating func replaceColumns(_ column: (InputIssue) -> Int?) {
    func replace(_ issue: inout InputIssue) {
      if issue.column != nil { issue.column = column(issue) }
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

  /// Puts issues in order: what is told one by one, and what is told together.
  package var blocks: [Block] {
    let single = found.filter { $0.issue.extent == .input && !isGrouped($0.issue) }
    let all =
      single.map { (order: $0.order, block: Block.issue($0.issue)) }
      + groups.map { (order: $0.order, block: Block.group($0)) }
    return all.sorted { $0.order < $1.order }.map(\.block)
  }

  private func isGrouped(_ issue: InputIssue) -> Bool {
    groupOfKey[FaultGroup.Key(issue)] != nil
  }

  /// How many are in no block.
  package var untold: Int {
    let told = blocks.reduce(0) { count, block in
      switch block {
      case .issue: count + 1
      case .group(let group): count + group.count
      }
    }
    return total - told
  }

  /// What is told together.
  package enum Block: Equatable, Sendable {
    case issue(InputIssue)
    case group(FaultGroup)
  }
}

extension InputIssues: Codable {
  private enum CodingKeys: CodingKey {
    case found, groups, rowTotal, otherTotal
  }

  /// What was kept of issues, for settings that keep no more.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    found = try container.decode([Found].self, forKey: .found)
    groups = try container.decode([FaultGroup].self, forKey: .groups)
    rowTotal = try container.decode(Int.self, forKey: .rowTotal)
    otherTotal = try container.decode(Int.self, forKey: .otherTotal)
    guard groups.allSatisfy({ !$0.issues.isEmpty }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .groups, in: container, debugDescription: "a group without an issue")
    }
    indexGroups()
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(found, forKey: .found)
    try container.encode(groups, forKey: .groups)
    try container.encode(rowTotal, forKey: .rowTotal)
    try container.encode(otherTotal, forKey: .otherTotal)
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
