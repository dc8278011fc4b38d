import Casting

/// Slots of a person whose accounts are locked for more deals than she can take; else they are a fact
/// of the roster, and no rule.
struct PersonSlotsRule: CastingRule {
  /// Among the roster's persons.
  let number: Int
  let person: Roster.Person
  /// Slots that allow all her accounts a deal of every product.
  let enough: Double

  static func rules(of campaign: Campaign) -> [PersonSlotsRule] {
    guard !campaign.brief.locks.isEmpty else { return [] }
    let locked = Set(campaign.brief.locks.map(\.creatorID))
    let roster = campaign.roster
    return roster.personsWithAccounts().enumerated().compactMap { number, person in
      let enough = max(1, campaign.products.products.count) * person.rows.count
      guard person.slots < enough,
        person.rows.contains(where: { locked.contains(roster.creatorIDs[$0]) })
      else { return nil }
      return PersonSlotsRule(number: number, person: person, enough: Double(enough))
    }
  }

  var label: RuleLabel { .slots(creatorID: person.name) }
  var name: String { "\(person.name) slots" }
  var unit: RuleUnit { .deals }
  var place: Int { number }
  var isListed: Bool { false }
  var isFact: Bool { true }
  var isOfSingleCreators: Bool { true }

  /// `AccountsRule` puts the limit in.
  func compile(into draft: inout ProblemDraft) {}

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(
      name: name, lower: -.infinity, activity: reading.activity(of: self),
      upper: Double(person.slots), price: 0)
  }

  /// Deals of all her accounts.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let rows = Set(person.rows)
    return { plan, _ in Double(plan.deals.count { rows.contains($0.creator) }) }
  }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: Double(person.slots), unit: unit, word: "slots", order: .slots)]
  }

  /// Stays hers whatever becomes of the slots of single accounts.
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.roster.personSlots[person.name] = settings[0].limit ?? enough
  }
}
