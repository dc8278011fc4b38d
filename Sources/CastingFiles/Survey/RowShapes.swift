/// What rows look like that may be none of the table: totals, remarks, and the header of another
/// table below.
struct RowShapes: Equatable {
  /// A row with a word for a total in place of a name.
  struct Total: Equatable {
    var line: UInt32
    var word: String
    /// Its numbers, by the positions of number columns; NaN for none.
    var numbers: [Double]
    /// Sums of the columns over the rows of this part that stand before it.
    var sumsBefore: [Double]
  }

  /// What a row is that is no row of the table.
  struct Foreign: Equatable {
    var line: UInt32
    /// Its texts.
    var text: String
  }

  private(set) var totals: [Total] = []
  /// Sums of number columns over the rows so far.
  private(set) var sums: [Double]
  /// The first row that reads like another table's header.
  private(set) var otherHeader: Foreign?
  /// The first remark behind the last sound row.
  private(set) var remark: Foreign?
  /// The first row of the part, taken for one behind a blank row.
  private(set) var leading: (isHeader: Bool, row: Foreign)?
  private(set) var hasSoundRow = false
  /// Whether the last row was blank.
  private(set) var isAfterBlank = false
  private var hasRow = false

  init(numbers: Int = 0) { sums = Array(repeating: 0, count: numbers) }

  static func == (left: RowShapes, right: RowShapes) -> Bool {
    left.totals == right.totals && left.otherHeader == right.otherHeader
      && left.remark == right.remark
  }

  @inline(__always)
  mutating func add(_ number: Double, to column: Int) {
    if !number.isNaN { sums[column] += number }
  }

  mutating func addBlank() { isAfterBlank = true }

  @inline(__always)
  mutating func addSound() {
    hasSoundRow = true
    hasRow = true
    isAfterBlank = false
    if remark != nil { remark = nil }
  }

  mutating func addTotal(line: UInt32, word: String, numbers: [Double]) {
    hasRow = true
    isAfterBlank = false
    totals.append(Total(line: line, word: word, numbers: numbers, sumsBefore: sums))
  }

  /// Adds a row in which something is wrong.
  ///
  /// - Parameters:
  ///   - names: whether it holds names of columns where numbers are due.
  ///   - isWords: whether it holds words and no digit, some of them where numbers are due.
  ///   - isRemark: whether one cell alone is filled.
  mutating func addFaulty(
    line: UInt32, text: String, names: Bool, isWords: Bool, isRemark: Bool
  ) {
    let row = Foreign(line: line, text: text)
    defer {
      hasRow = true
      isAfterBlank = false
    }
    if !hasRow && !names && (isWords || isRemark) { leading = (isWords, row) }
    if otherHeader == nil && (names || (isAfterBlank && isWords)) { otherHeader = row }
    if remark == nil && isAfterBlank && isRemark { remark = row }
  }

  /// Gives every row another line.
  mutating func replaceLines(_ line: (UInt32) -> UInt32) {
    for index in totals.indices { totals[index].line = line(totals[index].line) }
    if let row = otherHeader { otherHeader?.line = line(row.line) }
    if let row = remark { remark?.line = line(row.line) }
    if let row = leading?.row { leading?.row.line = line(row.line) }
  }

  /// Adds what follows in the file, with lines counted from `lineOffset`.
  mutating func append(_ other: RowShapes, lineOffset: Int) {
    func moved(_ row: Foreign?) -> Foreign? {
      guard var row else { return nil }
      row.line += UInt32(truncatingIfNeeded: lineOffset)
      return row
    }
    if sums.isEmpty { sums = Array(repeating: 0, count: other.sums.count) }
    for var total in other.totals {
      total.line += UInt32(truncatingIfNeeded: lineOffset)
      for column in total.sumsBefore.indices { total.sumsBefore[column] += sums[column] }
      totals.append(total)
    }
    for column in other.sums.indices { sums[column] += other.sums[column] }
    if other.hasSoundRow { remark = nil }
    if isAfterBlank, let leading = other.leading {
      if leading.isHeader {
        otherHeader = otherHeader ?? moved(leading.row)
      } else if !other.hasSoundRow {
        remark = remark ?? moved(leading.row)
      }
    }
    otherHeader = otherHeader ?? moved(other.otherHeader)
    remark = remark ?? moved(other.remark)
    hasSoundRow = hasSoundRow || other.hasSoundRow
    if other.hasRow || other.isAfterBlank { isAfterBlank = other.isAfterBlank }
    hasRow = hasRow || other.hasRow
  }

  /// The row from which on nothing belongs to the table; nil where all does.
  var end: Foreign? {
    [otherHeader, remark].compactMap { $0 }.min { $0.line < $1.line }
  }
}
