import Allocation
import Casting

/// The fee of a deal at which its creator's best choice at the plan's prices is no better with it
/// than without it: there the deal's value equals its priced cost and all that it displaces.
///
/// What it displaces is her activation where it is her only deal, the best deals she could have in
/// its place, dearer or cheaper by the same edit where they share its fee, and the creators who
/// cannot be cast beside her.
struct FeeThreshold: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals
  /// Money by which a threshold may be off: far less than the yen or cents in which costs are counted.
  private static let resolution = 1e-3

  /// Money; infinite when no fee is too high, 0 when none is low enough.
  ///
  /// A lock is not counted in: the fee at which the deal would go if it could.
  func breakEven(of deal: DealCandidate, isLocked: Bool) -> Double {
    let question = FeeQuestion(problem: problem, about: deal)
    let component = component(of: deal.creator)
    let isShared = sharesLimits(component)
    let others = isShared ? [] : others(than: deal.creator)
    func advantage(_ fee: Double) -> Double {
      let deals = question.deals(atFee: fee)
      var with = problem.terms(ofCreator: deal.creator, deals: deals)
      var without = with
      let key = with.keys[deal.kind]
      with.deals.removeAll { $0.kind != deal.kind && with.keys[$0.kind] == key }
      guard with.deals.contains(where: { $0.kind == deal.kind }) else { return -.infinity }
      if isLocked {
        (with.requiredProducts, with.isRequired) = ([], false)
        (without.requiredProducts, without.isRequired) = ([], false)
      }
      with.requiredProducts.append(problem.kinds.product(ofKind: deal.kind))
      without.deals.removeAll { $0.kind == deal.kind }
      if isShared {
        return lead(
          shared(component, deal.creator, with), shared(component, deal.creator, without))
      }
      let cast = together(others, deal.creator, earnings(with), isRequired: true)
      let left = together(
        others, deal.creator, earnings(without), isRequired: without.mustBeCast)
      return lead(cast, left)
    }
    let cap = question.highestFee(of: deal)
    if advantage(cap) >= 0 { return cap }
    return last(from: 0, to: cap, where: { advantage($0) >= 0 }) ?? 0
  }

  /// Money; nil when no fee brings the creator in.
  func entry(of deal: DealCandidate) -> Double? {
    let component = component(of: deal.creator)
    if sharesLimits(component) { return entry(of: deal, among: component) }
    let needed = neededEarnings(deal.creator)
    guard needed.isFinite else { return nil }
    let item = problem.allocation.items[deal.creator]
    let activation = priced.activationCharge(deal.creator)
    let paysTogether = item.slots > 1 && (item.fixedCost > 0 || priced.hasTouchCharges)
    guard paysTogether || problem.amounts.growWithCost else {
      let breakEven = priced.cost(of: deal, earning: activation + needed)
      return problem.fee(of: deal, costing: min(breakEven, problem.highestCost(of: deal)))
    }
    // Several deals may pay her activation together, and what is charged beside a cost changes with it.
    let question = FeeQuestion(problem: problem, about: deal)
    return last(from: 0, to: question.highestFee(of: deal)) { fee in
      earnings(problem.terms(ofCreator: deal.creator, deals: question.deals(atFee: fee)))
        >= needed
    }
  }

  /// What a creator has to earn to come in: nothing, or what her groups displace; infinite where
  /// they keep her out, −∞ never.
  func neededEarnings(_ creator: Int) -> Double {
    let others = others(than: creator)
    if others.isEmpty { return 0 }
    let cast = together(others, creator, 0, isRequired: true)
    let left = together(others, creator, -.infinity, isRequired: false)
    return cast > -.infinity ? left - cast : .infinity
  }

  // MARK: Parts

  /// The same where the creator shares her slots with other accounts.
  private func entry(of deal: DealCandidate, among component: [Int]) -> Double? {
    let question = FeeQuestion(problem: problem, about: deal)
    let left = shared(component, deal.creator, problem.terms(ofCreator: deal.creator, deals: []))
    return last(from: 0, to: question.highestFee(of: deal)) { fee in
      var terms = problem.terms(
        ofCreator: deal.creator, deals: question.deals(atFee: fee))
      terms.isRequired = true
      return lead(shared(component, deal.creator, terms), left) >= 0
    }
  }

  /// The solver's prices are right to about as many digits.
  private func lead(_ cast: Double, _ left: Double) -> Double {
    cast == -.infinity ? cast : cast - left + 1e-9 * max(cast.magnitude, left.magnitude)
  }

  private func component(of creator: Int) -> [Int] {
    problem.links.components.first { $0.contains(creator) } ?? []
  }

  private func sharesLimits(_ component: [Int]) -> Bool {
    !component.isEmpty
      && problem.links.groups.contains {
        $0.shared != nil && component.contains($0.members[0])
      }
  }

  /// What a component earns when one of its creators has other terms.
  private func shared(_ component: [Int], _ creator: Int, _ terms: CreatorTerms) -> Double {
    SharedChoice.most(
      component.map { member in
        SharedChoice.Member(
          creator: member,
          terms: member == creator ? terms : problem.terms(ofCreator: member))
      }, groups: problem.links.groups, problem: problem, priced: priced)
  }

  private func earnings(_ terms: CreatorTerms) -> Double {
    CreatorChoice.earnings(terms, problem: problem, priced: priced)
  }

  /// The creators whose casting depends on this one's, with what each would earn.
  private func others(than creator: Int) -> [PartyChoice.Member] {
    component(of: creator).filter { $0 != creator }.map { other in
      let terms = problem.terms(ofCreator: other)
      return PartyChoice.Member(
        creator: other, earnings: earnings(terms), isRequired: terms.mustBeCast)
    }
  }

  private func together(
    _ others: [PartyChoice.Member], _ creator: Int, _ earnings: Double, isRequired: Bool
  ) -> Double {
    guard !others.isEmpty else { return isRequired ? earnings : max(0, earnings) }
    let member = PartyChoice.Member(
      creator: creator, earnings: earnings, isRequired: isRequired)
    return PartyChoice.most(others + [member], groups: problem.links.groups)
  }

  /// The highest fee up to which the test holds, which it does below and no more above; nil when it
  /// fails at the lowest.
  private func last(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double? {
    guard high.isFinite, holds(low) else { return holds(low) ? high : nil }
    var (low, high) = (low, high)
    while high - low > Self.resolution, high - low > 1e-9 * high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    // Costs are whole yen or cents, so most thresholds are.
    let whole = problem.response.money.nearest(low)
    return (whole - low).magnitude <= Self.resolution && holds(whole) ? whole : low
  }
}
