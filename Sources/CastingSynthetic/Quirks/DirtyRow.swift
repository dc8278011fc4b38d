import LinearAlgebra

/// The cells of a row with the quirks put into it: a function of the seed, the row and the rates.
struct DirtyRow {
  private(set) var cells: [String]
  /// Each quirk with the cell that it is in.
  private(set) var marks: [(quirk: Quirk, cell: Int)] = []

  /// - Parameter isSpared: whether nothing may happen to the row that refuses or changes it.
  init(_ roster: SyntheticRoster, row: Int, rates: QuirkRates, isSpared: Bool) {
    cells = roster.cells(row)
    // A quirk of a row sits in one cell; where two want the same, the first here has it.
    let order: [Quirk] = [
      .zeroFollowers, .highEngagement, .missingWords, .suffixes, .scientific, .blankUnits, .emoji,
      .lostCharacters, .knownStates, .ranges, .tagsByComma, .paddedCells,
    ]
    for quirk in order where rates.has(quirk) && !(isSpared && quirk.effect != .none) {
      // A sequence of its own: where a quirk falls does not depend on which others there are.
      var random = Self.random(quirk, roster, row)
      guard random.chance(rates[quirk]) else { continue }
      let free = Self.cells(for: quirk, in: cells).filter { cell in
        !marks.contains { $0.cell == cell }
      }
      guard !free.isEmpty else { continue }
      let cell = random.pick(free)
      cells[cell] = Self.changed(cells[cell], by: quirk, &random)
      marks.append((quirk, cell))
    }
    let notation = NumberQuirks(rates: rates)
    for cell in cells.indices {
      let mark = marks.first { $0.cell == cell }
      if mark == nil {
        cells[cell] = notation.written(cells[cell], column: cell)
      } else if mark?.quirk == .paddedCells {
        // Blanks around a number are no part of how it is written.
        let blanks = { (letter: Character) in letter.isWhitespace }
        let front = cells[cell].prefix(while: blanks)
        let text = cells[cell].dropFirst(front.count)
        let back = text.reversed().prefix(while: blanks).count
        let number = notation.written(String(text.dropLast(back)), column: cell)
        cells[cell] = front + number + text.suffix(back)
      }
    }
  }

  /// The row written again behind this one, if any is: itself or one of the fifty before it.
  static func repeated(after row: Int, of roster: SyntheticRoster, rates: QuirkRates) -> Int? {
    guard rates.has(.repeatedRows) else { return nil }
    var random = random(.repeatedRows, roster, row)
    guard random.chance(rates[.repeatedRows]) else { return nil }
    return row - random.index(below: min(row, 50) + 1)
  }

  private static func random(_ quirk: Quirk, _ roster: SyntheticRoster, _ row: Int)
    -> SeededGenerator
  {
    let number = UInt64(Quirk.allCases.firstIndex(of: quirk) ?? 0) + 1
    return SeededGenerator(
      seed: roster.seed ^ (number &* 0xA24B_AED4_963E_E407), stream: UInt64(row) + 1)
  }

  private static func column(_ name: String) -> Int {
    SyntheticRoster.columns.firstIndex(of: name) ?? 0
  }

  private static let name = column("name")
  private static let followers = column("followers")
  private static let engagement = column("engagement_rate")
  /// Numbers that a row may do without, before slots and the days behind them.
  private static let optional =
    Array(column("views_live")..<column("slots"))
    + Array(column("female_share")..<SyntheticRoster.columns.count)

  /// Columns of counts and yen.
  static let metrics = ["followers", "views_live", "views_video", "fee_live", "fee_video"].map(
    column)
  private static let whole = metrics + [column("guarantee"), column("activation_cost")]

  private static let views = [column("views_live"), column("views_video")]
  private static let firstDay = column("available_from")

  /// Where a quirk can sit.
  private static func cells(for quirk: Quirk, in cells: [String]) -> [Int] {
    switch quirk {
    case .zeroFollowers: [followers]
    case .highEngagement: cells[engagement].isEmpty ? [] : [engagement]
    case .missingWords: optional.filter { cells[$0].isEmpty }
    case .suffixes, .scientific, .blankUnits: whole.filter { !cells[$0].isEmpty }
    case .emoji, .lostCharacters: [name]
    case .knownStates: optional.filter { cells[$0].isEmpty && $0 < firstDay }
    case .ranges: views.filter { !cells[$0].isEmpty }
    case .tagsByComma: [column("niche")]
    default: Array(cells.indices)
    }
  }

  private static func changed(
    _ cell: String, by quirk: Quirk, _ random: inout SeededGenerator
  ) -> String {
    switch quirk {
    case .zeroFollowers: "0"
    case .highEngagement: "1.\(100 + random.index(below: 900))"
    case .missingWords: random.pick(["#VALUE!", "N/A'", "#VALOR!"])
    case .suffixes: QuirkNumbers.suffixed(Int(cell) ?? 0, upperCase: random.chance(0.3))
    case .scientific: QuirkNumbers.scientific(Int(cell) ?? 0)
    case .blankUnits: QuirkNumbers.withBlankUnit(Int(cell) ?? 0)
    case .emoji: random.pick(["👩‍👩‍👧‍👦 \(cell)", "\(cell)🎀", "🇯🇵\(cell)", "\(cell) 👍🏽"])
    case .lostCharacters: cell + "\u{FFFD}"
    case .knownStates: random.pick(["-", "—", "N/A", "不明", "未計測", "null"])
    case .ranges: "\(cell)〜\((Int(cell) ?? 0) + 1 + random.index(below: 5000))"
    case .tagsByComma: cell.split(separator: ";").joined(separator: ", ")
    case .paddedCells:
      random.pick([" ", "  ", "\t", "\u{3000}"]) + cell + random.pick(["", " ", "\u{A0}", "   "])
    default: cell
    }
  }
}
