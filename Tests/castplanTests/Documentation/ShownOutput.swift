import Foundation

/// Output as a page shows it: whole, or with lines `…` in place of one or more lines each.
///
/// Lines that are shown are laid beside those that a program prints, in order, at the least cost:
/// nothing for equal lines and for what an ellipsis stands for, the cost of `LineLikeness` for
/// lines that differ, `deletion` for a line shown of which there is nothing, and `insertion` for a
/// line printed where nothing is left out. What is shown is right if and only if that sum is zero.
struct ShownOutput {
  static let ellipsis = "…"
  /// Below one, so that a line that is new moves those below it rather than replacing them.
  static let insertion = 0.75
  /// Above one, so that a line gives way to another rather than to nothing.
  static let deletion = 1.1
  /// Of an ellipsis that stands for nothing; less than giving it a line that was shown.
  static let deletionOfEllipsis = 0.5

  let lines: [String]

  static func isEllipsis(_ line: String) -> Bool {
    line.trimmingCharacters(in: .whitespaces) == ellipsis
  }

  /// What the page should show of the output: the lines in the places of those that it shows,
  /// new ones between them, and the ellipses that still stand for something.
  ///
  /// The lines themselves, where they are right. Lines n, output m: O(n m).
  func updated(to output: [String]) -> [String] {
    let printed = output.map(LineLikeness.init)
    var moves: [[Move]] = [[.begin] + Array(repeating: .insert, count: output.count)]
    var costs = (0...output.count).map { Double($0) * Self.insertion }
    for line in lines {
      let row =
        Self.isEllipsis(line)
        ? pastEllipsis(costs) : past(LineLikeness(line), costs, printed)
      costs = row.map(\.cost)
      moves.append(row.map(\.move))
    }
    return walk(back: moves, output)
  }

  private enum Move {
    case begin
    /// A line of the page gets the line of the output.
    case show
    /// A line of the output comes in.
    case insert
    /// A line of the page, or an ellipsis that stands for nothing, goes.
    case drop
    /// An ellipsis stands for this many lines.
    case leaveOut(Int)
  }

  private struct Entry {
    var cost: Double
    var move: Move
  }

  /// Costs up to a line of the page, by the number of lines printed until then.
  private func past(
    _ line: LineLikeness, _ above: [Double], _ printed: [LineLikeness]
  ) -> [Entry] {
    var row = [Entry(cost: above[0] + Self.deletion, move: .drop)]
    for (place, other) in printed.enumerated() {
      var best = Entry(cost: above[place] + line.cost(other), move: .show)
      let dropped = above[place + 1] + Self.deletion
      if dropped < best.cost { best = Entry(cost: dropped, move: .drop) }
      let inserted = row[place].cost + Self.insertion
      if inserted < best.cost { best = Entry(cost: inserted, move: .insert) }
      row.append(best)
    }
    return row
  }

  private func pastEllipsis(_ above: [Double]) -> [Entry] {
    var row: [Entry] = []
    var begin = 0
    for place in above.indices {
      var best = Entry(cost: above[place] + Self.deletionOfEllipsis, move: .drop)
      if place > 0, above[begin] <= best.cost {
        best = Entry(cost: above[begin], move: .leaveOut(place - begin))
      }
      row.append(best)
      if above[place] < above[begin] { begin = place }
    }
    return row
  }

  private func walk(back moves: [[Move]], _ output: [String]) -> [String] {
    var shown: [String] = []
    var line = lines.count
    var place = output.count
    while true {
      switch moves[line][place] {
      case .begin: return shown.reversed()
      case .show:
        shown.append(output[place - 1])
        line -= 1
        place -= 1
      case .insert:
        shown.append(output[place - 1])
        place -= 1
      case .drop: line -= 1
      case .leaveOut(let count):
        shown.append(lines[line - 1])
        line -= 1
        place -= count
      }
    }
  }
}
