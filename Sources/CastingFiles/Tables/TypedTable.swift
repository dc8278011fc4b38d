import Casting
import CastingReview

/// A table as read: a typed column for each column of its schema that the file has.
struct TypedTable {
  let schema: TableSchema
  let match: HeaderMatch?
  let file: String
  /// By position in the schema; empty for columns of other kinds.
  var texts: [TextColumn]
  var categories: [CategoryColumn]
  /// NaN is an empty cell.
  var numbers: [[Double]]
  /// Lower ends of fees that are ranges, ∞ for those to be asked for, by position in the schema; shorter than
  /// the table where the last rows have none.
  var feeLows: [Int: [Double]] = [:]
  var days: [[CalendarDay?]]
  /// Line at which each row starts.
  var lines: [UInt32] = []
  /// Hashes of the identifiers, where the schema has one.
  var identifierHashes: [UInt64] = []
  /// Whether no row was left out for a fault in its structure.
  var isWhole = true
  /// Records of the file that are not blank, whether they could be read or not.
  var recordCount = 0
  /// Positions among those of records that are not in the table.
  var lostRecords: [Int] = []
  /// Rows in which something is wrong.
  var faultyRows: Set<Int> = []
  /// Whether the position of a field means something to whoever looks into the file.
  var hasFieldPlaces = true
  /// How the table is read.
  var conventions = TableConventions.usual
  /// What the cells of number columns look like, by position in the schema.
  var evidence: [Int: NumberEvidence] = [:]
  /// What rows look like that may be none of the table.
  var shape = RowShapes()
  /// What the rows above the header say of numbers.
  var titleUnits: TitleUnits?
  /// What was decided about the table and its columns.
  var decisions: [ReadingDecision] = []

  /// Column of each field in the file, from 0; nil where they are the same.
  var columnsOfFields: [Int]?
  /// Values that the brief states for all rows, by the names of their columns.
  var values: [String: String] = [:]
  /// Whether the brief names the formats in play.
  var statesFormats = true
  /// How amounts are taxed, and which fees count.
  var terms = DealTerms()
  /// Whether the whole table was read before.
  var isReread = false
  /// Rows whose followers were estimated from tier or views.
  var estimatedFollowers = 0
  /// Rows of each platform, where the schema has such a column.
  var platformCounts: [String: Int] = [:]
  /// Rows that were taken into others.
  var mergedRows = 0
  /// Identifiers as the file has them, where rows were given others: for issues.
  var writtenIdentifiers: TextColumn?
  /// Hashes of the ids of runs, where rows of one id are looked for in all of a table.
  var runHashes: [UInt64] = []
  /// Formats that each row tells of, a bit each in the order of the schema's; empty where no column names them.
  var formatMasks: [UInt64] = []
  /// Columns that the file does not have, made of others of its.
  var madeColumns: Set<Int> = []
  /// Whether semicolons part its fields.
  var hasSemicolons = false
  /// What was passed over in it.
  var skipped = InputIssues()
  /// What is done about faults in it.
  var faultSettings = FaultSettings()
  /// Whether `lines` counts rows: of a database, or of a JSON list.
  var countsRows = false

  init(schema: TableSchema, match: HeaderMatch?, file: String) {
    self.schema = schema
    self.match = match
    self.file = file
    let count = schema.columns.count
    texts = Array(repeating: TextColumn(), count: count)
    categories = Array(repeating: CategoryColumn(), count: count)
    numbers = Array(repeating: [], count: count)
    days = Array(repeating: [], count: count)
  }

  var rows: Int { lines.count }

  /// Names of the columns with numbers, in the order in which chunks read them.
  var numberColumns: [String] {
    TableChunk(self).numberSteps.map { schema.columns[$0.column].name }
  }

  /// Whether the file has the column.
  func has(_ name: String) -> Bool {
    schema.index(of: name).map { match?.field(of: $0) != nil || madeColumns.contains($0) } ?? false
  }

  /// Place of a cell, for issues.
  func place(row: Int, column name: String? = nil) -> InputPlace {
    let field = name.flatMap { schema.index(of: $0) }.flatMap { match?.field(of: $0) }
    let column = field.map { (columnsOfFields?[$0] ?? $0) + 1 }
    return InputPlace(
      file: file, line: Int(lines[row]), column: hasFieldPlaces ? column : nil,
      header: field.map { match?.headers[$0] ?? "" })
  }

  /// Makes room for so many rows, with texts as long as those of `chunk`.
  mutating func reserveCapacity(_ rows: Int, like chunk: TableChunk) {
    let growth = rows / max(1, chunk.lines.count) + 1
    for step in chunk.otherSteps {
      switch schema.columns[step.column].kind {
      case .text, .identifier:
        let bytes = chunk.texts[step.column].byteCount
        texts[step.column].reserveCapacity(rows: rows, bytes: bytes * growth)
      case .category, .word: categories[step.column].reserveCapacity(rows)
      case .day: days[step.column].reserveCapacity(rows)
      case .number: break
      }
    }
    for step in chunk.numberSteps { numbers[step.column].reserveCapacity(rows) }
    lines.reserveCapacity(rows)
    if !chunk.identifierHashes.isEmpty { identifierHashes.reserveCapacity(rows) }
  }

  mutating func append(_ chunk: TableChunk, lineOffset: Int) {
    for column in schema.columns.indices {
      texts[column].append(contentsOf: chunk.texts[column])
      if chunk.categories[column].count > 0 {
        categories[column].append(contentsOf: chunk.categories[column])
      }
      if !chunk.days[column].isEmpty { days[column] += chunk.days[column] }
    }
    let width = chunk.numberSteps.count
    chunk.numbers.withUnsafeBufferPointer { cells in
      for (position, step) in chunk.numberSteps.enumerated() {
        // One copy of a column at a time: whole lines of the cache are read for each, but written
        // once.
        numbers[step.column].append(
          contentsOf: chunk.lines.indices.lazy.map { cells[$0 * width + position] })
      }
    }
    for fee in chunk.openFees {
      feeLows[fee.column, default: []].put(fee.low, at: lines.count + fee.row)
    }
    for line in chunk.lines { lines.append(line + UInt32(truncatingIfNeeded: lineOffset)) }
    identifierHashes += chunk.identifierHashes
    for row in chunk.faultyRows { faultyRows.insert(rows - chunk.lines.count + row) }
    for record in chunk.lostRecords { lostRecords.append(recordCount + record) }
    recordCount += chunk.recordCount
    isWhole = isWhole && chunk.isWhole
    for (step, found) in zip(chunk.numberSteps, chunk.evidence) {
      evidence[step.column, default: NumberEvidence()].append(found, lineOffset: lineOffset)
    }
    shape.append(chunk.shape, lineOffset: lineOffset)
    countPlatforms(of: chunk)
  }

  private mutating func countPlatforms(of chunk: TableChunk) {
    // A part without rows says nothing of platforms.
    guard !statesFormats, !chunk.lines.isEmpty, let column = schema.index(of: "platform") else {
      return
    }
    let platforms = chunk.categories[column]
    guard platforms.count > 0 else {
      platformCounts["", default: 0] += chunk.lines.count
      return
    }
    var counts = [Int](repeating: 0, count: platforms.levels.count)
    for code in platforms.codes { counts[Int(code)] += 1 }
    for (level, count) in zip(platforms.levels, counts) where count > 0 {
      platformCounts[level, default: 0] += count
    }
  }
}

extension [Double] {
  /// Puts a number at a place behind the end, NaN between.
  mutating func put(_ number: Double, at place: Int) {
    if count <= place { self += repeatElement(.nan, count: place + 1 - count) }
    self[place] = number
  }
}
