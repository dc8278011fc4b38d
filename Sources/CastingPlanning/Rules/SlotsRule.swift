import Casting

/// Slots of a creator who is locked for more deals than they allow; else slots are a fact of the
/// roster, and no rule.
struct SlotsRule: CastingRule {
  /// Row of the roster.
  let creator: Int
  let creatorID: String
  let limit: Double
  /// Slots that allow her a deal of every product.
  let enough: Double

  static func rules(of campaign: Campaign) -> [SlotsRule] {
    guard !campaign.brief.locks.isEmpty else { return [] }
    let roster = campaign.roster
    let locked = Set(campaign.brief.locks.map(\.creatorID))
    let enough = Double(max(1, campaign.products.count))
    return (0..<roster.count).compactMap { creator in
      let id = roster.creatorIDs[creator]
      guard locked.contains(id) else { return nil }
      let slots = roster.slots.value(creator, default: 1).rounded(.down)
      guard slots < enough else { return nil }
      return SlotsRule(creator: creator, creatorID: id, limit: max(0, slots), enough: enough)
    }
  }

  var label: RuleLabel { .slots(creatorID: creatorID) }
  var name: String { "\(creatorID) slots" }
  var unit: RuleUnit { .deals }
  var place: Int { creator }
  var isListed: Bool { false }
  var isFact: Bool { true }
  var isOfSingleCreators: Bool { true }

  /// Items have their slots from the roster.
  func compile(into draft: inout ProblemDraft) {}

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(
      name: name, lower: -.infinity, activity: reading.activity(of: self), upper: limit, price: 0)
  }

  /// Deals of the creator.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let creator = creator
    return { plan, _ in Double(plan.deals.count { $0.creator == creator }) }
  }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: limit, unit: unit, word: "slots", order: .slots)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if !campaign.roster.slots.isPresent {
      campaign.roster.slots = NumberColumn(
        [Double](repeating: .nan, count: campaign.roster.count))
    }
    campaign.roster.slots.values[creator] = settings[0].limit ?? enough
  }
}
