import Allocation
import Casting

/// One problem for several scenarios at once: its plans are those that obey the rules of all, and its
/// values are those of the scenarios' mean.
///
/// A deal must be to be had in every scenario; its cost counts as the highest, its reach, its value, the
/// conversions, stocks and capacities as their means. Where scenarios differ in rules alone this is
/// exact. Elsewhere the mean may promise more than it keeps, and for single differences never less
/// (`boundHolds`): what a fixed plan sells, min(stock, Σ_s c_s h_s(reach)), is concave in stock,
/// capacity and conversions together, and in reach, so that its mean is at most its value at the mean
/// (Jensen's inequality).
struct JointProblem {
  /// Why scenarios cannot be planned together.
  enum Obstacle: Error, Sendable { case objectives, formats, keptPlans }

  let allocation: AllocationProblem
  /// Whether bounds of the problem bound the mean value of every plan that obeys all rules.
  let boundHolds: Bool
  private let problems: [CastingProblem]
  private let weights: [Double]

  /// - Parameters:
  ///   - problems: of the same creators and products.
  ///   - weights: probabilities; sum to 1.
  init(_ problems: [CastingProblem], weights: [Double]) throws(Obstacle) {
    let briefs = problems.map(\.campaign.brief)
    if briefs.contains(where: { $0.objective != briefs[0].objective }) { throw .objectives }
    if briefs.contains(where: { $0.keep?.deals != briefs[0].keep?.deals }) { throw .keptPlans }
    if problems.contains(where: { $0.kinds != problems[0].kinds }) { throw .formats }
    self.problems = problems
    self.weights = weights
    let all = problems.map(\.allocation)
    var joint = AllocationProblem.joining(all, weights: weights)
    // Categories tell more deals apart than products do.
    if let exclusive = problems.first(where: \.campaign.brief.exclusiveCategories) {
      joint.kindExclusion = exclusive.allocation.kindExclusion
    }
    allocation = joint
    boundHolds = Self.boundHolds(all, briefs)
  }

  /// Costs that differ count as too high in the rules; conversions and reach that differ both may
  /// meet in the same scenario; a worth, a market or a curve that differs is not averaged by Jensen's
  /// inequality.
  private static func boundHolds(_ all: [AllocationProblem], _ briefs: [Brief]) -> Bool {
    func differ<Value: Equatable>(_ value: (AllocationProblem) -> Value) -> Bool {
      all.contains { value($0) != value(all[0]) }
    }
    func optionsDiffer(_ numbers: (AllocationProblem) -> [Double]) -> Bool {
      all.dropFirst().contains { other in
        (0..<other.itemCount).contains { item in
          let known = Dictionary(
            uniqueKeysWithValues: (all[0].optionStart[item]..<all[0].optionStart[item + 1]).map {
              (all[0].optionKind[$0], $0)
            })
          return (other.optionStart[item]..<other.optionStart[item + 1]).contains { option in
            known[other.optionKind[option]].map {
              numbers(all[0])[$0] != numbers(other)[option]
            } ?? false
          }
        }
      }
    }
    let isCurveSame = !briefs.contains { $0.saturation != briefs[0].saturation }
    guard isCurveSame, !differ(\.groupWorth), !differ(\.poolCapacity), !differ(\.segmentShares),
      !differ({ $0.items.map(\.fixedCost) }), !optionsDiffer(\.optionCost)
    else { return false }
    return !(differ(\.poolYield) && optionsDiffer(\.optionReach))
  }
}
