/// Sentences on what a plan assumes and what stands out in it.
struct PlanNotes {
  let problem: CastingProblem
  let deals: [PlannedDeal]

  func sentences() -> [String] {
    [defaultConversion(), estimatedFees(), estimatedViews(), unknownAffinity(), largestShare()]
      .compactMap { $0 }
  }

  private func defaultConversion() -> String? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let grades = problem.response.products.conversionGrades
    let count = grades.count { $0 == .default }
    guard count > 0 else { return nil }
    return "\(count) of \(grades.count) products use the brief's conversion of "
      + "\(Yen.percent(problem.campaign.brief.conversion)) per reached person: "
      + "supply your own rates in the column conversion"
  }

  private func estimatedFees() -> String? {
    let estimated = scored { $0.roster.feeGrades[$1] == .estimated }
    guard !estimated.isEmpty else { return nil }
    var low = 0.0
    var middle = 0.0
    var high = 0.0
    for deal in estimated {
      let rate = CampaignDefaults.yenPerFollower(platform: deal.platform)
      let followers = problem.campaign.roster.followers[deal.creator]
      low += rate.low * followers
      middle += rate.middle * followers
      high += rate.high * followers
    }
    return "\(estimated.count) of \(deals.count) fees are estimated from followers: together "
      + "\(Yen.text(middle)), within \(Yen.text(low)) to \(Yen.text(high)); ask for quotes"
  }

  private func estimatedViews() -> String? {
    let count = scored { $0.roster.viewGrades[$1] == .estimated }.count
    guard count > 0 else { return nil }
    return "\(count) of \(deals.count) deals have no measured views: they are estimated from "
      + "followers and tier"
  }

  private func unknownAffinity() -> String? {
    let embeddings = problem.response.embeddings
    let count = deals.count {
      !isPredicted($0) && !embeddings.isKnown(creator: $0.creator, product: $0.product)
    }
    guard count > 0 else { return nil }
    return "\(count) of \(deals.count) deals have no text, tags or embedding to compare: their "
      + "affinity is the default"
  }

  private func largestShare() -> String? {
    var valueOfCreator: [Int: Double] = [:]
    for deal in deals { valueOfCreator[deal.creator, default: 0] += deal.marginalValue }
    let value = deals.last?.cumulativeValue ?? 0
    let largest = valueOfCreator.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let largest, value > 0 else { return nil }
    return "\(problem.campaign.roster.creatorIDs[largest.key]) brings the largest share of the "
      + "value: \(Yen.percent(largest.value / value))"
  }

  /// Deals that castplan scored itself and whose creator × format passes the test.
  private func scored(_ passes: (ResponseModel, Int) -> Bool) -> [PlannedDeal] {
    let formats = problem.response.formats.inPlay
    return deals.filter { deal in
      guard !isPredicted(deal), let place = formats.firstIndex(of: deal.format) else {
        return false
      }
      return passes(problem.response, deal.creator * formats.count + place)
    }
  }

  private func isPredicted(_ deal: PlannedDeal) -> Bool {
    problem.predicted.contains(creator: deal.creator, product: deal.product)
  }
}
