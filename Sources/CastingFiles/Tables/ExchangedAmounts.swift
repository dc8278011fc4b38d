/// Amounts of another currency in the campaign's.
extension Double {
  /// A product of decimals that is a whole number is one here too: 29.98 at 150 is 4,497, and not a hair
  /// more, which would cost another unit where costs are rounded up.
  func exchanged(at rate: Double) -> Double {
    let amount = self * rate
    let whole = amount.rounded()
    return abs(amount - whole) <= 1e-12 * max(1, abs(amount)) ? whole : amount
  }
}

extension [Double] {
  func exchanged(at rate: Double) -> [Double] {
    rate == 1 ? self : map { $0.exchanged(at: rate) }
  }
}
