import LinearAlgebra

/// Minimises a smoothed bound by damped Newton steps that stay inside the prices' domain.
struct NewtonSolver {
  struct Settings {
    var maximumIterations = 30
    /// Stop when half the squared Newton decrement is below this, in units of value.
    var tolerance: Double
    /// Stop as soon as the smoothed bound is below this: it is proof enough.
    var floor = -Double.infinity
    var deadline: Deadline
  }

  /// Of the way to its bound, how much a price may go in one step.
  private static let boundaryFraction = 0.95
  private static let armijo = 1e-4

  private(set) var point: [Double]
  private(set) var iterations = 0

  init(start: [Double]) { point = start }

  /// Runs until converged; returns the smoothed value reached.
  mutating func minimise(_ dual: inout SmoothedDual, settings: Settings) -> Double {
    let count = point.count
    var gradient = [Double](repeating: 0, count: count)
    dual.core.variables.capPoolPrices(&point)
    var value = dual.evaluate(at: point, gradient: &gradient)
    guard count > 0, value.isFinite else { return value }
    var matrix = [Double](repeating: 0, count: count * count)
    var (parts, scaled): ([Double], [Double]) = ([], matrix)
    for _ in 0..<settings.maximumIterations {
      if settings.deadline.hasPassed || value < settings.floor { break }
      dual.hessian(at: point, into: &matrix, parts: &parts)
      guard let step = Self.direction(matrix, gradient, &scaled) else { break }
      let slope = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      guard slope < 0 else { break }
      iterations += 1
      if -slope / 2 < settings.tolerance { break }
      guard
        let next = search(&dual, from: value, along: step, gradient: &gradient)
      else { break }
      let gained = value - next
      value = next
      if gained < 1e-13 * abs(value) { break }
    }
    return value
  }

  /// −H⁻¹ g with Jacobi scaling; the diagonal is raised until H is positive definite.
  ///
  /// - Parameter scaled: room for a matrix.
  private static func direction(
    _ matrix: [Double], _ gradient: [Double], _ scaled: inout [Double]
  ) -> [Double]? {
    let count = gradient.count
    var scale = [Double](repeating: 1, count: count)
    var largest = 0.0
    for position in 0..<count { largest = max(largest, matrix[position * count + position]) }
    guard largest > 0, largest.isFinite else { return nil }
    for position in 0..<count {
      let diagonal = matrix[position * count + position]
      scale[position] = diagonal > 1e-280 ? 1 / diagonal.squareRoot() : 0
    }
    var ridge = 1e-12
    while ridge < 1 {
      scaleUpper(matrix, by: scale, into: &scaled)
      var right = [Double](repeating: 0, count: count)
      for row in 0..<count {
        scaled[row * count + row] = (scale[row] == 0 ? 1 : scaled[row * count + row]) + ridge
        right[row] = -gradient[row] * scale[row]
      }
      if Cholesky.solve(&scaled, order: count, &right) {
        for position in 0..<count { right[position] *= scale[position] }
        return right
      }
      ridge *= 100
    }
    return nil
  }

  /// Every entry of the upper triangle times the factors of its row and column; what is below is left as
  /// it is.
  private static func scaleUpper(
    _ matrix: [Double], by scale: [Double], into scaled: inout [Double]
  ) {
    let count = scale.count
    scaled.withUnsafeMutableBufferPointer { target in
      matrix.withUnsafeBufferPointer { matrix in
        scale.withUnsafeBufferPointer { scale in
          for row in 0..<count {
            let (base, own) = (row * count, scale[row])
            for column in row..<count {
              target[base + column] = matrix[base + column] * (own * scale[column])
            }
          }
        }
      }
    }
  }

  /// Backtracking line search; moves the point and returns the new value, nil when stuck.
  private mutating func search(
    _ dual: inout SmoothedDual, from value: Double, along step: [Double], gradient: inout [Double]
  ) -> Double? {
    let step = held(step, gradient, dual.core.variables)
    let slope = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
    var length = min(
      1, Self.boundaryFraction * dual.core.variables.worthRoom(from: point, along: step))
    let start = point
    for _ in 0..<40 {
      for position in point.indices { point[position] = start[position] + length * step[position] }
      dual.core.variables.capPoolPrices(&point)
      let next = dual.evaluate(at: point, gradient: &gradient)
      if next <= value + Self.armijo * length * slope { return next }
      length *= 0.5
    }
    point = start
    _ = dual.evaluate(at: point, gradient: &gradient)
    return nil
  }

  /// The step with every price that would leave its bound stopped short of it by itself: cutting the
  /// whole step to the first such price would hold all others back. Where that does not lead down,
  /// the whole step is cut after all.
  private func held(
    _ step: [Double], _ gradient: [Double], _ variables: PriceVariables
  ) -> [Double] {
    var held = step
    var slope = 0.0
    var room = 1.0
    for position in step.indices {
      if !variables.isFree[position] && step[position] < 0 {
        let least = -Self.boundaryFraction * point[position]
        room = min(room, least / step[position])
        held[position] = max(step[position], least)
      }
    }
    variables.holdOutputPrices(&held, from: point, fraction: Self.boundaryFraction)
    for position in held.indices { slope += held[position] * gradient[position] }
    return slope < 0 ? held : step.map { room * $0 }
  }
}

extension PriceVariables {
  /// Lowers pool prices to what their fill is worth at most: above, the bound can only grow, and has
  /// no curvature to steer by.
  func capPoolPrices(_ point: inout [Double]) {
    let problem = index.problem
    let worth = netWorth(at: point)
    for pool in poolVariable.indices where poolVariable[pool] >= 0 {
      let top = worth[pool / problem.segmentCount] * problem.poolYield[pool]
      if top > 0 && point[Int(poolVariable[pool])] > top { point[Int(poolVariable[pool])] = top }
    }
  }

  /// Shortens the steps of the groups' own output prices that would take all of a group's worth,
  /// in view of the steps of the others.
  func holdOutputPrices(_ step: inout [Double], from point: [Double], fraction: Double) {
    let worth = netWorth(at: point)
    for group in worth.indices where outputVariable[group] >= 0 {
      let own = Int(outputVariable[group])
      let others = outputTerms(of: group).reduce(-step[own]) { $0 + $1.sign * step[$1.variable] }
      let most = fraction * worth[group] - others
      if step[own] > most { step[own] = max(most, -fraction * point[own]) }
    }
  }

  /// Longest step along a direction before a group's worth reaches zero.
  func worthRoom(from point: [Double], along step: [Double]) -> Double {
    var room = Double.infinity
    let worth = netWorth(at: point)
    for group in worth.indices where hasOutputPrice(group) {
      let fall = outputTerms(of: group).reduce(0) { $0 + $1.sign * step[$1.variable] }
      if fall > 0 { room = min(room, worth[group] / fall) }
    }
    return room
  }
}
