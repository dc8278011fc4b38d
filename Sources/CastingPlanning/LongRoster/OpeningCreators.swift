import Synchronization

/// Creators who are listed whatever they earn: those whom the brief names, and those whom rules of thumb
/// would ask first.
struct OpeningCreators {
  /// Casting them is not theirs alone to decide; rows of the roster.
  private(set) var named: [Int] = []
  /// By followers, and by engagement, until those asked cost more than the budget; rows of the roster.
  private(set) var ofRulesOfThumb: [Int] = []

  /// Who shares slots and spend with whom.
  private(set) var accounts = AccountsOfPersons()

  /// More of the first than any budget is expected to buy are not looked at.
  private static let mostOfRule = 20_000
  /// Rules of thumb pass over some creators, and have yen left.
  private static let spareBudget = 1.5

  private struct Found: Sendable {
    var named: [Int] = []
    var accounts = AccountsOfPersons()
    var byFollowers = TopCreators(most: mostOfRule)
    var byEngagement = TopCreators(most: mostOfRule)
  }

  /// Throws where creators cannot be read.
  init(_ campaign: LongCampaign, threads: Int) throws {
    let brief = campaign.brief
    let names = Set(
      campaign.rules.rules.flatMap(\.creatorIDs) + (brief.keep?.deals.map(\.creatorID) ?? []))
    let all = Mutex(Found())
    try campaign.forEachPart(threads: threads) { rows, frame in
      let roster = frame.campaign.roster
      let named =
        names.isEmpty
        ? [] : (0..<rows.count).filter { names.contains(roster.creatorIDs[$0]) }
      let fees = (0..<rows.count).map { Self.fee(of: $0, frame) }
      all.withLock { all in
        all.named += named.map { rows.lowerBound + $0 }
        all.accounts.add(roster, firstRow: rows.lowerBound)
        for creator in 0..<rows.count {
          guard let fee = fees[creator] else { continue }
          let row = rows.lowerBound + creator
          all.byFollowers.offer(row: row, score: roster.followers[creator], fee: fee)
          all.byEngagement.offer(
            row: row, score: roster.engagementRates.value(creator, default: -1), fee: fee)
        }
      }
    }
    let found = all.withLock { $0 }
    named = found.named.sorted()
    accounts = found.accounts
    accounts.join()
    for ranking in [found.byFollowers, found.byEngagement] {
      var left = Self.spareBudget * (brief.budget ?? .infinity)
      for (row, fee) in ranking.ranked {
        guard left > 0 else { break }
        ofRulesOfThumb.append(row)
        left -= fee
      }
    }
  }

  /// Money that a creator asks for at least; nil where no deal with her can be.
  private static func fee(of creator: Int, _ frame: CastingFrame) -> Double? {
    guard frame.screen.refusal(creator: creator) == nil else { return nil }
    let roster = frame.response.roster
    let formats = roster.formats.count
    let fees = roster.fees[creator * formats..<(creator + 1) * formats].filter { !$0.isNaN }
    return fees.min().flatMap { $0 <= frame.screen.spendLimit ? $0 : nil }
  }
}
