/// The currency of a campaign, and its smallest amount: costs are whole multiples of that.
///
/// Amounts stand in whole units of the currency, as people write them; those with a smallest amount below one,
/// such as cents, are the doubles nearest to their decimals. Where comments give money as a unit, they mean this.
public struct Money: Sendable, Hashable {
  /// Code in ISO 4217.
  public let code: String
  /// Digits behind the point that the smallest amount takes.
  public let decimals: Int
  /// Smallest amounts in one: 1 for yen, 100 for dollars.
  package let parts: Double

  /// Japanese yen, which have no smaller amounts.
  public static let yen = Money(code: "JPY", decimals: 0)

  /// A currency by its code, with as many decimals as its smallest amount takes.
  public init(code: String, decimals: Int) {
    self.code = code
    self.decimals = decimals
    parts = (0..<max(0, decimals)).reduce(1) { parts, _ in parts * 10 }
  }

  /// The smallest amount: 1 yen, 0.01 dollars.
  package var least: Double { 1 / parts }

  /// The amount in whole multiples of the smallest.
  ///
  /// An amount within rounding of such a multiple is taken for it: 0.07 · 100 is a hair above 7.
  package func rounded(_ amount: Double, _ rule: FloatingPointRoundingRule) -> Double {
    if parts == 1 { return amount.rounded(rule) }
    let scaled = amount * parts
    let nearest = scaled.rounded()
    let isWhole = (scaled - nearest).magnitude <= 1e-9 + 1e-12 * scaled.magnitude
    return (isWhole ? nearest : scaled.rounded(rule)) / parts
  }

  /// An amount that is a whole multiple of the smallest but for the rounding of sums, as that multiple; any other
  /// as it is.
  package func snapped(_ amount: Double) -> Double {
    if parts == 1 { return amount }
    let scaled = amount * parts
    let nearest = scaled.rounded()
    return (scaled - nearest).magnitude <= 1e-9 + 1e-12 * scaled.magnitude
      ? nearest / parts : amount
  }

  /// The step by which plans are asked what more money brings: ¥10,000, $100.
  package var usualStep: Double { 10_000 / parts }

  package func up(_ amount: Double) -> Double { rounded(amount, .up) }
  package func down(_ amount: Double) -> Double { rounded(amount, .down) }
  package func nearest(_ amount: Double) -> Double { rounded(amount, .toNearestOrAwayFromZero) }
}
