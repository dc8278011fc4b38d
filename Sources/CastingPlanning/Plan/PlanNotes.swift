import Casting

/// Sentences on what a plan assumes and what stands out in it.
struct PlanNotes {
  let problem: CastingProblem
  let deals: [PlannedDeal]

  func sentences() -> [String] {
    [defaultConversion(), estimatedFees(), estimatedViews(), unknownAffinity()]
      .compactMap { $0 }
  }

  private func defaultConversion() -> String? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let grades = problem.response.products.conversionGrades
    let count = grades.count { $0 == .default }
    guard count > 0 else { return nil }
    return "\(count) of \(grades.count) products have no conversion rate of their own: "
      + "\(Yen.percent(problem.campaign.brief.conversion)) of the people reached are taken to buy. "
      + "Put your own rates into the column conversion."
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
      + "\(Yen.text(middle)), between \(Yen.text(low)) and \(Yen.text(high)). Ask for quotes."
  }

  private func estimatedViews() -> String? {
    let count = scored { $0.roster.viewGrades[$1] == .estimated }.count
    guard count > 0 else { return nil }
    return "\(count) of \(deals.count) deals have no measured views: theirs are estimated from "
      + "followers and tier."
  }

  private func unknownAffinity() -> String? {
    let embeddings = problem.response.embeddings
    let count = deals.count {
      !isPredicted($0) && !embeddings.isKnown(creator: $0.creator, product: $0.product)
    }
    guard count > 0 else { return nil }
    return "\(count) of \(deals.count) deals have no text or tags to compare: their affinity is a "
      + "low default."
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
