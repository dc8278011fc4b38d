import Allocation
import Casting

/// Tries the fees that the prices tell: solves the campaign again with one fee edited, and where a
/// whole deal goes or comes at another fee, searches that fee.
///
/// The solver, its settings and its problem are those of the plan, so that a user who edits the fee
/// and plans again gets the same answer. Work is counted, not timed: the answer is the same on
/// every machine.
struct FeeTrials {
  private let problem: CastingProblem
  private let settings: AllocationSettings
  /// Options looked at, node by node, that one more solve is expected to take.
  private let workOfSolve: Int
  private var workLeft: Int

  /// How far on the other side of a fee the campaign is solved again; also how near the fee of a
  /// whole deal is searched.
  static let step = 0.01
  /// What a solve takes before it branches, in nodes: measured on the sample campaigns.
  private static let passes = 50
  /// Columns of a linear program looked at in the time an option at a node takes; measured likewise.
  private static let columnsPerOption = 50

  init(problem: CastingProblem, solution: AllocationSolution, settings: PlannerSettings) {
    self.problem = problem
    self.settings = settings.allocation
    workOfSolve = Self.work(solution, problem.allocation)
    // A search that a limit stopped would be stopped again, who knows where.
    workLeft = solution.outcome == .optimal ? settings.feeTrialWork : 0
  }

  private static func work(_ solution: AllocationSolution, _ problem: AllocationProblem) -> Int {
    problem.optionCount * (passes + solution.statistics.nodes)
      + solution.statistics.linearWork / columnsPerOption
  }

  // MARK: Trials

  /// Tries the break-even fee of every deal that is not locked, in the plan's order.
  ///
  /// - Parameter candidates: the deals as the problem has them, in the same order.
  mutating func tryBreakEven(_ deals: inout [PlannedDeal], candidates: [DealCandidate]) {
    for number in deals.indices where deals[number].feeBasis == .prices {
      guard deals[number].breakEvenFee.isFinite else { continue }
      let deal = candidates[number]
      let question = FeeQuestion(problem: problem, about: deal)
      let above = deals[number].breakEvenFee * (1 + Self.step)
      let stated = problem.statedFee(of: deal)
      // At the fee stated the plan itself is the answer. What happens at a lower one would say
      // nothing: there she may go, as a rule needs what she costs or she takes another product.
      if above > stated {
        guard let stays = isCast(question, kind: deal.kind, fee: above) else { return }
        guard stays else {
          deals[number].feeBasis = .solvedAgain
          continue
        }
      }
      let start = max(above, stated)
      let found = search(from: start, to: question.highestFee(of: deal)) {
        $0.isCast(question, kind: deal.kind, fee: $1)
      }
      if found == .outOfWork { return }
      deals[number].feeBasis = .wholeDeals
      deals[number].wholeDealFee = found.fee
    }
  }

  /// Tries the entry fee of every creator left out that has one, in the order given.
  mutating func tryEntry(_ findings: inout [LeftOutFinding]) {
    for number in findings.indices {
      guard let deal = findings[number].deal, let fee = findings[number].entryFee else { continue }
      let question = FeeQuestion(problem: problem, about: deal)
      let below = fee * (1 - Self.step)
      guard let comes = isCast(question, kind: nil, fee: below) else { return }
      guard !comes else {
        findings[number].feeBasis = .solvedAgain
        continue
      }
      guard let comesForNothing = isCast(question, kind: nil, fee: 0) else { return }
      guard comesForNothing else {
        findings[number].feeBasis = .wholeDeals
        continue
      }
      // She is out at what she asks today, and out here.
      let found = search(from: 0, to: min(below, problem.statedFee(of: deal))) {
        $0.isCast(question, kind: nil, fee: $1)
      }
      if found == .outOfWork { return }
      findings[number].feeBasis = .wholeDeals
      findings[number].wholeDealFee = found.fee
    }
  }

  // MARK: Solving again

  /// Whether the creator is cast at the fee, with a deal of the kind if one is given; nil when the
  /// work is used up first.
  private mutating func isCast(_ question: FeeQuestion, kind: Int?, fee: Double) -> Bool? {
    guard workOfSolve <= workLeft else { return nil }
    let changed = problem.allocation.replacingOptions(
      ofItem: question.creator, by: question.deals(atFee: fee))
    let limit = workLeft / max(1, changed.optionCount)
    var limited = settings
    limited.maximumNodes = min(settings.maximumNodes, limit)
    let solution = AllocationSolver(valid: changed, settings: limited).solve()
    workLeft -= max(Self.work(solution, changed), changed.optionCount)
    switch solution.outcome {
    case .infeasible: return false
    case .unknown, .feasible: return nil
    case .optimal: break
    }
    let own = changed.optionStart[question.creator]..<changed.optionStart[question.creator + 1]
    return solution.chosenOptions.contains { option in
      own.contains(option) && kind.map { changed.optionKind[option] == Int32($0) } ?? true
    }
  }

  /// What a search for the fee of a whole deal ended with.
  private enum Found: Equatable {
    case threshold(Double)
    /// The test holds up to the end.
    case none
    case outOfWork

    var fee: Double? { if case .threshold(let fee) = self { fee } else { nil } }
  }

  /// The highest fee found at which the test holds, to within a step or a yen; it holds at the low
  /// end, if that is not the high one.
  private mutating func search(
    from start: Double, to end: Double, holds: (inout FeeTrials, Double) -> Bool?
  ) -> Found {
    guard start < end else { return .none }
    guard let holdsAtEnd = holds(&self, end) else { return .outOfWork }
    if holdsAtEnd { return .none }
    var (low, high) = (start, end)
    while high - low > max(1, Self.step * low) {
      let middle = (low >= 1 ? (low * high).squareRoot() : (low + high) / 2).rounded()
      guard middle > low, middle < high else { break }
      guard let isHeld = holds(&self, middle) else { return .outOfWork }
      if isHeld { low = middle } else { high = middle }
    }
    return .threshold(low)
  }
}
