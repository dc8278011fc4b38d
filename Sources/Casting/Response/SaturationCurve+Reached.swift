#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension SaturationCurve {
  /// Distinct people reached when effective reach adds up to `sum` in a market, model (5).
  package func reached(_ sum: Double, market: Double) -> Double {
    guard market.isFinite, self != .none else { return sum }
    guard market > 0 else { return 0 }
    switch self {
    case .randomDuplication: return -market * expm1(-sum / market)
    case .logarithmic: return market * log1p(sum / market)
    case .none: return sum
    }
  }
}
