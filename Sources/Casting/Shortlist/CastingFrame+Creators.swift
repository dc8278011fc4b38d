import Allocation

extension CastingFrame {
  /// The problem of some creators, without what the brief asks of single ones.
  ///
  /// - Parameter rows: ascending. Throws `PlannerError`.
  func problem(of rows: [Int], threads: Int) throws -> CastingProblem {
    var part = campaign.selecting(rows)
    (part.brief.locks, part.brief.apart, part.brief.together) = ([], [], [])
    return try CastingProblem(part, threads: threads, reusing: response.selecting(rows))
  }

  /// The problem of listed creators, among them all whom the brief names. Throws `PlannerError`.
  ///
  /// - Parameter rows: ascending.
  func listed(_ rows: [Int], threads: Int) throws -> CastingProblem {
    CastingProblem(
      try CastingFrame(
        campaign.selecting(rows), threads: threads, reusing: response.selecting(rows)),
      threads: threads, selectedFrom: rows)
  }

  /// Creators whom the brief names: casting them is not theirs alone to decide.
  var namedCreators: [Int] {
    let kept = Set(campaign.brief.keep?.deals.map(\.creatorID) ?? [])
    let keptRows =
      kept.isEmpty
      ? [] : (0..<campaign.roster.count).filter { kept.contains(campaign.roster.creatorIDs[$0]) }
    return locks.anyProduct + locks.products.map(\.creator) + links.components.joined() + keptRows
  }

  /// Creators whom rules of thumb would ask first: by followers, and by engagement, until those asked cost
  /// more than the budget.
  func firstOfRulesOfThumb() -> [Int] {
    let roster = campaign.roster
    return first(by: { roster.followers[$0] })
      + first(by: { roster.engagementRates.value($0, default: -1) })
  }

  /// More of the first than any budget is expected to buy are not looked at.
  private static let mostOfRule = 20_000
  /// Rules of thumb pass over some creators, and have yen left.
  private static let spareBudget = 1.5

  private func first(by score: (Int) -> Double) -> [Int] {
    let formats = response.formats.inPlay.count
    var left = Self.spareBudget * (campaign.brief.budget ?? .infinity)
    var chosen: [Int] = []
    let order = (0..<response.roster.count).map { (score: score($0), row: $0) }
      .sorted { ($1.score, $0.row) < ($0.score, $1.row) }
    for (_, row) in order where screen.refusal(creator: row) == nil {
      let fees = response.roster.fees[row * formats..<(row + 1) * formats].filter { !$0.isNaN }
      guard let fee = fees.min(), fee <= screen.spendLimit else { continue }
      guard left > 0, chosen.count < Self.mostOfRule else { break }
      chosen.append(row)
      left -= fee
    }
    return chosen
  }
}
