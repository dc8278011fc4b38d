import Casting
import CastingPlanning

extension JSONValue {
  /// Which deal it is.
  static func members(of deal: ScenarioDeal) -> [(key: String, value: JSONValue)] {
    [
      ("creator_id", .string(deal.creatorID)), ("product_id", .string(deal.productID)),
      ("format", .string(deal.format.rawValue)),
    ]
  }

  /// With their costs.
  init(_ deals: [ScenarioDeal]) {
    self = .array(
      deals.map { .object(Self.members(of: $0) + [("cost", .number($0.cost))]) })
  }

  init(_ step: ScenarioStep) {
    self = .object(
      Self.members(of: step.deal) + [
        ("cost", .number(step.cost)), ("value", .number(step.value)),
      ])
  }
}
