import Allocation
import Casting

/// Finds out whether the groups of the brief keep a creator out who earns her own cost.
struct LinkedInquiry: Sendable {
  private let problem: CastingProblem
  private let priced: PricedDeals
  private let castCreators: Set<Int>
  /// Of the plan.
  private let deals: [DealCandidate]
  /// Those who go together, and those who are kept apart from any of them.
  private let parties: CastParties
  /// Those who are kept apart from a creator by a group of her own.
  private let apart: CastParties

  /// - Parameter deals: of the plan.
  init(problem: CastingProblem, priced: PricedDeals, deals: [DealCandidate]) {
    self.problem = problem
    self.priced = priced
    self.deals = deals
    castCreators = Set(deals.map(\.creator))
    parties = CastParties(problem.links.groups)
    apart = CastParties(problem.links.groups.filter { $0.rule == .atMostOne })
  }

  /// Nil when no group does: she is in none, or does not earn her own cost.
  ///
  /// - Parameter earnings: of her best deal at the plan's prices, her activation paid.
  func obstacle(_ creator: Int, earnings: Double) -> LeftOutReason? {
    if earnings >= 0, let account = fullAccount(beside: creator) {
      return .personFull(as: account)
    }
    let party = parties.party(of: creator)
    let rivals = parties.rivals(of: creator)
    guard party.count > 1 || !rivals.isEmpty else { return nil }
    if parties.isTornApart(creator) { return .tornApart }
    for companion in party where companion != creator {
      if let reason = hindrance(companion) { return .companionOut(companion, because: reason) }
    }
    guard earnings >= 0 else { return nil }
    if let rival = rivals.first(where: castCreators.contains) {
      // Kept apart herself, or through the one who has to come with her.
      if apart.rivals(of: creator).contains(rival) { return .keptApart(from: rival) }
      let companion = party.first { apart.rivals(of: $0).contains(rival) }
      return companion.map { .companionOut($0, because: .apart) }
    }
    return tooDearCompanion(creator, party)
  }

  /// Another account of hers that is cast, where that leaves this one no slot or too little spend.
  private func fullAccount(beside creator: Int) -> Int? {
    for group in problem.links.groups where group.members.contains(creator) {
      guard let shared = group.shared else { continue }
      let taken = deals.filter { group.members.contains($0.creator) && $0.creator != creator }
      guard let first = taken.first else { continue }
      let spend = taken.reduce(0) { $0 + $1.cost }
      let cheapest = problem.bookableDeals(ofCreator: creator).map(\.cost).min() ?? 0
      if taken.count >= shared.deals || spend + cheapest > shared.cost * (1 + 1e-9) {
        return first.creator
      }
    }
    return nil
  }

  /// Why no plan can hold the creator at all; nil when some can.
  private func hindrance(_ creator: Int) -> CompanionObstacle? {
    guard problem.bookableDeals(ofCreator: creator).isEmpty else { return nil }
    if !problem.options(ofCreator: creator).isEmpty { return .tooDear }
    let refusal = problem.refusals[creator]
    // Deals that are too dear are none that the brief bans.
    if !refusal.isDisjoint(with: [.overSpendLimit, .overBudget]) { return .tooDear }
    if refusal.contains(.banned) { return .banned }
    return refusal.contains(.unavailable) ? .unavailable : .offersNothing
  }

  /// The companion who earns least, when the party together does not earn its cost.
  private func tooDearCompanion(_ creator: Int, _ party: [Int]) -> LeftOutReason? {
    let earnings = party.map {
      CreatorChoice.earnings(problem.terms(ofCreator: $0), problem: problem, priced: priced)
    }
    let total = earnings.reduce(0, +)
    guard total < 0, let place = party.indices.min(by: { earnings[$0] < earnings[$1] }),
      party[place] != creator
    else { return nil }
    return .companionTooDear(party[place])
  }
}
