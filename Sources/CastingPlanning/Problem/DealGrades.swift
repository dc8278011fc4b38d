import Casting

/// How well the inputs of a deal are known: the worst of views, fee, affinity and conversion.
struct DealGrades: Sendable {
  let problem: CastingProblem

  func grade(_ deal: DealCandidate) -> Grade {
    let product = problem.kinds.product(ofKind: deal.kind)
    let response = problem.response
    let formats = response.formats.inPlay
    guard !problem.predicted.contains(creator: deal.creator, product: product),
      let place = formats.firstIndex(of: problem.kinds.format(ofKind: deal.kind))
    else { return .measured }
    let row = deal.creator * formats.count + place
    let isAgreed = problem.screen.bookedFee(creator: deal.creator, kind: deal.kind) != nil
    var grade = max(
      response.roster.viewGrades[row], isAgreed ? .measured : response.roster.feeGrades[row])
    grade = max(grade, affinityGrade(creator: deal.creator, product: product))
    guard problem.campaign.brief.objective != .reach else { return grade }
    return max(grade, response.products.conversionGrade(product: product, format: formats[place]))
  }

  /// The user's own words and vectors on both sides are measured; a pair about which nothing is
  /// said has the affinity assumed for strangers.
  func affinityGrade(creator: Int, product: Int) -> Grade {
    problem.response.embeddings.isKnown(creator: creator, product: product)
      ? .measured : .default
  }
}
