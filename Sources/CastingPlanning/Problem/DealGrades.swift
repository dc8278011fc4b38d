import Casting

/// How well the inputs of a deal are known: predictions of the user's own are measured.
struct DealGrades: Sendable {
  let problem: CastingProblem

  func grade(_ deal: DealCandidate) -> Grade {
    let product = problem.kinds.product(ofKind: deal.kind)
    let response = problem.response
    guard !problem.predicted.contains(creator: deal.creator, product: product),
      let place = response.formats.inPlay.firstIndex(of: problem.kinds.format(ofKind: deal.kind))
    else { return .measured }
    return response.grade(
      creator: deal.creator, product: product, formatPosition: place,
      isAgreed: problem.screen.bookedFee(creator: deal.creator, kind: deal.kind) != nil,
      objective: problem.campaign.brief.objective)
  }
}
