extension ResponseModel {
  /// How well the inputs of a deal are known: the worst of views, fee, affinity and, where orders count,
  /// conversion.
  ///
  /// - Parameters:
  ///   - place: of the format among those in play.
  ///   - isAgreed: whether talks settled the fee, whatever the roster states.
  package func grade(
    creator: Int, product: Int, formatPosition place: Int, isAgreed: Bool, objective: Objective
  ) -> Grade {
    let row = creator * formats.inPlay.count + place
    var grade = max(
      roster.viewGrades[row], isAgreed ? .measured : roster.feeGrades[row])
    grade = max(grade, affinityGrade(creator: creator, product: product))
    guard objective != .reach else { return grade }
    return max(grade, products.conversionGrade(product: product, format: formats.inPlay[place]))
  }

  /// The user's own words and vectors on both sides are measured; a pair about which nothing is
  /// said has the affinity assumed for strangers.
  package func affinityGrade(creator: Int, product: Int) -> Grade {
    embeddings.isKnown(creator: creator, product: product) ? .measured : .default
  }
}
