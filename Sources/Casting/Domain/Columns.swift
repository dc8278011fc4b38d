/// Texts of one table column, stored end to end in one buffer: a million short cells cost their
/// bytes and eight more each, not a heap object each.
public struct TextColumn: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// No rows.
  public init() {}

  /// A row for every text, in their order.
  public init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// - Parameters:
  ///   - utf8: of all texts, end to end.
  ///   - ends: where each of them ends; ascending, the last is the end of all.
  package init(utf8: some Collection<UInt8>, ends: [Int]) {
    precondition(ends.last ?? 0 == utf8.count, "\(utf8.count) bytes end at \(ends.last ?? 0)")
    bytes = Array(utf8)
    self.ends = ends
  }

  /// A column of so many empty cells.
  public init(emptyRows: Int) { ends = Array(repeating: 0, count: emptyRows) }

  /// Rows.
  public var count: Int { ends.count }

  /// Bytes of all texts together.
  public var byteCount: Int { bytes.count }

  /// Makes room for so many rows and UTF-8 bytes in all.
  public mutating func reserveCapacity(rows: Int, bytes byteCount: Int) {
    ends.reserveCapacity(rows)
    bytes.reserveCapacity(byteCount)
  }

  /// Appends a row with the text; "" is an empty cell.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Appends a cell given as UTF-8.
  public mutating func append(utf8: some Sequence<UInt8>) {
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
  }

  /// Appends a cell given as UTF-8, in one copy.
  public mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
  }

  /// Appends the rows of another column.
  public mutating func append(contentsOf other: TextColumn) {
    let offset = bytes.count
    bytes.append(contentsOf: other.bytes)
    ends.reserveCapacity(ends.count + other.ends.count)
    for end in other.ends { ends.append(offset + end) }
  }

  /// The given rows, in their order.
  func selecting(_ rows: [Int]) -> TextColumn {
    var selected = TextColumn()
    selected.ends.reserveCapacity(rows.count)
    for row in rows { withUTF8(row) { selected.append(utf8: $0) } }
    return selected
  }

  /// Takes the rows from a place on away; O(what is taken).
  package mutating func splitOff(from row: Int) -> TextColumn {
    let start = start(row)
    let rest = TextColumn(utf8: bytes[start...], ends: ends[row...].map { $0 - start })
    bytes.removeSubrange(start...)
    ends.removeSubrange(row...)
    return rest
  }

  /// Removes all rows but keeps the storage for new ones.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Whether the cell of a row is empty.
  public func isEmpty(_ row: Int) -> Bool { ends[row] == start(row) }

  /// The text of a row, copied; `withUTF8` lends it instead.
  public subscript(row: Int) -> String { withUTF8(row) { String(decoding: $0, as: UTF8.self) } }

  /// The first row with the text; O(rows), without a copy of any.
  public func firstRow(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    return (0..<count).first { row in withUTF8(row) { $0.elementsEqual(wanted) } }
  }

  /// Rows of the texts among these that stand in the column; of one that stands in several rows, the last.
  package func rows(of wanted: Set<String>) -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in 0..<(wanted.isEmpty ? 0 : count) {
      let text = self[row]
      if wanted.contains(text) { rows[text] = row }
    }
    return rows
  }

  /// Calls `body` with the cell's UTF-8 bytes, without a copy.
  public func withUTF8<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start(row)..<ends[row]]))
    }
  }

  private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[row - 1] }
}

/// Texts of a column with few distinct values (platform, agency): a code per row.
public struct CategoryColumn: Sendable {
  /// Distinct values in order of first appearance; a missing cell is the level "".
  public private(set) var levels: [String] = []
  /// Row to position in `levels`.
  public private(set) var codes: [Int32] = []
  private var codeOfLevel: [String: Int32] = [:]

  /// No rows and no levels.
  public init() {}

  /// A row for every value; levels in the order in which they come first.
  public init(_ values: some Sequence<String>) {
    for value in values { append(value) }
  }

  /// A column with the same value in every row.
  public init(repeating value: String, count: Int) {
    levels = [value]
    codes = Array(repeating: 0, count: count)
    codeOfLevel = [value: 0]
  }

  /// Rows.
  public var count: Int { codes.count }

  /// Appends a row with the value, adding a level when it is new.
  public mutating func append(_ value: String) { codes.append(code(for: value)) }

  /// Appends a row by a code that `code(for:)` gave.
  public mutating func append(code: Int32) { codes.append(code) }

  /// Appends rows by codes that `code(for:)` gave.
  package mutating func append(codes more: some Sequence<Int32>) { codes.append(contentsOf: more) }

  /// Appends the rows of another column; its new levels follow the ones there are.
  public mutating func append(contentsOf other: CategoryColumn) {
    let newCodes = other.levels.map { code(for: $0) }
    codes.reserveCapacity(codes.count + other.codes.count)
    for code in other.codes { codes.append(newCodes[Int(code)]) }
  }

  /// The given rows, in their order; the levels stay what they are.
  func selecting(_ rows: [Int]) -> CategoryColumn {
    var selected = self
    selected.codes = codes.selecting(rows)
    return selected
  }

  /// Takes the rows from a place on away; the levels of the others stay what they are.
  package mutating func splitOff(from row: Int) -> CategoryColumn {
    let rest = CategoryColumn(codes[row...].map { levels[Int($0)] })
    codes.removeSubrange(row...)
    return rest
  }

  /// Removes all rows but keeps the levels, and the storage for new rows.
  public mutating func removeAllRows() { codes.removeAll(keepingCapacity: true) }

  /// Makes room for so many rows.
  public mutating func reserveCapacity(_ rows: Int) { codes.reserveCapacity(rows) }

  /// The code of `value`, adding a level when it is new.
  public mutating func code(for value: String) -> Int32 {
    if let known = codeOfLevel[value] { return known }
    let code = Int32(levels.count)
    levels.append(value)
    codeOfLevel[value] = code
    return code
  }

  /// The value of a row.
  public subscript(row: Int) -> String { levels[Int(codes[row])] }
}

extension Array {
  /// The given rows of a row-major table, in their order.
  func selecting(_ rows: [Int], width: Int = 1) -> [Element] {
    if width == 1 { return rows.map { self[$0] } }
    var selected: [Element] = []
    selected.reserveCapacity(rows.count * width)
    for row in rows { selected.append(contentsOf: self[row * width..<(row + 1) * width]) }
    return selected
  }
}
