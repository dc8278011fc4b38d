import Allocation
import Casting
import LinearAlgebra

/// By how much the bound at a plan's prices would rise if a rule that can only be lifted whole were.
///
/// The prices stay as they are, so the best plan without the rule gains at most so much (and the
/// plan's own gap).
struct RulePrices: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals
  let threads: Int

  private static let creatorsPerBlock = 512

  /// In the unit of the objective, never negative; 0 for a difference of rounding alone.
  ///
  /// - Parameter number: of the rule, among the campaign's.
  func price(lifting rule: some WholeRule, _ number: Int) -> Double {
    let lift = problem.lifting(rule: number)
    let parts = self.parts(touchedBy: rule, lift)
    var differences = [Double](repeating: 0, count: parts.count)
    differences.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: parts.count, blockSize: Self.creatorsPerBlock, threads: threads) {
        for part in $1 { output.base[part] = difference(parts[part], rule, lift) }
      }
    }
    return differences.reduce(0, +)
  }

  private func difference(_ part: [Int], _ rule: some WholeRule, _ lift: RuleLift) -> Double {
    if part.count == 1, isIndifferent(part[0], rule, lift) { return 0 }
    let with = earnings(part, groups: problem.links.groups) { problem.terms(ofCreator: $0) }
    let without = earnings(
      part,
      groups: problem.links.groups.filter { $0.number != lift.number }.map { group in
        var group = group
        if let shared = group.shared {
          group.rule = .within(options: shared.deals, cost: rule.liftedSpend(shared.cost))
        }
        return group
      }
    ) { creator in
      var terms = problem.terms(ofCreator: creator)
      rule.lift(&terms, of: creator, lift)
      return terms
    }
    guard with.isFinite, without.isFinite else { return 0 }
    let rise = without - with
    return rise > 1e-10 * max(with.magnitude, without.magnitude) ? rise : 0
  }

  /// Whether the rule certainly costs nothing of a creator: she may take what she likes, brings back
  /// no deal without it, and likes one deal at most, which breaks no rule on several.
  private func isIndifferent(_ creator: Int, _ rule: some WholeRule, _ lift: RuleLift) -> Bool {
    guard rule.bindsSetsAlone(of: creator, lift) else { return false }
    let terms = problem.terms(ofCreator: creator)
    return !terms.mustBeCast && CreatorChoice.gainfulDeals(terms, priced: priced) < 2
  }

  /// Creators whose choice the rule limits, each with those whose choice depends on hers.
  private func parts(touchedBy rule: some WholeRule, _ lift: RuleLift) -> [[Int]] {
    var touched = (0..<problem.allocation.itemCount).filter { rule.touches($0, lift) }
    var parts: [[Int]] = []
    let components = problem.links.components
    for component in components where !Set(touched).isDisjoint(with: component) {
      parts.append(component)
    }
    let linked = Set(components.joined())
    if !linked.isEmpty { touched.removeAll { linked.contains($0) } }
    return parts + touched.map { [$0] }
  }

  /// The most that creators who depend on each other earn together at the prices.
  private func earnings(
    _ part: [Int], groups: [CampaignLinks.Group], _ terms: (Int) -> CreatorTerms
  ) -> Double {
    if part.count > 1, groups.contains(where: { $0.shared != nil && part.contains($0.members[0]) })
    {
      return SharedChoice.most(
        part.map { SharedChoice.Member(creator: $0, terms: terms($0)) }, groups: groups,
        problem: problem, priced: priced)
    }
    let members = part.map { creator -> PartyChoice.Member in
      let terms = terms(creator)
      return PartyChoice.Member(
        creator: creator,
        earnings: CreatorChoice.earnings(terms, problem: problem, priced: priced),
        isRequired: terms.mustBeCast)
    }
    return PartyChoice.most(members, groups: part.count > 1 ? groups : [])
  }
}

extension CastingProblem {
  /// - Parameter number: of a rule, among the campaign's.
  fileprivate func lifting(rule number: Int) -> RuleLift {
    RuleLift(
      number: number, frame: ruleFrame, items: allocation.items, refusals: refusals, bans: bans,
      groups: links.groups,
      deals: { creator, isSpendLimit in
        self.offeredDeals(ofCreator: creator).filter {
          self.admits($0, withoutBansOf: number, withoutSpendLimit: isSpendLimit)
        }
      })
  }
}
