import Casting
import CastingPlanning

extension CreatorContent {
  /// The layout's name and version.
  static let schema = "castplan/explain/1"

  /// Full precision, null for what is unknown.
  var document: JSONValue { .object(who + why + changes) }

  private var who: [(key: String, value: JSONValue)] {
    [
      ("schema", .string(Self.schema)),
      ("objective", .string(creator.objective.rawValue)),
      ("creator_id", .string(creator.creatorID)),
      ("name", .string(creator.name)),
      ("platform", .string(creator.platform)),
      ("tier", .string(creator.tier.rawValue)),
      ("followers", .number(creator.followers)),
    ]
  }

  private var why: [(key: String, value: JSONValue)] {
    [
      ("product_id", creator.productID.map { .string($0) } ?? .null),
      ("format", creator.format.map { .string($0.rawValue) } ?? .null),
      ("in_plan", .bool(creator.deal != nil)),
      ("planned_products", .array(creator.plannedProducts.map { .string($0) })),
      ("rank", creator.deal.map { .number(Double($0.rank)) } ?? .null),
      ("marginal_value", creator.deal.map { .number($0.marginalValue) } ?? .null),
      ("reason", .string(wording.reason(creator))),
      ("factors", .array(creator.factors.map(Self.factor))),
      ("typical_of", creator.peers.map(Self.peers) ?? .null),
    ]
  }

  private var changes: [(key: String, value: JSONValue)] {
    [
      ("stated_fee", .number(creator.statedFee)),
      ("break_even_fee", .number(creator.deal?.breakEvenFee ?? .nan)),
      ("entry_fee", .number(creator.deal == nil ? creator.fee.fee ?? .nan : .nan)),
    ] + PlanJSON.fee(creator.fee, creator.feeBasis) + [
      ("stated_engagement_rate", .number(creator.statedEngagement)),
      ("entry_engagement", Self.engagement(creator.engagement)),
    ]
  }

  private static func factor(_ factor: DealFactor) -> JSONValue {
    .object([
      ("factor", .string(factor.kind.rawValue)), ("value", .number(factor.value)),
      ("typical", .number(factor.typical)), ("ratio", .number(factor.value / factor.typical)),
      ("grade", factor.grade.map { .string($0.word) } ?? .null),
    ])
  }

  private static func peers(_ peers: PeerGroup) -> JSONValue {
    .object([
      ("platform", peers.platform.isEmpty ? .null : .string(peers.platform)),
      ("tier", peers.tier.map { .string($0.rawValue) } ?? .null),
      ("creators", .number(Double(peers.count))),
    ])
  }

  /// Null where the question makes no sense or was not decided; a rate of null: none is enough.
  private static func engagement(_ entry: CreatorExplanation.EngagementEntry?) -> JSONValue {
    switch entry {
    case .at(let rate, let outAt):
      .object([("rate", .number(rate)), ("out_at", .number(outAt))])
    case .some(.none): .object([("rate", .null), ("out_at", .number(1))])
    case .undecided, nil: .null
    }
  }

  /// Of a rule.
  static func document(_ rule: RuleExplanation) -> JSONValue {
    let report = rule.rule
    return .object([
      ("schema", .string(schema)),
      ("objective", .string(rule.objective.rawValue)),
      ("rule", .string(report.name)),
      ("lower", .number(report.lower)),
      ("activity", .number(report.activity)),
      ("upper", .number(report.upper)),
      ("price", .number(report.price)),
      ("value", .number(rule.value)),
      ("bound", .number(rule.bound)),
      ("without", rule.without.map(WhatIfContent.row) ?? .null),
      ("costs", .number(rule.foundCost ?? .nan)),
      ("cost", .number(rule.cost ?? .nan)),
      ("budget_step", PlanJSON.budgetStep(rule.budgetStep)),
    ])
  }
}
