import Casting
import Tables

/// Reads a table of audiences: creator, cell, share.
enum AudienceFile {
  /// More are no groups of people but a column of something else.
  static let maximumCells = 200

  /// Reads audiences whose shares add to 1; nil where the table cannot be used.
  ///
  /// - Parameter brief: a mix of ages and genders in it needs cells that are ages and genders.
  static func read(
    path: String, brief: BriefFile.Loaded, _ context: inout ReadingContext
  ) -> AudienceTable? {
    let read = context.readTable(path: path, schema: .audience)
    guard var table = read, table.match != nil else { return nil }
    let reader = AudienceReader(table)
    guard reader.cells.count <= maximumCells else {
      context.issues.append(.tooManyCells(table.file, count: reader.cells.count))
      return nil
    }
    if brief.brief.audience != nil, !reader.cells.areAgesByGender,
      let place = brief.audiencePlace
    {
      context.issues.append(.audienceOfOtherCells(place, cells: reader.cells.names))
    }
    let audiences = reader.audiences(&context.issues)
    if let audiences {
      context.passOverRowIssues(of: &table)
      context.tally(table, path: path, kept: audiences.rows)
    } else {
      context.rejects?.append(context.issues.takeJournal())
    }
    return audiences
  }
}

/// Gathers the rows of each creator.
private struct AudienceReader {
  let table: TypedTable
  let cells: AudienceCells
  private let creatorIDs: TextColumn
  private let codes: [Int32]
  private let numbers: NumberColumn
  /// Cell of a category's code; nil for an empty one.
  private let cellOfCode: [Int?]

  init(_ table: TypedTable) {
    self.table = table
    creatorIDs = table.text("creator_id")
    let column = table.category("cell")
    codes = column.codes
    numbers = table.number("share")
    // Rows that were left out may have left their cells behind.
    var isUsed = [Bool](repeating: false, count: column.levels.count)
    for code in column.codes { isUsed[Int(code)] = true }
    let names = column.levels.indices.filter { isUsed[$0] && !column.levels[$0].isEmpty }
      .map { column.levels[$0] }
      .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    cells = AudienceCells(names: names)
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    cellOfCode = column.levels.map { places[$0] }
  }

  /// Nil where not a single creator's audience can be used.
  func audiences(_ issues: inout InputIssues) -> AudienceTable? {
    let width = cells.count
    var places: [String: Int] = [:]
    var firstRows: [Int] = []
    var shares: [Double] = []
    /// Row + 1 of every share; 0 where there is none.
    var rows: [Int32] = []
    var isFaulty: [Bool] = []
    var lines: [[UInt32]] = []
    var repeats: [(issue: InputIssue, audience: Int)] = []
    var last: (row: Int, audience: Int)?
    for row in 0..<table.rows {
      guard !creatorIDs.isEmpty(row) else { continue }
      let audience: Int
      if let last, isSameCreator(row, last.row) {
        audience = last.audience
      } else {
        let id = creatorIDs[row]
        audience = places[id] ?? firstRows.count
        if audience == firstRows.count {
          places[id] = audience
          firstRows.append(row)
          lines.append([])
          isFaulty.append(false)
          shares += Array(repeating: 0, count: width)
          rows += Array(repeating: 0, count: width)
        }
      }
      last = (row, audience)
      lines[audience].append(table.lines[row])
      guard let cell = cellOfCode[Int(codes[row])], !numbers[row].isNaN else {
        isFaulty[audience] = true
        continue
      }
      let slot = audience * width + cell
      guard rows[slot] == 0 else {
        isFaulty[audience] = true
        let issue = InputIssue.duplicateCell(
          cells.names[cell], of: creatorIDs[row],
          firstLine: Int(table.lines[Int(rows[slot]) - 1]),
          at: table.place(row: row, column: "cell"))
        repeats.append((issue, audience))
        continue
      }
      rows[slot] = Int32(row + 1)
      shares[slot] = numbers[row]
    }
    report(repeats, lines, &issues)
    // Where rows were lost for their structure, sums say nothing.
    for audience in firstRows.indices where !isFaulty[audience] && table.isWhole {
      let range = audience * width..<(audience + 1) * width
      let sum = shares[range].reduce(0, +)
      guard abs(sum - 1) <= AudienceColumns.sumTolerance + 1e-9 else {
        isFaulty[audience] = true
        let place = table.place(row: firstRows[audience], column: "share")
        let creator = creatorIDs[firstRows[audience]]
        issues.appendRow(
          .cellSum(sum, at: place, of: creator),
          cells: lines[audience].map { (place.moved(to: $0), creator) })
        continue
      }
      for slot in range { shares[slot] /= sum }
    }
    return table(places, firstRows, shares, isFaulty, lines)
  }

  /// A cell that stands twice takes its audience's other rows with it.
  private func report(
    _ repeats: [(issue: InputIssue, audience: Int)], _ lines: [[UInt32]],
    _ issues: inout InputIssues
  ) {
    let own = Set(repeats.compactMap(\.issue.line))
    var seen: Set<Int> = []
    for (issue, audience) in repeats {
      let others = seen.insert(audience).inserted ? lines[audience] : []
      let place = InputPlace(
        file: issue.file, line: issue.line, column: issue.column, header: issue.header)
      issues.appendRow(
        issue,
        cells: [(place, issue.value)]
          + others.filter { !own.contains(Int($0)) }.map { (place.moved(to: $0), issue.value) })
    }
  }

  /// The audiences in which nothing is wrong.
  private func table(
    _ places: [String: Int], _ firstRows: [Int], _ shares: [Double], _ isFaulty: [Bool],
    _ lines: [[UInt32]]
  ) -> AudienceTable? {
    let kept = firstRows.indices.filter { !isFaulty[$0] }
    guard !kept.isEmpty else { return nil }
    var position = [Int](repeating: -1, count: firstRows.count)
    for (place, audience) in kept.enumerated() { position[audience] = place }
    return AudienceTable(
      cells: cells,
      shares: kept.flatMap { shares[$0 * cells.count..<($0 + 1) * cells.count] },
      places: places.compactMapValues { position[$0] < 0 ? nil : position[$0] },
      first: kept.map { audience in
        let row = firstRows[audience]
        return Cell(
          name: .named("creator_id"), isRequired: true, text: creatorIDs[row],
          place: table.place(row: row, column: "creator_id"))
      }, lines: kept.map { lines[$0] }, file: table.file)
  }

  private func isSameCreator(_ row: Int, _ other: Int) -> Bool {
    creatorIDs.withUTF8(row) { own in creatorIDs.withUTF8(other) { $0.elementsEqual(own) } }
  }
}

extension InputPlace {
  /// The same column on another line.
  func moved(to line: UInt32) -> InputPlace {
    var place = self
    place.line = Int(line)
    return place
  }
}
