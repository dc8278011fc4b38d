/// How much of a table could be used.
public struct TableTally: Equatable, Sendable {
  /// Faulty cells of a column, which count as not known.
  struct Column: Equatable, Sendable {
    var name: String
    var header: String?
    var field: Int?
    var count: Int
  }

  /// What its rows are.
  public var noun: RowNoun
  /// As the user gave it.
  public var path: String
  /// Rows that are not blank, sound or not.
  public var read: Int
  /// Those among them that were left out.
  public var leftOut = 0
  /// Cells of the others that count as not known since they were at fault. Of a row that repeats an id too:
  /// it is left out for another reason.
  public var cellsBlanked = 0
  var columns: [Column] = []

  /// How much of a table could be used.
  public init(noun: RowNoun, path: String, read: Int, leftOut: Int = 0, cellsBlanked: Int = 0) {
    self.noun = noun
    self.path = path
    self.read = read
    self.leftOut = leftOut
    self.cellsBlanked = cellsBlanked
  }

  /// - Parameter skipped: what was wrong with the table alone.
  init(noun: RowNoun, path: String, read: Int, kept: Int, skipped: InputIssues) {
    self.init(noun: noun, path: path, read: read, leftOut: read - kept)
    for group in skipped.groups where group.extent == .cell {
      cellsBlanked += group.cells
      let name = group.first.fault.columnName
      if let place = columns.firstIndex(where: { $0.name == name && !name.isEmpty }) {
        columns[place].count += group.count
      } else {
        columns.append(
          Column(
            name: name, header: group.first.header, field: group.field, count: group.count))
      }
    }
  }

  /// Whether all of it was used.
  public var isWhole: Bool { leftOut == 0 && cellsBlanked == 0 }

  /// What goes beyond a limit: rows first, then columns in the order of their first fault.
  func excesses(of limit: InvalidLimit) -> [(column: Column?, count: Int)] {
    let allowed = limit.allowance(of: read)
    return (leftOut > allowed ? [(nil, leftOut)] : [])
      + columns.filter { $0.count > allowed }.map { ($0, $0.count) }
  }
}

extension [TableTally] {
  /// Leaves out so many rows more of a table.
  mutating func leaveOut(_ rows: Int, of noun: RowNoun) {
    if let place = firstIndex(where: { $0.noun == noun }) { self[place].leftOut += rows }
  }
}

extension InputIssues {
  /// What goes beyond the limit in tables; none where nothing does.
  ///
  /// Each names a limit that would accept all of them.
  static func excesses(of limit: InvalidLimit, in tables: [TableTally]) -> InputIssues {
    let found = tables.flatMap { table in
      table.excesses(of: limit).map { (table: table, column: $0.column, count: $0.count) }
    }
    let accepted = found.map {
      InvalidLimit.percent(allowing: $0.count, of: $0.table.read)
    }.max()
    var issues = InputIssues()
    for (table, column, count) in found {
      issues.append(
        InputIssue(
          file: table.path,
          .form(
            .tooManyInvalid(
              column: column.map { $0.header ?? $0.name }, field: column?.field, count: count,
              rows: table.read, allowed: limit.allowance(of: table.read),
              accepted: accepted ?? 100))))
    }
    return issues
  }
}
