/// The row that every option weighs on, with some room beyond its limit.
///
/// Such a row, used to its limit, leaves room for no exchange but of equals: what is left under other rows
/// stays as it is. With some room, and its price paid for whatever it is overdrawn, all else can
/// be put right; in the end the options least worth their price make up for it.
struct SharedRow: Sendable {
  /// How far the row may be overdrawn, as a share of its limit.
  private static let roomShare = 0.005
  /// How much dearer the row gets where it is overdrawn as far as it may be; as much cheaper where as much
  /// is left.
  private static let pull = 0.02

  let row: Int
  let limit: Double
  var room: Double { Self.roomShare * limit }

  /// Nil where there is no such row that presses.
  init?(index: ProblemIndex, rowPrices: [Double]) {
    let rows = index.problem.rows
    let pressing = rows.indices.filter { number in
      let row = rows[number]
      return rowPrices[number] > 0 && row.memberItems.isEmpty && row.memberKinds.isEmpty
        && row.upper > 0 && row.upper.isFinite && row.perTouchedItem == 0
        && (row.inside.perCost > 0 || row.inside.perAmount > 0)
    }
    guard
      let row = pressing.max(by: {
        rowPrices[$0] * rows[$0].upper < rowPrices[$1] * rows[$1].upper
      })
    else { return nil }
    self.row = row
    limit = rows[row].upper
  }

  /// Factor on the price at an activity: with it the row's use is drawn to its limit.
  func charge(at activity: Double) -> Double {
    1 + Self.pull * min(1, max(-1, (activity - limit) / room))
  }
}
