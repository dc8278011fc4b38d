#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif
import LinearAlgebra

/// The bound of a core, smoothed so that Newton's method applies.
///
/// Every item's best profit becomes τ log Σ exp(profit / τ), entropy smoothing with a temperature τ
/// of its own, and prices stay positive by a logarithmic barrier. As the temperatures fall the
/// minimum tends to the prices of the tightest bound, and the weights of the choices to a solution
/// of the relaxation.
struct SmoothedDual {
  let core: Core
  let threads: Int
  /// τ of every item of the core, > 0.
  let temperature: [Double]
  /// Weight of the logarithmic barrier, in units of value.
  let barrier: Double
  /// Curvature of a quadratic that keeps prices of limits from running off along flat directions;
  /// one per variable, in units of value per squared price.
  let ridge: [Double]

  /// Weight of every choice at the last evaluated point, in 0…1; an item's rest is its empty choice.
  private(set) var weight: [Double]
  /// Sums over fewer choices than these are not worth sharing among threads.
  static let leastShared = 5_000
  /// Items cut into this many runs of about equal work, whatever the number of threads.
  static let parts = 4

  init(core: Core, threads: Int, temperature: [Double], barrier: Double, ridge: [Double]) {
    self.core = core
    self.threads = core.choiceCount < Self.leastShared ? 1 : threads
    self.temperature = temperature
    self.barrier = barrier
    self.ridge = ridge
    weight = [Double](repeating: 0, count: core.choiceCount)
  }

  /// Item positions where each part begins, and the end.
  var partBounds: [Int] {
    let total = core.choiceCount
    var bounds = [0]
    for part in 1..<Self.parts {
      let target = total * part / Self.parts
      var low = bounds.last!
      var high = core.items.count
      while low < high {
        let middle = (low + high) / 2
        if core.choiceStart[middle] < target { low = middle + 1 } else { high = middle }
      }
      bounds.append(low)
    }
    return bounds + [core.items.count]
  }

  // MARK: Value and gradient

  /// Value and gradient at a point; infinite outside the domain.
  mutating func evaluate(at point: [Double], gradient: inout [Double]) -> Double {
    let variables = core.variables
    let count = variables.count
    for position in 0..<count { gradient[position] = core.settledVector[position] }
    var value = core.settledConstant
    for position in 0..<count { value += core.settledVector[position] * point[position] }
    value += sharedValue(at: point, gradient: &gradient)
    guard value.isFinite else { return .infinity }

    let bounds = partBounds
    var partValue = [Double](repeating: 0, count: Self.parts)
    var partGradient = [Double](repeating: 0, count: Self.parts * count)
    let (core, temperature) = (core, temperature)
    weight.withUnsafeMutableBufferPointer { weight in
      partValue.withUnsafeMutableBufferPointer { partValue in
        partGradient.withUnsafeMutableBufferPointer { partGradient in
          nonisolated(unsafe) let (weight, partValue, partGradient) =
            (weight, partValue, partGradient)
          Blocks.forEach(count: Self.parts, blockSize: 1, threads: threads) { part, _ in
            partValue[part] = Self.sumItems(
              core: core, temperature: temperature, items: bounds[part]..<bounds[part + 1],
              point: point, weight: weight.baseAddress!,
              gradient: partGradient.baseAddress! + part * count)
          }
        }
      }
    }
    for part in 0..<Self.parts {
      value += partValue[part]
      for position in 0..<count { gradient[position] += partGradient[part * count + position] }
    }
    return value
  }

  private static func sumItems(
    core: Core, temperature: [Double], items: Range<Int>, point: [Double],
    weight: UnsafeMutablePointer<Double>, gradient: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    core.constant.withUnsafeBufferPointer { constant in
      core.coefficientStart.withUnsafeBufferPointer { starts in
        core.coefficientVariable.withUnsafeBufferPointer { variable in
          core.coefficientValue.withUnsafeBufferPointer { value in
            point.withUnsafeBufferPointer { point in
              for item in items {
                let tau = temperature[item]
                let range = core.choiceStart[item]..<core.choiceStart[item + 1]
                var highest = core.mayBeEmpty[item] ? 0 : -Double.infinity
                for choice in range {
                  var profit = constant[choice]
                  for entry in starts[choice]..<starts[choice + 1] {
                    profit += value[entry] * point[Int(variable[entry])]
                  }
                  weight[choice] = profit
                  highest = max(highest, profit)
                }
                var sum = core.mayBeEmpty[item] ? exp(-highest / tau) : 0
                for choice in range {
                  let share = (weight[choice] - highest) / tau
                  let term = share < -40 ? 0 : exp(share)
                  weight[choice] = term
                  sum += term
                }
                for choice in range where weight[choice] > 0 {
                  let share = weight[choice] / sum
                  weight[choice] = share
                  for entry in starts[choice]..<starts[choice + 1] {
                    gradient[Int(variable[entry])] += share * value[entry]
                  }
                }
                total += highest + tau * log(sum)
              }
            }
          }
        }
      }
    }
    return total
  }

  /// Pools, limits and barriers: value, and gradient added.
  private func sharedValue(at point: [Double], gradient: inout [Double]) -> Double {
    let variables = core.variables
    let problem = variables.index.problem
    let worth = variables.netWorth(at: point)
    var value = 0.0
    for group in 0..<problem.groupCount where variables.hasOutputPrice(group) {
      guard worth[group] > 0 else { return .infinity }
    }
    for pool in variables.poolVariable.indices where variables.poolVariable[pool] >= 0 {
      let group = pool / problem.segmentCount
      let variable = Int(variables.poolVariable[pool])
      let price = point[variable]
      guard price > 0 else { return .infinity }
      let top = worth[group] * problem.poolYield[pool]
      let capacity = core.scale * problem.poolCapacity[pool]
      value += problem.curve.conjugate(worth: top, price: price, capacity: capacity)
      guard price < top else { continue }
      let slope: (byPrice: Double, byWorth: Double)
      switch problem.curve {
      case .exponential: slope = (capacity * log(price / top), capacity * (1 - price / top))
      case .logarithmic: slope = (capacity * (1 - top / price), capacity * log(top / price))
      case .linear: slope = (0, 0)
      }
      gradient[variable] += slope.byPrice
      addOutputGradient(group, -slope.byWorth * problem.poolYield[pool], &gradient)
    }
    variables.forEachLimit { variable, limit in
      value += core.scale * limit * point[variable]
      gradient[variable] += core.scale * limit
    }
    for variable in ridge.indices where ridge[variable] > 0 {
      value += 0.5 * ridge[variable] * point[variable] * point[variable]
      gradient[variable] += ridge[variable] * point[variable]
    }
    for variable in 0..<variables.count where isBarred(variable) {
      guard point[variable] > 0 else { return .infinity }
      value -= barrier * log(point[variable])
      gradient[variable] -= barrier / point[variable]
    }
    for group in 0..<problem.groupCount where variables.hasOutputPrice(group) {
      value -= barrier * log(worth[group])
      addOutputGradient(group, barrier / worth[group], &gradient)
    }
    return value
  }

  /// Pools keep themselves positive by their conjugate; other bounded variables need the barrier.
  func isBarred(_ variable: Int) -> Bool {
    !core.variables.isFree[variable] && !core.variables.isPool(variable)
  }

  private func addOutputGradient(_ group: Int, _ amount: Double, _ gradient: inout [Double]) {
    for (variable, sign) in core.variables.outputTerms(of: group) {
      gradient[variable] += sign * amount
    }
  }
}
