#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension PoolCurve {
  /// Output of a pool at `fill`, per unit of yield.
  func output(fill: Double, capacity: Double) -> Double {
    if capacity == .infinity || self == .linear { return fill }
    guard capacity > 0 else { return 0 }
    switch self {
    case .exponential: return -capacity * expm1(-fill / capacity)
    case .logarithmic: return capacity * log1p(fill / capacity)
    case .linear: return fill
    }
  }

  /// Derivative of `output` by fill, per unit of yield.
  func marginalOutput(fill: Double, capacity: Double) -> Double {
    if capacity == .infinity || self == .linear { return 1 }
    guard capacity > 0 else { return 0 }
    switch self {
    case .exponential: return exp(-fill / capacity)
    case .logarithmic: return 1 / (1 + fill / capacity)
    case .linear: return 1
    }
  }

  /// The largest of worth · output(y) − price · y over y ≥ 0: what a pool can still earn when its
  /// fill is paid for at `price`. For a saturating pool; zero when the price is at least the worth.
  func conjugate(worth: Double, price: Double, capacity: Double) -> Double {
    guard capacity > 0, worth > 0, price < worth else { return 0 }
    switch self {
    case .exponential: return capacity * (worth - price + price * log(price / worth))
    case .logarithmic: return capacity * (worth * log(worth / price) - worth + price)
    case .linear: return 0
    }
  }
}
