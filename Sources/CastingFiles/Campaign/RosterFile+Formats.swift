import Casting
import CastingReview

extension RosterFile {
  /// Makes one creator of rows that name the same one with other formats: a fee and views for each.
  ///
  /// Rows of other platforms are other accounts, and stay apart.
  static func mergeFormats(_ table: inout TypedTable, _ context: inout ReadingContext) {
    guard table.has("format") else { return }
    let groups = formatGroups(table)
    guard groups.contains(where: { $0.count > 1 }) else { return }
    let rowFormats = formats(of: table)
    var pivot = FormatColumns(table, rowFormats)
    var removed: Set<Int> = []
    for group in groups {
      for row in group where pivot.move(row, to: group[0]) && row != group[0] {
        removed.insert(row)
      }
      let lines = group.filter { $0 == group[0] || removed.contains($0) }.map {
        Int(table.lines[$0])
      }
      guard lines.count > 1 else { continue }
      context.decisions.append(
        ReadingDecision(
          table: .creators, file: SheetPlace.shown(table.file),
          .oneCreator(creator: table.text("creator_id")[group[0]], lines: lines), .certain,
          .sameIdentifier))
    }
    pivot.write(to: &table)
    table.removeRows(removed)
    let merged = context.decisions.filter { if case .oneCreator = $0.what { true } else { false } }
    context.notes.append(
      .mergedRows(
        file: SheetPlace.shown(table.file), rows: removed.count + merged.count,
        creators: merged.count))
  }

  /// The format of each row: its own, else what is usual on her platform.
  static func formats(of table: TypedTable) -> [DealFormat] {
    let platforms = table.category("platform")
    let usual = platforms.levels.map { UsualFormat.format(on: $0) }
    let stated = table.category("format")
    let known = stated.levels.map { DealFormat(rawValue: $0) }
    return (0..<table.rows).map { row in
      known[Int(stated.codes[row])] ?? usual[Int(platforms.codes[row])]
    }
  }

  /// Rows of each creator on each platform, in the order in which they come first.
  private static func formatGroups(_ table: TypedTable) -> [[Int]] {
    let ids = table.text("creator_id")
    let platforms = table.category("platform")
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for row in 0..<table.rows {
      let key = "\(platforms[row].lowercased())\u{0}\(ids[row])"
      if !ids.isEmpty(row), let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    return groups
  }
}

/// Fees and views by format, made of one column of each and the format of each row.
private struct FormatColumns {
  private let formats: [DealFormat]
  private let commonFees: NumberColumn
  private let commonViews: NumberColumn
  private var fees: [[Double]]
  private var views: [[Double]]
  private var isUsed = [Bool](repeating: false, count: DealFormat.allCases.count)
  /// Formats that a row has already, by its position and theirs.
  private var taken: Set<Int> = []

  init(_ table: TypedTable, _ formats: [DealFormat]) {
    self.formats = formats
    commonFees = table.number("fee")
    commonViews = table.number("avg_views")
    let empty = [Double](repeating: .nan, count: table.rows)
    fees = DealFormat.allCases.map { format in
      let own = table.number("fee_\(format.rawValue)")
      return own.isPresent ? own.values : empty
    }
    views = DealFormat.allCases.map { format in
      let own = table.number("views_\(format.rawValue)")
      return own.isPresent ? own.values : empty
    }
  }

  /// Moves fee and views of a row to the format's columns of another; false where that has the format.
  mutating func move(_ row: Int, to first: Int) -> Bool {
    let format = formats[row].index
    guard taken.insert(first * DealFormat.allCases.count + format).inserted else { return false }
    isUsed[format] = true
    if fees[format][first].isNaN { fees[format][first] = commonFees[row] }
    if views[format][first].isNaN { views[format][first] = commonViews[row] }
    return true
  }

  /// Puts the columns in place of the common ones.
  func write(to table: inout TypedTable) {
    for format in DealFormat.allCases where isUsed[format.index] {
      for (name, column) in [("fee", fees), ("views", views)] {
        guard let place = table.schema.index(of: "\(name)_\(format.rawValue)"),
          name == "fee" || !column[format.index].allSatisfy(\.isNaN)
        else { continue }
        table.numbers[place] = column[format.index]
        table.madeColumns.insert(place)
      }
    }
    if let place = table.schema.index(of: "fee"), table.has("fee") {
      table.numbers[place] = Array(repeating: .nan, count: table.rows)
    }
    table.conventions.feeFormats = nil
  }
}
