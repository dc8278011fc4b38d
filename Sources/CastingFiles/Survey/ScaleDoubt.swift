import Casting
import Tables

/// A cell that looks as if it did not count in the unit of its header: 51000 under フォロワー数(万) beside 3.4,
/// ¥50,000 under 料金(千円).
struct ScaleDoubt {
  let question: ColumnQuestion
  let cell: EvidentCell

  /// Beyond this a number of people or an amount of yen is absurd, unless others are near it.
  private static let most = 1e8
  /// A usual amount beyond this is absurd where it is written with the sign of a whole one.
  private static let mostUsual = 1e7

  /// Nil where the cells leave no doubt.
  init?(_ column: ColumnSurvey) {
    let unit = (0..<column.units.power).reduce(1.0) { number, _ in number * 10 }
    guard let usual = column.evidence.bareSizes.median, let largest = column.evidence.largestBare
    else { return nil }
    let isOutlier =
      largest.number * unit >= Self.most && largest.number / usual >= unit / Self.decisiveFactor
    let isWhole =
      column.rule.quantity == .money && !column.evidence.currencies.isEmpty
      && usual * unit >= Self.mostUsual
    guard isOutlier || isWhole else { return nil }
    question = .scaled(inUnits: largest.number * unit, asWritten: largest.number)
    cell = largest.cell
  }

  private static let decisiveFactor = 20.0
}
