import Allocation
import Casting

/// Makes a plan of what the solver found: compares it with other ways to cast and asks around it by
/// solving again, takes whatever better plan turns up on the way, and writes the best down.
///
/// A rule of thumb may beat a search that a limit stopped, and a question with a rule or a deal less may
/// meet a plan that the first search stopped short of: neither may be shown beside a plan worth less.
struct PlanStudy {
  /// Better plans that are taken at most; each begins the questions anew.
  private static let mostRounds = 12
  /// Deals of the plan, and creators left out, whose fees are solved.
  private static let solvedFees = 10
  /// Rules that plans are made without before fees are solved, and in all.
  private static let firstRules = 2
  private static let mostRules = 16
  /// Solves that have to fit into the work before one is spent on the plan's own gap.
  private static let solvesBesideOwn = 8

  let problem: CastingProblem
  let settings: PlannerSettings
  /// Those of a long roster who are not in the problem.
  var others: OtherCreators?

  /// Throws `PlannerError` where deals of others cannot be made again.
  func plan(from found: AllocationSolution) throws -> Plan {
    var solution = found
    let empty = AllocationState(problem.allocation)
    let baselines = Baselines(problem: problem, empty: empty, settings: settings).made()
    // A search that a limit stopped would be stopped again, who knows where.
    var work = found.outcome == .optimal && others == nil ? settings.feeTrialWork : 0
    for round in 0...Self.mostRounds {
      var look = SecondLook(
        problem: problem, solution: solution, empty: empty, settings: settings, work: work)
      if round == 0, let best = baselines.best { look.offer(options: best) }
      let assembly = PlanAssembly(
        problem: problem, solution: solution, settings: settings, others: others)
      var answers = PlanAnswers(
        deals: assembly.deals(), leftOut: assembly.leftOutFindings(), rules: try assembly.rules())
      if look.better == nil { try ask(&look, assembly, &answers) }
      work = look.workLeft
      findRoom(&look, assembly, &answers)
      findReserves(&look, assembly, &answers)
      guard let better = look.better, round < Self.mostRounds else {
        return try assembly.plan(answers, baselines)
      }
      solution.bound = min(solution.bound, look.bound)
      solution.take(better, in: problem.allocation, asking: settings.relativeGap)
    }
    preconditionFailure("the last round returns")
  }

  /// Asks until work is used up or a better plan is met.
  private func ask(
    _ look: inout SecondLook, _ assembly: PlanAssembly, _ answers: inout PlanAnswers
  ) throws {
    if look.affords(Self.solvesBesideOwn) { look.tighten() }
    answers.bound = look.bound
    guard look.better == nil else { return }
    answers.budgetStep = try budgetStep(&look)
    guard look.better == nil else { return }
    let rules = RuleTrials(look, settings: settings)
    let ceilings = rules.ceilings(answers.rules, assembly.solution)
    try tryRules(0..<Self.firstRules, ceilings, &look, &answers)
    if look.better == nil { solveFees(&look, assembly, &answers) }
    if look.better == nil {
      try tryRules(Self.firstRules..<Self.mostRules, ceilings, &look, &answers)
    }
  }

  /// A look with work of its own.
  private func secondLook(_ assembly: PlanAssembly, work: Int) -> SecondLook {
    SecondLook(
      problem: problem, solution: assembly.solution, empty: assembly.empty, settings: settings,
      work: work)
  }

  /// Asked for by the user, reserves have work of their own.
  private func findReserves(
    _ look: inout SecondLook, _ assembly: PlanAssembly, _ answers: inout PlanAnswers
  ) {
    guard settings.findsReserves, others == nil, look.better == nil else { return }
    let candidates = assembly.candidates
    var trials = ReserveTrials(
      secondLook(
        assembly,
        work: max(
          settings.questionWork, SecondLook.work(ofSolves: 2 * candidates.count, problem))),
      assembly.solution, settings: settings)
    var known: [Int: Reserve?] = [:]
    for (place, deal) in candidates.enumerated()
    where problem.status(of: deal) != .confirmed && trials.look.better == nil {
      let reserve = known[deal.creator] ?? trials.reserve(of: deal)
      known[deal.creator] = .some(reserve)
      answers.deals[place].reserve = reserve
    }
    if let better = trials.look.better { look.offer(options: better) }
  }

  /// What the plan gains where fees are ranges and she takes the least, the widest ranges first: with work of
  /// its own, as ranges are there to be talked about.
  private func findRoom(
    _ look: inout SecondLook, _ assembly: PlanAssembly, _ answers: inout PlanAnswers
  ) {
    guard others == nil, look.better == nil, assembly.solution.outcome == .optimal else { return }
    let candidates = assembly.candidates
    var trials = FeeTrials(secondLook(assembly, work: settings.feeTrialWork))
    let ranges = candidates.indices.compactMap {
      place -> (place: Int, low: Double, width: Double)? in
      guard let fee = problem.feeState(of: candidates[place]), let low = fee.low else { return nil }
      return (place, low, fee.counted - low)
    }.sorted { ($1.width, $0.place) < ($0.width, $1.place) }
    for range in ranges.prefix(Self.solvedFees) {
      guard range.width > 0 else {
        answers.deals[range.place].gainAtLow = 0
        continue
      }
      guard trials.look.better == nil, trials.look.affords() else { break }
      answers.deals[range.place].gainAtLow = trials.gain(
        of: candidates[range.place], atFee: range.low, gap: settings.relativeGap)
    }
    if let better = trials.look.better { look.offer(options: better) }
  }

  private func tryRules(
    _ ranks: Range<Int>, _ ceilings: [Double], _ look: inout SecondLook,
    _ answers: inout PlanAnswers
  ) throws {
    guard look.affords() else { return }
    var trials = RuleTrials(look, settings: settings)
    try trials.tryCosts(of: &answers.rules, below: ceilings, ranks: ranks)
    look = trials.look
  }

  func budgetStep(_ look: inout SecondLook) throws -> BudgetStep? {
    guard let budget = problem.campaign.brief.budget, budget.isFinite, look.affords() else {
      return nil
    }
    let step = problem.campaign.brief.terms.money.usualStep
    let richer = try CastingProblem(
      Scenario(budget: budget + step, of: problem.campaign).campaign,
      threads: settings.threads, reusing: problem.response)
    guard let solution = look.solve(richer.allocation, of: richer),
      solution.bound - solution.value
        <= max(settings.relativeGap, 1e-9) * solution.bound.magnitude
    else { return nil }
    return BudgetStep(
      yen: step, adds: max(0, solution.value - look.value),
      addsAtMost: max(0, solution.bound - look.value))
  }

  /// The nearest left out and the dearest deals in turn.
  private func solveFees(
    _ look: inout SecondLook, _ assembly: PlanAssembly, _ answers: inout PlanAnswers
  ) {
    // Whoever is asked for a quote has to know how much may be paid.
    let asks = assembly.candidates.map { problem.feeState(of: $0)?.state == .ask }
    func rank(_ place: Int) -> (Int, Double) { (asks[place] ? 1 : 0, answers.deals[place].cost) }
    let dearest = answers.deals.indices.filter { !answers.deals[$0].locked }
      .sorted { rank($0) == rank($1) ? $0 < $1 : rank($1) < rank($0) }
      .prefix(Self.solvedFees)
    let nearest = answers.leftOut.indices.filter { answers.leftOut[$0].mayEnter }
      .prefix(Self.solvedFees)
    var trials = FeeTrials(look)
    for place in 0..<Self.solvedFees where trials.look.better == nil && trials.look.affords() {
      if place < nearest.count {
        let number = nearest[nearest.startIndex + place]
        answers.leftOut[number].solve(&trials)
      }
      if place < dearest.count, trials.look.better == nil {
        let number = dearest[dearest.startIndex + place]
        answers.deals[number].feeFinding = trials.breakEven(
          of: assembly.candidates[number], guess: answers.deals[number].pricedFee)
      }
    }
    look = trials.look
  }
}
