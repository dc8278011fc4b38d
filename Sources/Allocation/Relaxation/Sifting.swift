import LinearAlgebra

/// Solves the relaxation of a whole problem without holding all its choices: a sample of the items
/// first, then ever longer prefixes of a random order, keeping only choices near their item's best.
///
/// Bounds are only ever taken from passes over every option.
struct Sifting {
  struct Outcome {
    var relaxation: Relaxation
    /// The tightest bound of any full pass, and its prices.
    var bound: Double
    var prices: AllocationPrices
    var newtonSteps: Int
    var fullPasses: Int
  }

  /// Items in the first sample, and growth from one prefix to the next.
  private static let firstSample = 1500
  private static let growth = 8
  /// A sample of more than one in so many items is not worth its steps.
  private static let leastGrowth = 3
  /// A sampled pass keeps choices within this share of their gross worth.
  private static let firstTolerance = 2.0
  private static let sampleTolerance = 0.35
  private static let fullTolerance = 0.15
  /// A sample's kept choices may miss this share of its bound: samples differ from each other by more.
  private static let sampleTrust = 0.03
  /// Most rounds over a sample in search of missed choices.
  private static let mostSampleRounds = 6
  /// Newton's steps cost as many operations as choices have pairs of prices: of more choices than these
  /// only the nearest are kept, by a smaller tolerance, down to the least.
  private static let mostKept = 40_000
  private static let tightening = 3.0
  private static let leastTolerance = 1e-3
  /// Items that tell the magnitude of prices at a warm start.
  private static let liftingSample = 64
  /// Known prices are at least this share of what they are at a cold start.
  private static let leastShare = 1e-3
  /// What was missed may be this share of the gap asked for.
  private static let missedShare = 0.1
  /// Choices are told apart as finely as the gap asked for needs, as shares of their worth.
  private static let coarsest = 2e-3
  private static let finest = 1e-5
  private static let finenessPerGap = 0.2
  /// Temperature where a sample ends, whose prices are off by more anyway.
  private static let sampleLast = 9e-3
  /// Temperature at which missed choices are looked for; colder once they bring no more than so many times
  /// what may be missed.
  private static let searching = 2e-3
  private static let nearlyMissed = 10.0
  /// Most passes over everything in search of missed choices.
  private static let maximumRounds = 10

  let variables: PriceVariables
  let threads: Int
  let seed: UInt64
  let deadline: Deadline
  /// Relative gap asked for: how exact the bound has to be.
  let tolerance: Double
  /// Share of all items that the problem's own stand for, as a sample of them.
  var share = 1.0

  private var index: ProblemIndex { variables.index }

  /// - Parameter known: prices of a problem like this one: no samples are needed then.
  func run(from known: AllocationPrices? = nil) -> Outcome {
    let count = index.problem.itemCount
    let dual = DualBound(index: index, threads: threads)
    let solver = RelaxationSolver(threads: threads, deadline: deadline)
    if let known {
      return finish(dual: dual, solver: solver, from: lifted(known), steps: 0)
    }
    var steps = 0
    var sample = Self.firstSample
    let order = shuffled(count)
    var point: [Double] = []
    while sample * (point.isEmpty ? Self.leastGrowth : Self.growth) <= count {
      let found = solve(
        sample: order.prefix(sample).sorted(), dual: dual, solver: solver, from: point)
      point = found.point
      steps += found.newtonSteps
      sample *= Self.growth
    }
    return finish(dual: dual, solver: solver, from: point, steps: steps)
  }

  /// The prices of a sample, from those of a smaller one if there was any.
  ///
  /// Where most of what presses is beyond the kept choices, prices fall until everything is worth
  /// choosing: then what the sample really comes to at them is far more than the kept choices tell, and
  /// what was missed is collected.
  private func solve(
    sample items: [Int32], dual: DualBound, solver: RelaxationSolver, from known: [Double]
  ) -> (point: [Double], newtonSteps: Int) {
    let scale = share * Double(items.count) / Double(index.problem.itemCount)
    let isFirst = known.isEmpty
    let start = isFirst ? calibrate(over: items, scale: scale) : known
    let tolerance = isFirst ? Self.firstTolerance : Self.sampleTolerance
    var keep = DualBound.Keep(tolerance: tolerance, scale: scale)
    /// By all options of the sample.
    func bound(at point: [Double], _ pass: DualBound.Result) -> Double {
      scale * index.sharedBound(variables.prices(at: point)) + pass.itemSum
    }
    var pass = self.pass(dual, at: start, over: items, keep)
    keep.tolerance = pass.tolerance
    var kept = pass.result.kept
    var best = (bound: bound(at: start, pass.result), point: start)
    // The first prices miss so much that they need not be exact.
    var schedule = RelaxationSolver.Schedule(
      first: isFirst ? 0.1 : 0.03, last: isFirst ? 0.03 : Self.sampleLast)
    var steps = 0
    for round in 1...Self.mostSampleRounds {
      let core = Core(variables: variables, scale: scale, kept: kept)
      let relaxation = solver.solve(core, from: best.point, schedule: schedule)
      steps += relaxation.newtonSteps
      pass = self.pass(dual, at: relaxation.point, over: items, keep)
      let reached = bound(at: relaxation.point, pass.result)
      if reached < best.bound { best = (reached, relaxation.point) }
      let missing = reached - core.bound(at: relaxation.point)
      if round > 1 || !isFirst, missing <= Self.sampleTrust * abs(reached) { break }
      if deadline.hasPassed { break }
      kept = kept.union(pass.result.kept)
      schedule = .init(first: 0.03, last: Self.sampleLast)
    }
    return (best.point, steps)
  }

  /// Known prices, the smallest lifted so far that Newton's steps can move them.
  private func lifted(_ prices: AllocationPrices) -> [Double] {
    let items = Array(shuffled(index.problem.itemCount).prefix(Self.liftingSample)).sorted()
    let scale = share * Double(items.count) / Double(max(1, index.problem.itemCount))
    return variables.point(
      at: prices, floor: calibrate(over: items, scale: scale).map { Self.leastShare * abs($0) })
  }

  /// Rounds over all items until the kept choices tell the same bound as all of them.
  private func finish(
    dual: DualBound, solver: RelaxationSolver, from sampled: [Double], steps: Int
  ) -> Outcome {
    let isCold = sampled.isEmpty
    var point =
      isCold
      ? calibrate(over: (0..<Int32(index.problem.itemCount)).map { $0 }, scale: share) : sampled
    var steps = steps
    var (pass, tolerance) = self.pass(
      dual, at: point, over: nil,
      .init(tolerance: isCold ? Self.firstTolerance : Self.fullTolerance, scale: share))
    // Choices that a later point makes interesting are few.
    if isCold { tolerance = min(tolerance, Self.fullTolerance) }
    var passes = 1
    var best: (bound: Double, prices: AllocationPrices) = {
      let prices = variables.prices(at: point)
      return (share * index.sharedBound(prices) + pass.itemSum, prices)
    }()
    var kept = pass.kept
    var core = Core(variables: variables, scale: share, kept: kept)
    let last = min(Self.coarsest, max(Self.finest, Self.finenessPerGap * self.tolerance))
    // What is missed is told by prices that are not exact yet.
    var schedule = RelaxationSolver.Schedule(
      first: isCold ? 0.1 : 0.01, last: max(last, Self.searching))
    while true {
      let relaxation = solver.solve(core, from: point, schedule: schedule)
      steps += relaxation.newtonSteps
      point = relaxation.point
      let prices = variables.prices(at: point)
      pass = dual.pass(
        at: prices, over: nil, keep: .init(tolerance: tolerance / 3, scale: share))
      passes += 1
      let bound = share * index.sharedBound(prices) + pass.itemSum
      if bound < best.bound { best = (bound, prices) }
      let missing = bound - core.bound(at: point)
      let allowed = Self.missedShare * max(self.tolerance, 1e-6) * abs(bound)
      let isExact = schedule.last <= last
      if isExact && missing <= allowed || passes > Self.maximumRounds || deadline.hasPassed {
        return Outcome(
          relaxation: relaxation, bound: best.bound, prices: best.prices, newtonSteps: steps,
          fullPasses: passes)
      }
      kept = kept.union(pass.kept)
      core = Core(variables: variables, scale: share, kept: kept)
      let isNear = missing <= Self.nearlyMissed * allowed
      if isExact {
        schedule = .init(first: 0.01, last: last)
      } else if isNear {
        schedule = .init(first: max(last, schedule.last * schedule.cooling), last: last)
      } else {
        schedule = .init(first: 0.01, last: schedule.last)
      }
    }
  }

  /// A pass that keeps no more choices than can be worked on, and its tolerance.
  private func pass(
    _ dual: DualBound, at point: [Double], over items: [Int32]?, _ stated: DualBound.Keep
  ) -> (result: DualBound.Result, tolerance: Double) {
    var keep = stated
    while true {
      let result = dual.pass(at: variables.prices(at: point), over: items, keep: keep)
      if result.kept.count <= Self.mostKept || keep.tolerance <= Self.leastTolerance {
        return (result, keep.tolerance)
      }
      keep.tolerance /= Self.tightening
    }
  }

  /// Row prices of the right magnitude for the given items.
  private func calibrate(over items: [Int32], scale: Double) -> [Double] {
    let start = variables.firstPoint()
    let sample = items.count <= Self.firstSample ? items : Array(items.prefix(Self.firstSample))
    let all = DualBound(index: index, threads: threads).pass(
      at: variables.prices(at: start), over: sample, keep: .init(tolerance: .infinity)
    ).kept
    let core = Core(
      variables: variables, scale: scale * Double(sample.count) / Double(max(1, items.count)),
      kept: all)
    return core.calibrated(start)
  }

  private func shuffled(_ count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    var generator = SeededGenerator(seed: seed)
    order.shuffle(using: &generator)
    return order
  }
}

extension PriceVariables {
  /// A point inside the domain: pools a little below their worth, limits nearly free.
  func firstPoint() -> [Double] {
    let problem = index.problem
    var point = [Double](repeating: 0, count: count)
    for pool in poolVariable.indices where poolVariable[pool] >= 0 {
      point[Int(poolVariable[pool])] =
        0.7 * problem.groupWorth[pool / problem.segmentCount] * problem.poolYield[pool]
    }
    for group in outputVariable.indices where outputVariable[group] >= 0 {
      point[Int(outputVariable[group])] = 0.05 * problem.groupWorth[group]
    }
    if totalVariable >= 0 {
      point[Int(totalVariable)] = 0.05 * (problem.groupWorth.filter { $0 > 0 }.min() ?? 1)
    }
    for group in floorVariable.indices where floorVariable[group] >= 0 {
      point[Int(floorVariable[group])] = 0.01 * problem.groupWorth[group]
    }
    return point
  }
}

extension Core {
  /// Price of limits that are not expected to press, against one that costs an average choice all
  /// it is worth.
  private static let slackPrice = 1e-3

  /// The first point with row prices of the right magnitude: rows over everything at the common
  /// factor where the bound is smallest, all others nearly free.
  ///
  /// Prices are measured against the one that makes an average choice pay all it is worth.
  func calibrated(_ start: [Double]) -> [Double] {
    let gross = grossWorth(at: start)
    let average = max(gross.reduce(0, +) / Double(max(1, gross.count)), 1e-9)
    let unit = typicalWeights().map { average / $0 }
    let isGlobal = variables.index.problem.rows.map {
      $0.memberItems.isEmpty && $0.memberKinds.isEmpty
    }
    func point(_ factor: Double) -> [Double] {
      var point = start
      for row in isGlobal.indices {
        let (upper, lower) = (variables.upperVariable[row], variables.lowerVariable[row])
        if upper >= 0 {
          point[Int(upper)] = (isGlobal[row] ? factor : Self.slackPrice) * unit[Int(upper)]
        }
        if lower >= 0 { point[Int(lower)] = Self.slackPrice * unit[Int(lower)] }
      }
      return point
    }
    var best = point(1)
    var bestBound = bound(at: best)
    for exponent in -20...20 {
      let candidate = point(Double(sign: .plus, exponent: exponent, significand: 1))
      let value = bound(at: candidate)
      if value < bestBound {
        best = candidate
        bestBound = value
      }
    }
    return best
  }
}
