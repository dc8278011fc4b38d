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
    var grade = max(response.roster.viewGrades[row], response.roster.feeGrades[row])
    grade = max(grade, affinityGrade(creator: deal.creator, product: product))
    guard problem.campaign.brief.objective != .reach else { return grade }
    return max(grade, response.products.conversionGrades[product])
  }

  /// Own embeddings are measured; what was made of text is estimated.
  func affinityGrade(creator: Int, product: Int) -> Grade {
    let embeddings = problem.response.embeddings
    guard embeddings.isKnown(creator: creator, product: product) else { return .default }
    return embeddings.source == .own ? .measured : .estimated
  }
}
