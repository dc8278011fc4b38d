import CastingPlanning

/// Writes what a plan may come to for programs.
enum OutcomeJSON {
  static func interval(_ outcomes: Outcomes?) -> JSONValue {
    guard let outcomes else { return .null }
    return .object([
      ("p10", .number(outcomes.p10)), ("p50", .number(outcomes.p50)),
      ("p90", .number(outcomes.p90)),
    ])
  }

  /// Keys of plan.json on risk; those that say nothing are absent.
  static func members(_ plan: Plan) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    if plan.riskCharge > 0 {
      members += [
        ("risk_charge", .number(plan.riskCharge)),
        ("expected_value", .number(plan.value + plan.riskCharge)),
      ]
    }
    if let outcomes = plan.outcomes { members.append(("uncertainty", uncertainty(outcomes, plan))) }
    if let stability = plan.stability {
      members.append(("stability", self.stability(stability, plan)))
    }
    return members
  }

  /// The deals themselves have their shares.
  private static func stability(_ stability: Stability, _ plan: Plan) -> JSONValue {
    .object([
      ("draws", .number(Double(stability.draws))),
      ("asked_gap", .number(stability.askedGap)),
      ("core_share", .number(Stability.coreShare)),
      ("core_deals", .number(Double(plan.deals.indices.count { stability.isCore($0) }))),
      (
        "reserves",
        .array(
          stability.reserves.map {
            .object(
              JSONValue.members(of: $0.deal) + [
                ("cost", .number($0.deal.cost)), ("stability", .number($0.share)),
              ])
          })
      ),
    ])
  }

  /// With the spreads, so that anybody can draw again.
  private static func uncertainty(_ outcomes: Outcomes, _ plan: Plan) -> JSONValue {
    .object([
      ("mean", .number(outcomes.mean)),
      ("cvar_10", .number(outcomes.conditionalValueAtRisk)),
      ("probability_of_loss", .number(outcomes.lossProbability ?? .nan)),
      ("draws", .number(Double(outcomes.draws))),
      ("campaign_spread", .number(outcomes.campaignSpread)),
      (
        "product_spread",
        .object(
          zip(plan.products, outcomes.productSpreads).map { ($0.productID, .number($1)) })
      ),
      (
        "creator_spread",
        .object(outcomes.creatorSpreads.map { ($0.creatorID, .number($0.spread)) })
      ),
    ])
  }
}
