import Allocation
import Casting

/// Finds the fees at which cast deals go and creators left out come in, by solving again.
///
/// With a fee f, let In(f) be the best plan that has the deal (of a creator left out: any deal of hers) and
/// Out(f) the best that does not. The fee looked for is where the two are worth the same. Both are known
/// between a plan that was found and a bound: she is in where what was found with her is worth at least the
/// bound without her, out where the bound with her is below what was found without.
struct FeeTrials {
  /// Of a fee: how near it has to be known to be told as one number.
  private static let tolerance = 0.01

  /// What is known of plans without the deal.
  private struct Outside {
    /// Of the best that was found; −∞ without any.
    var value: Double
    var bound: Double
    /// Whether it is the same at any fee that may be asked about.
    var isConstant: Bool
  }

  enum Verdict { case isIn, isOut, open, outOfWork }

  /// Fees on both sides of the one looked for, money.
  struct Bracket {
    /// The highest at which she was proved to be in; nil where she nowhere was.
    var low: Double?
    /// The lowest at which she was proved to be out.
    var high: Double?
    /// Whether she is in up to the end.
    var isWhole = false
    var isCut = false
  }

  var look: SecondLook
  private let problem: CastingProblem
  /// Whether dearer deals may be what a rule asks for: fees then do not only close doors.
  private let asksForSpend: Bool

  init(_ look: SecondLook) {
    self.look = look
    problem = look.problem
    asksForSpend = problem.allocation.rows.contains { row in
      [row.inside, row.outside].contains {
        (row.lower.isFinite && $0.perCost > 0) || (row.upper.isFinite && $0.perCost < 0)
      }
    }
  }

  // MARK: Questions

  /// Up to which fee a deal of the plan stays.
  mutating func breakEven(of deal: DealCandidate, guess: Double) -> FeeFinding {
    let question = FeeQuestion(problem: problem, about: deal)
    let stated = problem.statedFee(of: deal)
    guard let today = outside(question, kind: deal.kind, fee: stated) else { return .notSolved }
    let end = question.highestFee(of: deal)
    guard end > stated else { return .everyFee }
    func verdict(_ trials: inout FeeTrials, _ fee: Double) -> Verdict {
      var outside = today
      if !today.isConstant {
        guard let there = trials.outside(question, kind: deal.kind, fee: fee) else {
          return .outOfWork
        }
        outside = there
      }
      return trials.verdict(question, kind: deal.kind, fee: fee, outside)
    }
    // Where a rule asks for spend she may go and come back: the first fee at which she goes counts.
    let bracket = bracket(
      from: stated, to: end, guess: asksForSpend ? nil : guess, verdict)
    if bracket.isWhole { return .everyFee }
    guard let low = bracket.low, !(bracket.isCut && low <= stated) else { return .notSolved }
    return finding(low, bracket, isOneWay: !asksForSpend && today.isConstant, verdict)
  }

  /// Up to which fee a creator who is left out comes in.
  mutating func entry(of deal: DealCandidate, guess: Double?) -> FeeFinding {
    let question = FeeQuestion(problem: problem, about: deal)
    let stated = problem.statedFee(of: deal)
    // The plan itself is the best without her, as far as is known.
    let outside = Outside(value: look.value, bound: look.bound, isConstant: true)
    func verdict(_ trials: inout FeeTrials, _ fee: Double) -> Verdict {
      trials.verdict(question, kind: nil, fee: fee, outside)
    }
    let bracket = bracket(from: nil, to: stated, guess: guess, verdict)
    if bracket.isWhole { return .todaysFee }
    guard let low = bracket.low else {
      return bracket.high == 0 && !bracket.isCut ? .noFee : .notSolved
    }
    if low >= stated * (1 - Self.tolerance) { return .todaysFee }
    return finding(low, bracket, isOneWay: !asksForSpend, verdict)
  }

  /// What the plan gains when the fee of one of its deals is another; nil where that was not proved within the
  /// gap.
  mutating func gain(of deal: DealCandidate, atFee fee: Double, gap: Double) -> Double? {
    let question = FeeQuestion(problem: problem, about: deal)
    let changed = problem.allocation.replacingOptions(
      ofItem: question.creator, by: question.deals(atFee: fee))
    guard let solution = look.solve(changed), solution.value > -.infinity,
      solution.bound - solution.value <= max(gap, 1e-9) * solution.bound.magnitude
    else { return nil }
    return solution.value - look.value
  }

  /// - Parameter isOneWay: whether a higher fee can only make plans with the deal worse beside those
  ///   without. Else, as where a rule asks for spend or another deal of hers has the fee too, one number
  ///   has to hold on both sides.
  private mutating func finding(
    _ low: Double, _ bracket: Bracket, isOneWay: Bool,
    _ verdict: (inout FeeTrials, Double) -> Verdict
  ) -> FeeFinding {
    guard let high = bracket.high, high - low <= max(1, Self.tolerance * low) else {
      return bracket.isCut ? .notSolved : .atLeast(low, outAt: bracket.high)
    }
    guard !isOneWay, low > 0 else { return .threshold(low) }
    let (below, above) = (low * (1 - Self.tolerance), low * (1 + Self.tolerance))
    return verdict(&self, below) == .isIn && verdict(&self, max(above, high)) == .isOut
      ? .threshold(low) : .notSolved
  }

  // MARK: Solving again

  /// The best plan without the deal when its fee is another; nil when the work is used up first.
  private mutating func outside(_ question: FeeQuestion, kind: Int, fee: Double) -> Outside? {
    let others = question.deals(atFee: fee).filter { $0.kind != kind }
    let changed = problem.allocation.replacingOptions(ofItem: question.creator, by: others)
    guard let solution = look.solve(changed) else { return nil }
    let chosen = changed.choices(solution.chosenOptions).filter {
      Int($0.item) == question.creator
    }
    // Where a rule asks for spend, a dearer deal of hers may become the better one.
    let isConstant =
      !asksForSpend && solution.outcome != .infeasible
      || !others.contains { question.isEdited($0.kind) }
    return Outside(
      value: solution.value,
      bound: solution.outcome == .infeasible ? -.infinity : solution.bound,
      isConstant: isConstant && !chosen.contains { question.isEdited(Int($0.kind)) })
  }

  private mutating func verdict(
    _ question: FeeQuestion, kind: Int?, fee: Double, _ outside: Outside
  ) -> Verdict {
    let creator = question.creator
    let deals = question.deals(atFee: fee)
    guard deals.contains(where: { kind == nil || $0.kind == kind }) else { return .isOut }
    var changed = problem.allocation.replacingOptions(ofItem: creator, by: deals)
    if let kind {
      changed.items[creator].requiredKinds.append([Int32(kind)])
    } else {
      changed.items[creator].isRequired = true
    }
    let goal = outside.bound - look.slack
    guard
      let solution = look.solve(changed, goal: goal, cutoff: outside.value - look.slack)
    else { return .outOfWork }
    if solution.value >= goal, solution.value > -.infinity { return .isIn }
    if solution.outcome == .infeasible || solution.bound < outside.value - look.slack {
      return .isOut
    }
    return .open
  }
}
