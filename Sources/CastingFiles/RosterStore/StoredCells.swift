import Casting

/// The cells of some creators of a group, as they lie in the file.
struct StoredCells {
  let bytes: [UInt8]
  /// Where every column begins in `bytes`, and the last ends.
  let places: [Int]
  /// Creators of the group.
  let groupCount: Int
  /// Those wanted, ascending.
  let rows: [Int]

  private var isWhole: Bool { rows.count == groupCount }

  /// Records of the table that the creators were read from.
  var records: [UInt32] { numbers(column: 0) }

  /// - Parameters:
  ///   - categories: with all levels, without rows.
  ///   - detail: how many of the columns are there.
  func roster(
    _ header: RosterStoreHeader, _ categories: [CategoryColumn], _ detail: RosterDetail
  ) -> Roster {
    var roster = Roster()
    var column = 1
    for (place, path) in Roster.categoryColumns.enumerated() {
      roster[keyPath: path] = categories[place]
      roster[keyPath: path].append(codes: codes(column: column))
      column += 1
    }
    roster.packageFees = (header.packages ?? []).map { PackageFees(package: $0) }
    for (place, path) in header.numberColumns.enumerated() {
      if header.hasNumbers[place] {
        roster[keyPath: path].values =
          cells(column).isEmpty
          ? [Double](repeating: .nan, count: rows.count) : numbers(column: column)
      }
      column += 1
    }
    for (place, path) in Roster.dayColumns.enumerated() {
      if header.hasDays[place] {
        let days: [Int32] = numbers(column: column)
        roster[keyPath: path] = days.map(StoredDay.day)
      }
      column += 1
    }
    for path in Roster.textColumns {
      roster[keyPath: path] = texts(column: column)
      column += 1
    }
    for path in Roster.describingColumns {
      roster[keyPath: path] =
        detail == .everything ? texts(column: column) : TextColumn(emptyRows: rows.count)
      column += 1
    }
    return roster
  }

  /// Whether the cells can be those of a roster: a checksum tells damage, not what else may be in a file.
  func areSound(_ header: RosterStoreHeader, _ detail: RosterDetail) -> Bool {
    let texts =
      Roster.textColumns.count + (detail == .everything ? Roster.describingColumns.count : 0)
    var column = 0
    func next() -> Int {
      column += 1
      return column - 1
    }
    guard cells(next()).count == 4 * groupCount,
      (Self.numbers(cells(0)) as [UInt32]).allSatisfy({ $0 < header.records }),
      isAscending(Self.numbers(cells(0)))
    else { return false }
    for levels in header.levels {
      let place = next()
      guard [1, 2, 4].contains(where: { $0 * groupCount == cells(place).count }),
        allCodes(column: place).allSatisfy({ levels.indices.contains(Int($0)) })
      else { return false }
    }
    for isThere in header.hasNumbers {
      let size = cells(next()).count
      guard size == 0 || (isThere && size == 8 * groupCount) else { return false }
    }
    for isThere in header.hasDays {
      guard cells(next()).count == (isThere ? 4 * groupCount : 0) else { return false }
    }
    return (0..<texts).allSatisfy { _ in areTexts(cells(next())) }
  }

  private func areTexts(_ cells: ArraySlice<UInt8>) -> Bool {
    if cells.isEmpty { return true }
    let ends: [UInt32] = Self.numbers(cells.prefix(4 * groupCount))
    return cells.count >= 4 * groupCount && isAscending(ends)
      && Int(ends.last ?? 0) == cells.count - 4 * groupCount
  }

  private func isAscending(_ numbers: [UInt32]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private func cells(_ column: Int) -> ArraySlice<UInt8> {
    bytes[places[column]..<places[column + 1]]
  }

  private func numbers<Number: BitwiseCopyable>(column: Int) -> [Number] {
    selected(Self.numbers(cells(column)))
  }

  private func codes(column: Int) -> [Int32] { selected(allCodes(column: column)) }

  private func allCodes(column: Int) -> [Int32] {
    switch cells(column).count / max(1, groupCount) {
    case 1: (Self.numbers(cells(column)) as [UInt8]).map { Int32($0) }
    case 2: (Self.numbers(cells(column)) as [UInt16]).map { Int32($0) }
    default: Self.numbers(cells(column))
    }
  }

  private func texts(column: Int) -> TextColumn {
    let cells = cells(column)
    guard !cells.isEmpty else { return TextColumn(emptyRows: rows.count) }
    let size = groupCount * MemoryLayout<UInt32>.size
    let ends: [UInt32] = Self.numbers(cells.prefix(size))
    let texts = cells.dropFirst(size)
    if isWhole { return TextColumn(utf8: texts, ends: ends.map { Int($0) }) }
    var column = TextColumn()
    for row in rows {
      let start = row == 0 ? 0 : Int(ends[row - 1])
      column.append(
        utf8: texts[texts.startIndex + start..<texts.startIndex + Int(ends[row])])
    }
    return column
  }

  private func selected<Element>(_ all: [Element]) -> [Element] {
    isWhole ? all : rows.map { all[$0] }
  }

  /// Numbers as they lie in memory.
  static func numbers<Number: BitwiseCopyable>(_ bytes: ArraySlice<UInt8>) -> [Number] {
    let count = bytes.count / MemoryLayout<Number>.size
    return [Number](unsafeUninitializedCapacity: count) { target, initialized in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[..<(count * MemoryLayout<Number>.size)]))
      }
      initialized = count
    }
  }
}
