import Casting

/// The rules of one campaign, each once.
package struct RuleSet: Sendable {
  package let catalogue: RuleCatalogue
  /// In the order of a plan's; a rule's number is its place here.
  package let rules: [any CastingRule]
  /// What can be kept, loosened or dropped by itself, the most telling first.
  package let sides: [CampaignRule]
  /// By side: the rule, and which side of it.
  private let owners: [(rule: Int, side: Int)]

  package init(_ campaign: Campaign, _ catalogue: RuleCatalogue = .standard) {
    self.catalogue = catalogue
    let rules = catalogue.rules(of: campaign)
    self.rules = rules
    var all: [(side: CampaignRule, rule: Int, number: Int)] = []
    for (number, rule) in rules.enumerated() {
      for (place, side) in rule.sides.enumerated() {
        all.append((CampaignRule(side, of: rule), number, place))
      }
    }
    // The order decides which of several sets of clashing rules is shown.
    let order = all.indices.sorted {
      let (one, other) = (all[$0], all[$1])
      return (one.side.order.rawValue, rules[one.rule].place, $0)
        < (other.side.order.rawValue, rules[other.rule].place, $1)
    }
    sides = order.enumerated().map { place, number in
      var side = all[number].side
      side.number = place
      return side
    }
    owners = order.map { (all[$0].rule, all[$0].number) }
  }

  /// The rule that a side is of.
  func rule(ofSide side: Int) -> any CastingRule { rules[owners[side].rule] }

  /// The rules that plans list, in their order.
  package var listed: [any CastingRule] { rules.filter(\.isListed) }

  /// Creators whom rules on single creators name.
  var singleCreators: Set<String> {
    Set(rules.filter(\.isOfSingleCreators).flatMap(\.creatorIDs))
  }

  /// The first side of the first rule of a kind.
  func firstSide<Rule: CastingRule>(of kind: Rule.Type) -> (rule: Rule, side: Int)? {
    for side in sides.indices {
      if let rule = rule(ofSide: side) as? Rule { return (rule, side) }
    }
    return nil
  }

  // MARK: Other rules

  /// The campaign with its rules as the state has them: what the user would have to write.
  func edited(_ campaign: Campaign, _ state: RuleState) -> Campaign {
    var settings = rules.map { $0.sides.map { _ in Relaxation.Setting.dropped } }
    for (side, owner) in owners.enumerated() {
      settings[owner.rule][owner.side] = state.setting(of: side)
    }
    var edited = campaign
    // Plans made without a rule may be held against it: their deals have the same amounts in the same lists.
    edited.brief.countsViews =
      campaign.brief.countsViews || campaign.brief.quotas.contains { $0.measure == .views }
    edited.brief.countsPosts =
      campaign.brief.countsPosts || campaign.brief.quotas.contains { $0.measure == .posts }
    for (rule, settings) in zip(rules, settings) where !settings.isEmpty {
      rule.write(settings, to: &edited)
    }
    for kind in catalogue.kinds { kind.tidy(&edited) }
    return edited
  }

  /// The campaign without what a name stands for, a rule or one of its sides; nil where it has no such
  /// rule, or none that can be dropped. And whether plans are worth there what they are worth here.
  func dropping(
    _ name: String, from campaign: Campaign
  ) -> (campaign: Campaign, isWorthTheSame: Bool)? {
    let named = numbers(called: name).map { rules[$0] }.filter(\.canBeDropped)
    guard !named.isEmpty else {
      let called = sides.indices.filter {
        rule(ofSide: $0).canBeDropped && sides[$0].isCalled(name)
      }
      guard !called.isEmpty else { return nil }
      let state = called.reduce(RuleState(sides)) { $0.dropping($1) }
      return (edited(campaign, state), true)
    }
    var edited = campaign
    for rule in named { rule.drop(from: &edited) }
    for kind in catalogue.kinds { kind.tidy(&edited) }
    return (edited, named.allSatisfy(\.isWorthTheSame))
  }
}

extension Campaign {
  /// Every side of every rule that can be loosened, the most telling first: what must be, then what
  /// limits it.
  ///
  /// Formats, slots and the days of creators are facts of the tables, not rules, but for slots that
  /// locks overstep.
  package var rules: [CampaignRule] { RuleSet(self).sides }
}
