import CastingPlanning

extension PlanFileReader {
  /// Nil where the file does not say what the plan may come to.
  func outcomes(_ root: JSONNode) throws(PlanFileProblem) -> Outcomes? {
    guard let interval = try root.member(ifAny: "value_interval"), !interval.isNull,
      let more = try root.member(ifAny: "uncertainty")
    else { return nil }
    let loss = try more.member("probability_of_loss")
    return Outcomes(
      p10: try interval.member("p10").number(), p50: try interval.member("p50").number(),
      p90: try interval.member("p90").number(), mean: try more.member("mean").number(),
      conditionalValueAtRisk: try more.member("cvar_10").number(),
      lossProbability: loss.isNull ? nil : try loss.number(),
      draws: try more.member("draws").integer())
  }

  func inputDigests(_ root: JSONNode) throws(PlanFileProblem) -> Set<String> {
    var digests: Set<String> = []
    for input in try root.member(ifAny: "inputs")?.elements() ?? [] {
      digests.insert(try input.member("sha256").text())
    }
    return digests
  }
}
