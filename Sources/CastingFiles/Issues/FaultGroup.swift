/// Faults of one kind in one column of a table: how many, with which values, and the first of them.
public struct FaultGroup: Equatable, Sendable, Codable {
  /// More tell nothing that the first do not.
  package static let maximumIssues = 5

  /// The first in full, in the order found; never empty.
  public internal(set) var issues: [InputIssue]
  /// How many there are.
  public private(set) var count: Int
  /// Cells that they concern: faults of values that do not go together concern several each.
  package private(set) var cells: Int
  /// What was written there.
  public internal(set) var values: FaultValues
  /// The field of the column, from 1; nil where fields have no places.
  public internal(set) var field: Int?
  /// What is left out for them.
  public internal(set) var extent: FaultExtent
  /// Faults found before the first.
  var order: Int

  /// The first.
  public var first: InputIssue { issues[0] }

  /// What faults are counted together by.
  struct Key: Hashable {
    var file: String
    var name: String
    var kind: FaultKind
    var extent: FaultExtent

    init(_ issue: InputIssue) {
      file = issue.file
      name = issue.fault.columnName
      kind = issue.fault.kind
      extent = issue.extent
    }
  }

  init(_ issue: InputIssue, order: Int) {
    issues = [issue]
    count = 1
    cells = issue.cells
    values = FaultValues()
    field = issue.header == nil ? nil : issue.column
    extent = issue.extent
    self.order = order
    values.add(issue.value, limit: 1)
  }

  mutating func add(_ issue: InputIssue, valueLimit: Int) {
    if issues.count < Self.maximumIssues { issues.append(issue) }
    count += 1
    cells += issue.cells
    values.add(issue.value, limit: valueLimit)
  }

  /// Adds those of a later part.
  mutating func add(_ later: FaultGroup, valueLimit: Int) {
    issues += later.issues
    if extent == .input {
      // Those of rows and of cells alone come together, each in the order of the file.
      let places = issues.indices.sorted { (issues[$0].line ?? 0, $0) < (issues[$1].line ?? 0, $1) }
      issues = places.map { issues[$0] }
    }
    issues.removeLast(max(0, issues.count - Self.maximumIssues))
    count += later.count
    cells += later.cells
    values.add(later.values, limit: valueLimit)
  }

  /// The same for good, whatever could be left out.
  var kept: FaultGroup {
    var group = self
    group.extent = .input
    for index in issues.indices { group.issues[index].extent = .input }
    return group
  }

  /// The same, behind other lines.
  mutating func shiftLines(by offset: Int) {
    for index in issues.indices { issues[index].line = issues[index].line.map { $0 + offset } }
  }
}

/// How often each value was written, in the order of first appearance.
///
/// The first thousand distinct values are counted each, the others together. The counts are exact
/// whatever parts they are added up from, so long as no part has a limit of its own.
public struct FaultValues: Equatable, Sendable {
  /// Distinct values that are counted.
  package static let maximumCount = 1000
  /// Characters of a value that are told apart.
  private static let longestText = 100

  /// As written, cut where they are long.
  public private(set) var texts: [String] = []
  /// How often each was written.
  public private(set) var counts: [Int] = []
  /// Cells with other values.
  public private(set) var rest = 0
  private var places: [String: Int] = [:]

  init() {}

  mutating func add(_ value: String, limit: Int) {
    if value.isEmpty { return }
    let isLong = value.utf8.count > Self.longestText && value.count > Self.longestText
    add(isLong ? value.prefix(Self.longestText) + "…" : value, 1, limit: limit)
  }

  mutating func add(_ later: FaultValues, limit: Int) {
    for (text, count) in zip(later.texts, later.counts) { add(text, count, limit: limit) }
    rest += later.rest
  }

  private mutating func add(_ text: String, _ count: Int, limit: Int) {
    if let place = places[text] {
      counts[place] += count
    } else if texts.count < limit {
      places[text] = texts.count
      texts.append(text)
      counts.append(count)
    } else {
      rest += count
    }
  }

  /// The most frequent values, those of equal counts in the order found.
  package func mostFrequent(_ number: Int) -> [(text: String, count: Int)] {
    let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    return order.prefix(number).map { (texts[$0], counts[$0]) }
  }
}

extension FaultValues: Codable {
  private enum CodingKeys: CodingKey {
    case texts, counts, rest
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    texts = try container.decode([String].self, forKey: .texts)
    counts = try container.decode([Int].self, forKey: .counts)
    rest = try container.decode(Int.self, forKey: .rest)
    guard texts.count == counts.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .counts, in: container, debugDescription: "a count for each text")
    }
    for (place, text) in texts.enumerated() { places[text] = place }
  }
}
