/// What is said of a deal that a list has and nobody can make.
enum ComparisonWording {
  static func impossible(_ deal: DealList.Deal, _ problem: CastingProblem) -> String {
    if problem.predicted.contains(creator: deal.creator, product: deal.product) {
      return "her deals in --deals have no such format"
    }
    if problem.refusals[deal.creator].contains(.unavailable) {
      return "she is not free in the campaign window, or has no slot"
    }
    return deal.format == nil
      ? "she has no fee for it, or the product does not allow her formats"
      : "she has no fee for this format, or the product does not allow it"
  }
}
