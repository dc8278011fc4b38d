import Allocation
import Casting

/// Finds the engagement rate at which a creator left out is cast: edits it in the roster and plans
/// again, as a user would.
struct EngagementSearch {
  /// How near, relatively, the two rates come between which she comes in.
  private static let step = 0.02
  /// Below this rate nothing is tried.
  private static let least = 1e-4

  let campaign: Campaign
  let problem: CastingProblem
  let settings: PlannerSettings

  /// Texts stay the same: only what is typical of the roster and her relationship move.
  func entry(of creator: Int) throws -> CreatorExplanation.EngagementEntry {
    guard let castAtMost = try isCast(creator, rate: 1) else { return .undecided }
    guard castAtMost else { return .none }
    let stated = campaign.roster.engagementRates[creator]
    let usual = problem.response.relationship.engagementReferences[creator]
    // Not cast at what she has, or at what counts as nothing known.
    var low = stated.isNaN ? (usual.isNaN ? Self.least : usual / 100) : max(stated, Self.least)
    var high = 1.0
    while high / low > 1 + Self.step {
      let middle = (low * high).squareRoot()
      guard let isIn = try isCast(creator, rate: middle) else { return .undecided }
      if isIn { high = middle } else { low = middle }
    }
    return .at(rate: high, outAt: low)
  }

  /// Nil when a limit stopped the search.
  private func isCast(_ creator: Int, rate: Double) throws -> Bool? {
    var edited = campaign
    if !edited.roster.engagementRates.isPresent {
      edited.roster.engagementRates = NumberColumn(
        [Double](repeating: .nan, count: edited.roster.count))
    }
    edited.roster.engagementRates.values[creator] = rate
    let response = ResponseModel(
      campaign: edited, norms: RosterNorms(of: edited.roster),
      embeddings: problem.response.embeddings, threads: settings.threads)
    let changed = try CastingProblem(
      edited, rules: settings.rules, threads: settings.threads, reusing: response)
    let solution = AllocationSolver(valid: changed.allocation, settings: settings.allocation)
      .solve(from: changed.lastPlan)
    switch solution.outcome {
    case .infeasible: return false
    case .unknown, .feasible: return nil
    case .optimal: break
    }
    let own = changed.options(ofCreator: creator)
    return solution.chosenOptions.contains { own.contains($0) }
  }
}
