import Casting

/// Finds what a plan assumes.
struct PlanNotes {
  let problem: CastingProblem
  let deals: [PlannedDeal]

  func notes() -> [PlanNote] {
    [
      defaultConversion(), formatConversions(), estimatedFees(), estimatedViews(),
      unknownAffinity(),
    ]
    .compactMap { $0 }
  }

  private func defaultConversion() -> PlanNote? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let response = problem.response
    let formats = response.formats.parts
    guard formats.contains(.live) else { return nil }
    let products = problem.campaign.products.count
    let count = (0..<products).count {
      response.products.conversionGrade(product: $0, format: .live) == .default
    }
    guard count > 0 else { return nil }
    return .defaultConversion(
      products: count, of: products, rate: problem.campaign.brief.conversion,
      besideOthers: formats.count > 1)
  }

  /// Formats other than live whose rates nobody stated.
  private func formatConversions() -> PlanNote? {
    guard problem.campaign.brief.objective != .reach else { return nil }
    let response = problem.response
    let products = 0..<problem.campaign.products.count
    let assumed = response.formats.parts.filter { format in
      format != .live
        && products.contains {
          response.products.conversionGrade(product: $0, format: format) != .measured
        }
    }
    guard !assumed.isEmpty, !products.isEmpty else { return nil }
    let brief = problem.campaign.brief
    if assumed.allSatisfy({ brief.formatConversions[$0] != nil }) { return nil }
    return .formatConversions(
      formats:
        assumed.map {
          .init(format: $0, rate: FormatConversion.usual($0, brief))
        }, live: brief.conversion)
  }

  private func estimatedFees() -> PlanNote? {
    let estimated = scored { $0.roster.feeGrades[$1] == .estimated }
    guard !estimated.isEmpty else { return nil }
    var low = 0.0
    var middle = 0.0
    var high = 0.0
    let fees = OfferedFees(problem.campaign.roster, problem.campaign.brief.terms)
    for deal in estimated {
      guard
        let rate = problem.campaign.roster.usualFee(
          perFollowerOf: deal.creator, problem.campaign.brief.terms)
      else { continue }
      let followers = problem.campaign.roster.followers[deal.creator]
      if deal.format.package != nil {
        // Fees of other parts may be known.
        let fee = fees.fee(creator: deal.creator, format: deal.format)
        let estimates = fees.estimates(creator: deal.creator, format: deal.format) * followers
        low += fee - (rate.middle - rate.low) * estimates
        middle += fee
        high += fee + (rate.high - rate.middle) * estimates
        continue
      }
      low += rate.low * followers
      middle += rate.middle * followers
      high += rate.high * followers
    }
    return .estimatedFees(
      deals: estimated.count, of: deals.count, middle: middle, low: low, high: high)
  }

  private func estimatedViews() -> PlanNote? {
    let count = scored { $0.roster.viewGrades[$1] == .estimated }.count
    guard count > 0 else { return nil }
    return .estimatedViews(deals: count, of: deals.count)
  }

  private func unknownAffinity() -> PlanNote? {
    let embeddings = problem.response.embeddings
    let count = deals.count {
      !isPredicted($0) && !embeddings.isKnown(creator: $0.creator, product: $0.product)
    }
    guard count > 0 else { return nil }
    return .unknownAffinity(deals: count, of: deals.count)
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
