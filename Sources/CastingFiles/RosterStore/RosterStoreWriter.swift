import Casting
import Foundation
import Tables

/// Writes a roster of any length into a file, part after part, in bounded memory.
struct RosterStoreWriter {
  private let file: any ByteSink
  private var header = RosterStoreHeader()
  /// Level tables grow with the parts.
  private var categories = Roster.categoryColumns.map { _ in CategoryColumn() }
  private var group = RosterGroup()
  /// Where every column of every group begins, and the last ends.
  private var places: [UInt64] = []
  private var checksums: [UInt32] = []
  private var position = 0

  init(_ file: any ByteSink) { self.file = file }

  /// Appends the next creators.
  ///
  /// - Parameter records: of the table, one for each of them.
  mutating func append(_ roster: Roster, records: [UInt32]) throws {
    // A roster may be begun again.
    if header.count == 0 { try file.rewind() }
    if !roster.packageFees.isEmpty { header.packages = roster.packageFees.map(\.package) }
    // Columns of what few creators have may begin with a later part.
    let isThere = roster.numberColumns.map { roster[keyPath: $0].isPresent }
    header.hasNumbers = isThere.indices.map { place in
      isThere[place] || place < header.hasNumbers.count && header.hasNumbers[place]
    }
    header.hasDays = Roster.dayColumns.map { !roster[keyPath: $0].isEmpty }
    header.norms.add(roster)
    header.tellsOfWorks = header.tellsOfWorks || roster.recentWorks.byteCount > 0
    header.count += roster.count
    let codes = zip(categories.indices, Roster.categoryColumns).map { place, column in
      if roster[keyPath: column].count == 0 {
        return Array(repeating: categories[place].code(for: ""), count: roster.count)
      }
      let levels = roster[keyPath: column].levels.map { categories[place].code(for: $0) }
      return roster[keyPath: column].codes.map { levels[Int($0)] }
    }
    var start = 0
    while start < roster.count {
      let end = min(roster.count, start + RosterStoreForm.creatorsPerGroup - group.count)
      group.append(start..<end, of: roster, codes: codes, records: records)
      start = end
      if group.count == RosterStoreForm.creatorsPerGroup { try flush() }
    }
  }

  private mutating func flush() throws {
    let columns = group.columns()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(columns.reduce(0) { $0 + $1.count })
    for column in columns {
      places.append(UInt64(position + bytes.count))
      bytes += column
    }
    checksums.append(bytes.withUnsafeBytes(Checksum.crc32))
    try write(bytes)
    group.removeAll()
  }

  /// Ends the file.
  ///
  /// - Parameter describe: adds what the table said.
  mutating func finish(_ describe: (inout RosterStoreHeader) -> Void) throws {
    if group.count > 0 { try flush() }
    describe(&header)
    header.levels = categories.map(\.levels)
    places.append(UInt64(position))
    let encoder = JSONEncoder()
    // The same roster, the same bytes.
    encoder.outputFormatting = .sortedKeys
    var bytes: [UInt8] = []
    var trailer = [UInt64(position)]
    for section in try [
      places.withUnsafeBytes(Array.init), checksums.withUnsafeBytes(Array.init),
      Array(encoder.encode(header)),
    ] {
      bytes += section
      trailer.append(UInt64(position + bytes.count))
    }
    trailer.append(UInt64(bytes.withUnsafeBytes(Checksum.crc32)))
    try write(bytes + trailer.withUnsafeBytes(Array.init) + RosterStoreForm.magic)
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try file.write($0) }
    position += bytes.count
  }
}

/// Creators of a group on their way to the file, column by column.
private struct RosterGroup {
  private(set) var count = 0
  private var records: [UInt32] = []
  private var codes = Roster.categoryColumns.map { _ in [Int32]() }
  private var numbers: [[Double]] = []
  private var days = Roster.dayColumns.map { _ in [Int32]() }
  private var texts = (Roster.textColumns + Roster.describingColumns).map { _ in StoredTexts() }

  /// - Parameter codes: by column of categories, of all creators of the roster.
  mutating func append(
    _ rows: Range<Int>, of roster: Roster, codes: [[Int32]], records: [UInt32]
  ) {
    let before = count
    count += rows.count
    self.records += records[rows]
    for column in codes.indices { self.codes[column] += codes[column][rows] }
    let columns = roster.numberColumns
    if numbers.isEmpty { numbers = columns.map { _ in [] } }
    for (place, column) in columns.enumerated()
    where roster[keyPath: column].isPresent || !numbers[place].isEmpty {
      let cells = roster[keyPath: column].values
      if numbers[place].isEmpty { numbers[place] = Array(repeating: .nan, count: before) }
      numbers[place] += cells.isEmpty ? Array(repeating: .nan, count: rows.count)[...] : cells[rows]
    }
    for (place, column) in Roster.dayColumns.enumerated() where !roster[keyPath: column].isEmpty {
      days[place] += roster[keyPath: column][rows].map(StoredDay.number)
    }
    for (place, column) in (Roster.textColumns + Roster.describingColumns).enumerated() {
      texts[place].append(rows, of: roster[keyPath: column])
    }
  }

  mutating func removeAll() { self = RosterGroup() }

  /// The bytes of all columns, in the order of the file.
  func columns() -> [[UInt8]] {
    [records.withUnsafeBytes(Array.init)] + codes.map(StoredCodes.bytes)
      + numbers.map { column in
        column.allSatisfy(\.isNaN) ? [] : column.withUnsafeBytes(Array.init)
      } + days.map { $0.withUnsafeBytes(Array.init) } + texts.map(\.stored)
  }
}

/// Texts of a group, end to end.
private struct StoredTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  mutating func append(_ rows: Range<Int>, of column: TextColumn) {
    for row in rows {
      column.withUTF8(row) { bytes.append(contentsOf: $0) }
      ends.append(UInt32(bytes.count))
    }
  }

  var stored: [UInt8] { bytes.isEmpty ? [] : ends.withUnsafeBytes(Array.init) + bytes }
}

/// Codes of categories in as few bytes as the highest of them takes.
enum StoredCodes {
  static func bytes(_ codes: [Int32]) -> [UInt8] {
    switch codes.max() ?? 0 {
    case 0...0xFF: codes.map { UInt8($0) }
    case 0...0xFFFF: codes.map { UInt16($0) }.withUnsafeBytes(Array.init)
    default: codes.withUnsafeBytes(Array.init)
    }
  }
}

/// Days as numbers that a reader of the file can read.
enum StoredDay {
  static func number(_ day: CalendarDay?) -> Int32 {
    day.map { Int32($0.year * 10_000 + $0.month * 100 + $0.day) } ?? 0
  }

  static func day(_ number: Int32) -> CalendarDay? {
    let number = Int(number)
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
