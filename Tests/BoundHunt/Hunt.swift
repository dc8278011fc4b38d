import Allocation
import AllocationTestSupport
import LinearAlgebra

/// One random problem, solved in several ways, and everything that contradicts what was reported.
struct Hunt {
  enum Family: String, CaseIterable {
    /// Few options, every rule; all plans are tried.
    case small
    /// 2 to 200 items, every rule.
    case mixed
    /// Pools that fill up, a few items far larger than the rest, the usual rows.
    case saturated
  }

  let seed: UInt64
  let family: Family
  private let problem: AllocationProblem
  private let ledger: PlanLedger
  private let brute: BruteForce
  private var random: SeededGenerator
  /// Of the search: a plan that it found is better than any that was reported.
  private(set) var beatsReports = false
  private(set) var isSolvable = false

  init(seed: UInt64) {
    self.seed = seed
    random = SeededGenerator(seed: seed ^ 0x626f_756e_6473)
    family = [.small, .mixed, .small, .mixed, .saturated][Int(seed % 5)]
    switch family {
    case .small:
      var maker = RandomProblem(seed: seed)
      problem = maker.next(maximumOptions: 4 + Int(seed / 5 % 9))
    case .mixed:
      var maker = MixedProblem(seed: seed)
      problem = maker.next()
    case .saturated:
      var saturated = SaturatedProblem.make(
        items: 10 + Int(seed / 5 % 190), groups: 1 + Int(seed / 7 % 5),
        picks: 2 + Int(seed / 11 % 30), seed: seed,
        curve: [.exponential, .logarithmic, .linear][Int(seed / 5 % 3)])
      if random.nextUniform() < 0.3 { RandomAmounts.add(to: &saturated, &random) }
      problem = saturated
    }
    ledger = PlanLedger(problem)
    brute = BruteForce(problem)
  }

  /// Sentences; none when everything that was reported holds.
  mutating func faults() -> [String] {
    var reports = [report("thorough", thorough)]
    let first = reports[0].solution
    reports.append(report("hasty", hasty()))
    reports.append(report("warm", hasty(), from: warmStart(first)))
    var search = PlanSearch(ledger, seed: seed)
    let steps = family == .small ? 200 : 3_000
    for report in reports { search.offer(report.solution.chosenOptions) }
    let best = search.best?.value ?? -.infinity
    if family == .small, let truth = brute.optimum() { search.offer(truth.options) }
    search.walk(from: [], steps: steps, warmth: 0.5)
    if let options = search.best?.options {
      search.walk(from: options, steps: steps, warmth: 0.02)
    }
    isSolvable = search.best != nil
    if let found = search.best {
      beatsReports = found.value > best + 1e-9 * max(1, found.size)
    }
    return reports.flatMap { faults(of: $0, knowing: search.best) }
      + groupFaults(reports[0].solution, knowing: search.best)
  }

  // MARK: Ways to solve

  private struct Report {
    var name: String
    var settings: AllocationSettings
    var solution: AllocationSolution
  }

  private func report(
    _ name: String, _ settings: AllocationSettings, from warm: WarmStart? = nil
  ) -> Report {
    let solver = AllocationSolver(valid: problem, settings: settings)
    return Report(name: name, settings: settings, solution: solver.solve(from: warm))
  }

  private var thorough: AllocationSettings {
    var settings = AllocationSettings()
    settings.relativeGap = 0
    settings.maximumNodes = family == .small ? 100_000 : max(10, 2_000 / problem.itemCount)
    settings.threads = 1
    return settings
  }

  /// Settings that stop early, each in its own way.
  private mutating func hasty() -> AllocationSettings {
    var settings = AllocationSettings()
    settings.relativeGap = [0.2, 0.05, 0.01, 0.001, 1e-4, 0][draw(6)]
    settings.maximumNodes = [0, 0, 1, 3, 20][draw(5)]
    settings.threads = 1 + draw(2)
    settings.seed = UInt64(draw(1_000))
    if draw(8) == 0 { settings.timeLimit = [1e-6, 1e-3, 0.02][draw(3)] }
    let typical = ledger.value(of: ledger.usable).size * random.nextUniform()
    if draw(10) == 0 { settings.goal = typical }
    if draw(10) == 0 { settings.cutoff = typical }
    return settings
  }

  /// What was found, what a like problem finds, or nonsense.
  private mutating func warmStart(_ known: AllocationSolution) -> WarmStart {
    switch draw(4) {
    case 0:
      return WarmStart(prices: known.prices, choices: problem.choices(known.chosenOptions))
    case 1:
      var other = problem
      other.rows[0].upper = (other.rows[0].upper * (0.5 + random.nextUniform())).rounded()
      var settings = hasty()
      settings.cutoff = -.infinity
      let solution = AllocationSolver(valid: other, settings: settings).solve()
      return WarmStart(prices: solution.prices, choices: other.choices(solution.chosenOptions))
    case 2: return WarmStart(prices: known.prices, choices: problem.choices(ledger.usable))
    default:
      let choices = ledger.usable.filter { _ in random.nextUniform() < 0.2 }
      let prices = AllocationPrices(
        pool: problem.poolYield.map { _ in 30 * random.nextUniform() + 1e-9 },
        row: problem.rows.map { row in
          let size = 10 * random.nextUniform()
          return row.upper.isFinite ? size : row.lower.isFinite ? -size : 0
        },
        groupOutput: problem.groupOutputLimit.map { $0.isFinite ? random.nextUniform() : 0 },
        totalOutput: problem.totalOutputLimit.isFinite ? random.nextUniform() : 0)
      return WarmStart(prices: prices, choices: problem.choices(choices))
    }
  }

  private mutating func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  // MARK: Checks

  /// Bounds by groups below a plan that exists: at the prices found and at prices that lead nowhere, some
  /// items outside the problem.
  private mutating func groupFaults(
    _ known: AllocationSolution, knowing best: (options: [Int], value: Double, size: Double)?
  ) -> [String] {
    guard let best else { return [] }
    var unlinked = problem
    unlinked.links = []
    let held = problem.itemCount - draw(1 + problem.itemCount / 2)
    let (inside, outside) = (
      unlinked.keeping(0..<held), unlinked.keeping(held..<problem.itemCount)
    )
    let plan = best.options.filter { $0 < inside.optionCount }
    var settings = thorough
    settings.maximumNodes = 200
    var faults: [String] = []
    let first = held
    let others: @Sendable (GroupLook) -> GroupShares? = { $0.shares(of: outside, first: first) }
    let solver = AllocationSolver(valid: inside, settings: settings)
    for prices in [known.prices, problem.anyPrices { $0 * random.nextUniform() }] {
      guard
        let bounds = solver.groupBounds(
          at: prices, beyond: plan, moves: 1 + draw(4),
          others: held == problem.itemCount ? nil : others)
      else { continue }
      for bound in bounds.solved {
        let rounding = 1e-9 * max(1, best.size, bound.isFinite ? abs(bound) : 0)
        if best.value > bound + rounding || bound.isNaN {
          faults.append("groups: bound \(bound) below a plan worth \(best.value)")
        }
      }
    }
    return faults
  }

  private func faults(
    of report: Report, knowing best: (options: [Int], value: Double, size: Double)?
  ) -> [String] {
    let solution = report.solution
    var faults: [String] = []
    let (net, size) = ledger.value(of: solution.chosenOptions)
    if solution.value > -.infinity {
      let rounding = 1e-9 * max(1, size)
      if !brute.obeys(solution.chosenOptions) { faults.append("the plan breaks a rule") }
      if abs(net - solution.value) > rounding {
        faults.append("value \(solution.value), added up anew \(net)")
      }
      if solution.value > solution.bound + rounding {
        faults.append("value \(solution.value) above the bound \(solution.bound)")
      }
      if solution.outcome == .optimal, solution.relativeGap > report.settings.relativeGap + 1e-9 {
        faults.append("called optimal at a gap of \(solution.relativeGap)")
      }
    }
    guard let best else { return faults.map { "\(report.name): \($0)" } }
    if solution.outcome == .infeasible {
      faults.append("called infeasible, but a plan is worth \(best.value)")
    } else {
      let bounds = [("bound", solution.bound), ("price bound", solution.priceBound)]
      for (name, bound) in bounds {
        let rounding = 1e-9 * max(1, best.size, bound.isFinite ? abs(bound) : 0)
        if best.value > bound + rounding || bound.isNaN {
          faults.append(
            "\(name) \(bound) below a plan worth \(best.value): options \(best.options)")
        }
      }
    }
    return faults.map { "\(report.name): \($0)" }
  }
}
