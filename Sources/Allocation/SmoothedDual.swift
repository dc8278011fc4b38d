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

  /// Weight of every choice at the last evaluated point, in 0…1; an item's rest is its empty choice.
  private(set) var weight: [Double]
  /// Items cut into this many runs of about equal work, whatever the number of threads.
  private static let parts = 4

  init(core: Core, threads: Int, temperature: [Double], barrier: Double) {
    self.core = core
    self.threads = core.choiceCount < 20_000 ? 1 : threads
    self.temperature = temperature
    self.barrier = barrier
    weight = [Double](repeating: 0, count: core.choiceCount)
  }

  /// Item positions where each part begins, and the end.
  private var partBounds: [Int] {
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
  private func isBarred(_ variable: Int) -> Bool {
    !core.variables.isFree[variable] && !core.variables.isPool(variable)
  }

  private func addOutputGradient(_ group: Int, _ amount: Double, _ gradient: inout [Double]) {
    let variables = core.variables
    if variables.outputVariable[group] >= 0 {
      gradient[Int(variables.outputVariable[group])] += amount
    }
    if variables.totalVariable >= 0 { gradient[Int(variables.totalVariable)] += amount }
  }

  // MARK: Hessian

  /// Hessian at the point evaluated last, upper triangle, K × K row-major.
  func hessian(at point: [Double], into matrix: inout [Double]) {
    let count = core.variables.count
    for position in matrix.indices { matrix[position] = 0 }
    let bounds = partBounds
    // A part of its own pays only when there is much to sum.
    let parts = core.choiceCount < 20_000 ? 1 : Self.parts
    var partial = [Double](repeating: 0, count: parts == 1 ? 0 : parts * count * count)
    let dual = self
    if parts == 1 {
      matrix.withUnsafeMutableBufferPointer {
        dual.sumCurvature(items: 0..<core.items.count, into: $0.baseAddress!)
      }
    } else {
      partial.withUnsafeMutableBufferPointer { partial in
        nonisolated(unsafe) let partial = partial
        Blocks.forEach(count: parts, blockSize: 1, threads: threads) { part, _ in
          dual.sumCurvature(
            items: bounds[part]..<bounds[part + 1],
            into: partial.baseAddress! + part * count * count)
        }
      }
      for part in 0..<parts {
        for position in 0..<count * count {
          matrix[position] += partial[part * count * count + position]
        }
      }
    }
    addSharedCurvature(at: point, into: &matrix)
  }

  /// Σ over items of (Σ x g gᵀ − ḡ ḡᵀ) / τ, where g are the choices' coefficients, x their weights.
  private func sumCurvature(items: Range<Int>, into matrix: UnsafeMutablePointer<Double>) {
    let count = core.variables.count
    var mean = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    core.coefficientVariable.withUnsafeBufferPointer { variable in
      core.coefficientValue.withUnsafeBufferPointer { value in
        for item in items {
          let range = core.choiceStart[item]..<core.choiceStart[item + 1]
          let inverse = 1 / temperature[item]
          var largest = 0.0
          var sum = 0.0
          for choice in range {
            largest = max(largest, weight[choice])
            sum += weight[choice]
          }
          // Settled to rounding: nothing bends.
          if sum < 1e-13 || largest > 1 - 1e-13 { continue }
          touched.removeAll(keepingCapacity: true)
          for choice in range where weight[choice] > 1e-14 {
            let entries = core.coefficientStart[choice]..<core.coefficientStart[choice + 1]
            for first in entries {
              let row = Int(variable[first])
              if mean[row] == 0 { touched.append(variable[first]) }
              mean[row] += weight[choice] * value[first]
              let factor = weight[choice] * value[first] * inverse
              for second in entries where variable[second] >= variable[first] {
                matrix[row * count + Int(variable[second])] += factor * value[second]
              }
            }
          }
          for first in touched {
            let factor = mean[Int(first)] * inverse
            for second in touched where second >= first {
              matrix[Int(first) * count + Int(second)] -= factor * mean[Int(second)]
            }
          }
          for variable in touched { mean[Int(variable)] = 0 }
        }
      }
    }
  }

  private func addSharedCurvature(at point: [Double], into matrix: inout [Double]) {
    let variables = core.variables
    let problem = variables.index.problem
    let count = variables.count
    let worth = variables.netWorth(at: point)
    func add(_ first: Int, _ second: Int, _ amount: Double) {
      matrix[min(first, second) * count + max(first, second)] += amount
    }
    for pool in variables.poolVariable.indices where variables.poolVariable[pool] >= 0 {
      let group = pool / problem.segmentCount
      let variable = Int(variables.poolVariable[pool])
      let price = point[variable]
      let yield = problem.poolYield[pool]
      let top = worth[group] * yield
      guard price < top else { continue }
      let capacity = core.scale * problem.poolCapacity[pool]
      let outputs = variables.outputVariables(of: group)
      let curvature: (price: Double, cross: Double, worth: Double)
      switch problem.curve {
      case .exponential:
        curvature = (capacity / price, -capacity / top, capacity * price / (top * top))
      case .logarithmic:
        curvature = (capacity * top / (price * price), -capacity / price, capacity / top)
      case .linear: curvature = (0, 0, 0)
      }
      add(variable, variable, curvature.price)
      for (number, output) in outputs.enumerated() {
        add(variable, output, -curvature.cross * yield)
        for other in outputs[number...] { add(output, other, curvature.worth * yield * yield) }
      }
    }
    for variable in 0..<count where isBarred(variable) {
      add(variable, variable, barrier / (point[variable] * point[variable]))
    }
    for group in 0..<problem.groupCount where variables.hasOutputPrice(group) {
      let outputs = variables.outputVariables(of: group)
      for (number, output) in outputs.enumerated() {
        for other in outputs[number...] {
          add(output, other, barrier / (worth[group] * worth[group]))
        }
      }
    }
  }
}

extension PriceVariables {
  /// Whether a variable is the price of a pool; pools come first.
  func isPool(_ variable: Int) -> Bool { variable < pricedPoolCount }

  /// Output variables that lower a group's worth.
  func outputVariables(of group: Int) -> [Int] {
    [outputVariable[group], totalVariable].filter { $0 >= 0 }.map { Int($0) }
  }
}
