/// The tightest prices found for a core, and how its choices share the weight there.
struct Relaxation: Sendable {
  var core: Core
  var point: [Double]
  /// Weight of every choice of the core, 0…1.
  var weight: [Double]
  var newtonSteps: Int
}

/// Solves a core's relaxation: Newton on the smoothed bound, colder level by level.
struct RelaxationSolver {
  struct Schedule {
    /// Temperature as a share of an item's gross worth, first and last level.
    var first: Double
    var last: Double
    /// Factor from one level to the next.
    var cooling = 0.3
    var maximumIterations = 25
    /// Stop once the bound is below this.
    var floor = -Double.infinity
  }

  /// Barrier against the temperature: at the last level the barrier moves the bound by less than
  /// the smoothing does.
  private static let barrierShare = 0.02
  private static let priceScale = 1e3
  private static let ridgeShare = 1e-3
  /// Newton stops at this share of the smoothing.
  private static let toleranceShare = 2e-3
  /// The same of levels before the last, which only have to lead there.
  private static let passingShare = 2e-2

  let threads: Int
  let deadline: Deadline

  func solve(_ core: Core, from start: [Double], schedule: Schedule) -> Relaxation {
    var solver = NewtonSolver(start: start)
    var weight: [Double] = []
    var level = schedule.first
    let variables = core.variables
    let typicalWeights = core.typicalWeights()
    let barred = Double(variables.count - variables.pricedPoolCount + 1)
    while true {
      let isLast = level <= schedule.last * 1.0001
      let gross = core.grossWorth(at: solver.point)
      let magnitude = max(
        abs(core.bound(at: solver.point)), gross.reduce(0, +) / Double(max(1, gross.count)), 1e-12)
      let average = gross.reduce(0, +) / Double(max(1, gross.count))
      var dual = SmoothedDual(
        core: core, threads: threads,
        temperature: gross.map { level * max($0, 1e-3 * average, 1e-12) },
        barrier: level * Self.barrierShare * magnitude / barred,
        ridge: ridge(core, level: level, average: max(average, 1e-12), typicalWeights))
      let value = solver.minimise(
        &dual,
        settings: NewtonSolver.Settings(
          maximumIterations: schedule.maximumIterations,
          tolerance: level * (isLast ? Self.toleranceShare : Self.passingShare) * magnitude,
          floor: schedule.floor, deadline: deadline))
      weight = dual.weight
      if value < schedule.floor || isLast || deadline.hasPassed { break }
      level = max(schedule.last, level * schedule.cooling)
    }
    return Relaxation(
      core: core, point: solver.point, weight: weight, newtonSteps: solver.iterations)
  }

  /// A price that makes an average weight cost `priceScale` times an average choice's worth is far
  /// beyond reason; there the quadratic weighs `ridgeShare` of such a worth.
  private func ridge(
    _ core: Core, level: Double, average: Double, _ typicalWeights: [Double]
  ) -> [Double] {
    typicalWeights.indices.map { variable in
      guard !core.variables.isPool(variable) else { return 0 }
      let reference = Self.priceScale * average / max(typicalWeights[variable], 1e-12)
      return level * Self.ridgeShare * average / (reference * reference)
    }
  }
}

extension Core {
  /// Mean size of the coefficients of every variable, 1 where it has none.
  func typicalWeights() -> [Double] {
    var sum = [Double](repeating: 0, count: variables.count)
    var count = sum
    for (variable, value) in zip(coefficientVariable, coefficientValue) {
      sum[Int(variable)] += abs(value)
      count[Int(variable)] += 1
    }
    return zip(sum, count).map { $1 > 0 && $0 > 0 ? $0 / $1 : 1 }
  }

  /// Largest gross worth among each item's choices at a point, by position.
  func grossWorth(at point: [Double]) -> [Double] {
    items.indices.map { position in
      var largest = 0.0
      for choice in choiceStart[position]..<choiceStart[position + 1] {
        largest = max(largest, gross(choice, at: point))
      }
      return largest
    }
  }
}
