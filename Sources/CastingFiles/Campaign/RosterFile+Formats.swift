import Casting
import CastingReview

extension RosterFile {
  /// Makes one creator of rows that name the same one with other formats: a fee and views for each.
  ///
  /// Rows of other platforms are other accounts, and stay apart.
  static func mergeFormats(_ table: inout TypedTable, _ context: inout ReadingContext) {
    guard table.has("format") else { return }
    let groups = formatGroups(table, in: [0..<table.rows])
    guard groups.contains(where: { $0.count > 1 }) else { return }
    let rowFormats = formats(of: table)
    let merge = FormatMerge(table, groups, rowFormats)
    context.decisions += merge.decisions
    merge.write(to: &table, formatsInUse(table, rowFormats))
    context.notes.append(
      .mergedRows(
        file: SheetPlace.shown(table.file), rows: merge.rows, creators: merge.creators))
  }

  /// The format of each row: its own, else what is usual on her platform.
  static func formats(of table: TypedTable) -> [DealFormat] {
    let platforms = table.category("platform")
    let usual = platforms.levels.map { UsualFormat.format(on: $0) }
    let stated = table.category("format")
    let known = stated.levels.map { table.schema.format(named: $0) }
    return (0..<table.rows).map { row in
      known[Int(stated.codes[row])] ?? usual[Int(platforms.codes[row])]
    }
  }

  /// Formats that a table has rows of, and those of them for which it has views.
  static func formatsInUse(
    _ table: TypedTable, _ rowFormats: [DealFormat]
  ) -> MergedFormats {
    let formats = Set(rowFormats)
    let common = table.number("avg_views")
    var views: Set<DealFormat> = []
    for (row, format) in rowFormats.enumerated() where !common[row].isNaN { views.insert(format) }
    for format in formats where !views.contains(format) && format.package == nil {
      let own = table.number("views_\(format.rawValue)")
      if own.isPresent, !own.values.allSatisfy(\.isNaN) { views.insert(format) }
    }
    return MergedFormats(fees: formats, views: views)
  }

  /// Rows of each creator on each platform, in the order in which they come first.
  ///
  /// - Parameter runs: rows that may be one creator's stand in one of them.
  static func formatGroups(_ table: TypedTable, in runs: [Range<Int>]) -> [[Int]] {
    let ids = table.text("creator_id")
    let platforms = table.category("platform")
    let names = platforms.levels.map { $0.lowercased() }
    var groups: [[Int]] = []
    for run in runs {
      if run.count == 1 {
        groups.append([run.lowerBound])
        continue
      }
      var places: [String: Int] = [:]
      for row in run {
        let key = "\(names[Int(platforms.codes[row])])\u{0}\(ids[row])"
        if !ids.isEmpty(row), let place = places[key] {
          groups[place].append(row)
        } else {
          places[key] = groups.count
          groups.append([row])
        }
      }
    }
    return groups
  }

  /// Rows that become one with another, and the columns that their fees and views go to.
  struct FormatMerge {
    private let pivot: FormatColumns
    private var removed: Set<Int> = []
    private var masks: [Int: UInt64] = [:]
    /// At most `ReadingDecision.mostOfRows`.
    private(set) var decisions: [ReadingDecision] = []
    /// Rows that are one creator's with others, and these creators.
    private(set) var rows = 0
    private(set) var creators = 0

    init(_ table: TypedTable, _ groups: [[Int]], _ rowFormats: [DealFormat]) {
      var pivot = FormatColumns(table, rowFormats)
      let bits = rowFormats.map { UInt64(1) << pivot.number($0) }
      let ids = table.text("creator_id")
      for group in groups {
        var lines: [Int] = []
        for row in group {
          guard pivot.move(row, to: group[0]) else { continue }
          lines.append(Int(table.lines[row]))
          masks[group[0], default: 0] |= bits[row]
          if row != group[0] { removed.insert(row) }
        }
        // One that has a row of the same format stays by itself.
        for row in group where masks[row] == nil && !removed.contains(row) {
          masks[row] = bits[row]
        }
        guard lines.count > 1 else { continue }
        (rows, creators) = (rows + lines.count, creators + 1)
        guard decisions.count < ReadingDecision.mostOfRows else { continue }
        decisions.append(
          ReadingDecision(
            table: .creators, file: SheetPlace.shown(table.file),
            .oneCreator(creator: ids[group[0]], lines: lines), .certain, .sameIdentifier))
      }
      self.pivot = pivot
    }

    func write(to table: inout TypedTable, _ formats: MergedFormats) {
      pivot.write(to: &table, formats)
      table.formatMasks = (0..<table.rows).filter { !removed.contains($0) }.map { masks[$0] ?? 0 }
      table.removeRows(removed)
    }
  }
}

/// Fees and views by format, made of one column of each and the format of each row.
struct FormatColumns {
  private let formats: [DealFormat]
  /// Those that there may be columns of.
  private let known: [DealFormat]
  private let commonFees: NumberColumn
  private let commonLows: NumberColumn
  private let commonViews: NumberColumn
  private var fees: [[Double]]
  /// Lower ends of `fees`; empty where every fee is a single amount.
  private var lows: [[Double]]
  private var views: [[Double]]
  /// Formats that a row has already, by its position and theirs.
  private var taken: Set<Int> = []

  init(_ table: TypedTable, _ formats: [DealFormat]) {
    self.formats = formats
    known = table.schema.formats
    commonFees = table.number("fee")
    commonLows = table.feeLows("fee")
    commonViews = table.number("avg_views")
    let empty = [Double](repeating: .nan, count: table.rows)
    fees = known.map { format in
      let own = table.number("fee_\(format.rawValue)")
      return own.isPresent ? own.values : empty
    }
    lows = known.map { table.feeLows("fee_\($0.rawValue)").values }
    views = DealFormat.simple.map { format in
      let own = table.number("views_\(format.rawValue)")
      return own.isPresent ? own.values : empty
    }
  }

  /// Moves fee and views of a row to the format's columns of another; false where that has the format.
  mutating func move(_ row: Int, to first: Int) -> Bool {
    let format = number(formats[row])
    guard taken.insert(first * known.count + format).inserted else { return false }
    if fees[format][first].isNaN, lows[format].value(at: first) != .infinity {
      fees[format][first] = commonFees[row]
      if !commonLows[row].isNaN { lows[format].put(commonLows[row], at: first) }
    }
    // Those of a package follow from its parts.
    guard format < views.count else { return true }
    if views[format][first].isNaN { views[format][first] = commonViews[row] }
    return true
  }

  /// Position of a format among those that there may be columns of.
  func number(_ format: DealFormat) -> Int { known.firstIndex(of: format) ?? 0 }

  /// Puts the columns in place of the common ones.
  func write(to table: inout TypedTable, _ formats: MergedFormats) {
    for (number, format) in known.enumerated() {
      for (name, column, isUsed) in [
        ("fee", fees, formats.fees.contains(format)),
        ("views", views, formats.views.contains(format) && format.package == nil),
      ] {
        guard isUsed, let place = table.schema.index(of: "\(name)_\(format.rawValue)") else {
          continue
        }
        table.numbers[place] = column[number]
        table.madeColumns.insert(place)
        if name == "fee", !lows[number].isEmpty { table.feeLows[place] = lows[number] }
      }
    }
    if let place = table.schema.index(of: "fee"), table.has("fee") {
      table.numbers[place] = Array(repeating: .nan, count: table.rows)
      table.feeLows[place] = nil
    }
    table.conventions.feeFormats = nil
  }
}

extension [Double] {
  /// NaN behind the end.
  fileprivate func value(at place: Int) -> Double { place < count ? self[place] : .nan }
}
