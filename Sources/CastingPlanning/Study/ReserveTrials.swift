import Allocation
import AllocationAudit
import Casting

/// Finds what becomes of a plan without one of its creators, by solving again.
struct ReserveTrials {
  var look: SecondLook
  private let problem: CastingProblem
  private let settings: PlannerSettings
  /// Of the plan.
  private let chosen: Set<WarmStart.Choice>

  init(_ look: SecondLook, _ solution: AllocationSolution, settings: PlannerSettings) {
    self.look = look
    self.settings = settings
    problem = look.problem
    chosen = Set(problem.allocation.choices(solution.chosenOptions))
  }

  /// Nil where a limit came before the gap asked for.
  mutating func reserve(of deal: DealCandidate) -> Reserve? {
    let changed = allocation(without: deal.creator)
    guard let solution = look.solve(changed, gap: settings.relativeGap) else { return nil }
    if solution.outcome == .infeasible { return Reserve(deal: nil, loss: .infinity) }
    guard solution.value > -.infinity,
      solution.bound - solution.value
        <= max(settings.relativeGap, 1e-9) * solution.bound.magnitude
    else { return nil }
    return Reserve(
      deal: newcomer(solution, changed), loss: look.value - solution.value)
  }

  /// The problem in which a creator has no deals but those that she confirmed.
  private func allocation(without creator: Int) -> AllocationProblem {
    let accounts = problem.personOfAccount[creator].map { problem.persons[$0].rows } ?? [creator]
    var changed = problem.allocation
    for account in accounts {
      let confirmed = problem.options(ofCreator: account)
        .map { problem.candidate(option: $0, creator: account) }
        .filter { problem.status(of: $0) == .confirmed }
      let kinds = Set(confirmed.map { Int32($0.kind) })
      changed = changed.replacingOptions(ofItem: account, by: confirmed)
      changed.items[account].requiredKinds.removeAll { kinds.isDisjoint(with: $0) }
      if confirmed.isEmpty { changed.items[account].isRequired = false }
    }
    return changed
  }

  /// The deal that comes in and that the new plan owes most to.
  private func newcomer(
    _ solution: AllocationSolution, _ changed: AllocationProblem
  ) -> Reserve.Deal? {
    let audit = PlanAudit(changed)
    var best: (choice: WarmStart.Choice, worth: Double)?
    let choices = changed.choices(solution.chosenOptions)
    for (choice, option) in zip(choices, solution.chosenOptions.sorted())
    where !chosen.contains(choice) {
      let rest = solution.chosenOptions.filter { $0 != option }
      let worth = solution.value - audit.value(of: rest)
      if worth > best?.worth ?? -.infinity { best = (choice, worth) }
    }
    return best.map { best in
      let kind = Int(best.choice.kind)
      return Reserve.Deal(
        creatorID: problem.campaign.roster.creatorIDs[Int(best.choice.item)],
        productID: problem.campaign.products.products[problem.kinds.product(ofKind: kind)].id,
        format: problem.kinds.format(ofKind: kind))
    }
  }
}

extension CastingProblem {
  /// How far the talks about a deal went; nil where nothing is booked.
  func status(of deal: DealCandidate) -> Booking.Status? {
    booking(of: deal)?.status
  }

  func booking(of deal: DealCandidate) -> Booking? {
    screen.booked.isEmpty
      ? nil
      : screen.booked.booking(
        creator: deal.creator, product: kinds.product(ofKind: deal.kind),
        format: kinds.format(ofKind: deal.kind))
  }
}
