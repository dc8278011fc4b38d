import Allocation

/// Those of a long roster who are not on the shortlist: why they are not cast, and what rules cost them.
///
/// Their deals are made again, some creators at a time, for those of whom there is something to say.
struct OtherCreators: Sendable {
  let campaign: LongCampaign
  let list: Shortlist
  let threads: Int
  /// Creators left out of whom a plan tells.
  let mostTold: Int

  private var count: Int { campaign.count }

  /// Why the nearest are not in the plan, nearest first; as many as all those told of together.
  ///
  /// - Parameters:
  ///   - findings: of those on the list.
  ///   - inquiry: of those on the list.
  func leftOut(_ findings: [LeftOutFinding], _ inquiry: LeftOutInquiry) throws -> [LeftOutCreator] {
    let isListed = isListed
    var nearest = TopCreators(most: mostTold)
    for finding in findings {
      nearest.offer(row: list.rows[finding.creator], score: finding.earnings)
    }
    for row in 0..<count where !isListed[row] {
      nearest.offer(row: row, score: list.others.earnings[row])
    }
    let order = nearest.ranked.map(\.row)
    var told: [Int: LeftOutCreator] = [:]
    let isTold = Set(order)
    for finding in findings where isTold.contains(list.rows[finding.creator]) {
      told[list.rows[finding.creator]] = LeftOutCreator(finding, of: list.problem)
    }
    let rows = order.filter { !isListed[$0] }.sorted()
    try campaign.forEachPart(of: rows, threads: threads) { rows, problem in
      let priced = PricedDeals(problem: problem, prices: inquiry.prices)
      let part = LeftOutInquiry(
        problem: problem, priced: priced, prices: inquiry.prices,
        castProblem: inquiry.castProblem, cast: inquiry.cast,
        linked: LinkedInquiry(problem: problem, priced: priced, deals: []))
      let isCast = [Bool](repeating: false, count: rows.count)
      for finding in part.findings(isCast: isCast, threads: threads) {
        told[rows[finding.creator]] = LeftOutCreator(
          finding, of: problem, cast: inquiry.castProblem.campaign)
      }
    }
    return order.compactMap { told[$0] }
  }

  /// Who was looked at closely, and who is told of.
  ///
  /// - Parameter leftOut: creators of the list who are not in the plan.
  func note(leftOut: Int) -> PlanNote {
    .shortlist(
      listed: list.rows.count, of: count, leftOut: leftOut + count - list.rows.count,
      told: mostTold)
  }

  /// By how much the bound would rise for them if a rule were lifted, in units of the objective.
  ///
  /// - Parameter number: of the rule, among the campaign's.
  func price(
    lifting rule: some WholeRule, _ number: Int, at prices: AllocationPrices
  ) throws -> Double {
    let isListed = isListed
    let others = list.others
    let touched = (0..<count).filter {
      !isListed[$0]
        && rule.touches(refused: others.refusals[$0], takesSeveral: others.takesSeveral[$0])
    }
    var price = 0.0
    try campaign.forEachPart(of: touched, threads: threads) { _, problem in
      price += RulePrices(
        problem: problem, priced: PricedDeals(problem: problem, prices: prices),
        threads: threads
      ).price(lifting: rule, number)
    }
    return price
  }

  private var isListed: [Bool] { list.isListed(of: count) }
}
