import Casting
import CastingPlanning
import CastingReports
import Testing

@Suite("Rules that cannot hold together, in every language")
struct ClashWordingTests {
  static let names = [
    "春のスキンケア", "certification gold: creators ≥ 5", "platform tiktok: spend_share ≤ 0.25",
    "lock C0007 for P02", "ban agency Acme", "window 2026-12-01 to 2026-12-10", "P01 creators",
    "apart C1, C2", "together C1, C2", "C0 slots", "P01 spend", "P01 stock",
    "agency Acme: creators ≤ 3",
  ]
  private let check = WordingCheck(names: names)

  /// Every kind of rule, with every change that its side allows.
  private static let rules: [ClashingRule] = {
    let gold = DealFilter(values: [.certification: ["gold"]])
    let labels: [(RuleLabel, CampaignRule.Side, String, RuleUnit)] = [
      (.budget, .maximum, "budget", .yen),
      (
        .productCreators(productID: "P01", minimum: 3, maximum: nil), .minimum, "P01 creators",
        .creators
      ),
      (
        .productCreators(productID: "P01", minimum: nil, maximum: 3), .maximum, "P01 creators",
        .creators
      ),
      (.productSpend(productID: "P01", maximum: 500_000), .maximum, "P01 spend", .yen),
      (
        .quota(filter: gold, measure: .creators, minimum: 5, maximum: nil), .minimum,
        "certification gold: creators ≥ 5", .creators
      ),
      (
        .spendShare(filter: gold, minimum: nil, maximum: 0.25), .maximum,
        "platform tiktok: spend_share ≤ 0.25", .shareOfSpend
      ),
      (
        .agencyCreators(agency: "Acme", maximum: 3), .maximum, "agency Acme: creators ≤ 3",
        .creators
      ),
      (.spendPerCreator(yen: 500_000, shareOfBudget: nil), .maximum, "spend per creator", .yen),
      (.exclusiveCategories, .whole, "exclusive categories", .deals),
      (.lock(creatorID: "C0007", productID: "P02"), .whole, "lock C0007 for P02", .deals),
      (.ban(filter: gold), .whole, "ban agency Acme", .deals),
      (.competitors(brands: ["Acme"], days: 90), .whole, "competitors", .deals),
      (
        .audienceTarget(target: AudienceShare(cells: ["female"], range: 0.3...1)), .whole,
        "audience target", .deals
      ),
      (.apart(creatorIDs: ["C1", "C2"]), .whole, "apart C1, C2", .creators),
      (.together(creatorIDs: ["C1", "C2"]), .whole, "together C1, C2", .creators),
      (
        .window(from: "2026-12-01", to: "2026-12-10"), .whole, "window 2026-12-01 to 2026-12-10",
        .deals
      ),
      (.keep(changes: 3), .maximum, "keep", .deals),
      (.slots(creatorID: "C0"), .maximum, "C0 slots", .deals),
      (.stock(productID: "P01"), .maximum, "P01 stock", .units),
      (.orderCapacity, .maximum, "order capacity", .orders),
      (.other(name: "P01 spend"), .maximum, "P01 spend", .yen),
    ]
    let days = CampaignWindow(
      from: CalendarDay(year: 2026, month: 12, day: 1)!,
      to: CalendarDay(year: 2026, month: 12, day: 12)!)
    return labels.flatMap { label, side, name, unit -> [ClashingRule] in
      let limit = unit == .shareOfSpend ? 0.25 : unit == .yen ? 500_000.0 : 3
      let stated = RuleSide(side, limit: limit, unit: unit, word: "rule", order: .budget)
      let rule = CampaignRule(stated, label: label, name: name)
      var changes: [ClashingRule.Change] = [.drop]
      if case .window = label { changes.append(.window(days)) }
      switch rule.side {
      case .minimum: changes += [.limit(from: limit, to: 0), .limit(from: limit, to: limit / 3)]
      case .maximum: changes += [.limit(from: limit, to: limit * 1.2), .limit(from: 0, to: 1)]
      case .whole: break
      }
      return changes.map {
        ClashingRule(rule: rule, change: $0, scope: .campaign, unproved: 0, isVerified: true)
      }
    }
  }()

  @Test("Every rule says what stands against it, and what would mend it")
  func rules() throws {
    try WordingCheck.expectAllCases(
      of: ClashConflict.self, in: Self.rules.map { $0.conflict(alone: true) })
    try WordingCheck.expectAllCases(of: RuleLabel.self, in: Self.rules.map(\.rule.label))
    for var rule in Self.rules {
      for scope in [ClashingRule.Scope.campaign, .clash, .undecided] {
        for (unproved, isVerified) in [(0.0, true), (0.05, false), (1.0, true)] {
          (rule.scope, rule.unproved, rule.isVerified) = (scope, unproved, isVerified)
          for isAlone in [true, false] {
            let rule = rule
            check.expect(phrase: { $0.conflict(rule, alone: isAlone) })
          }
          let rule = rule
          check.expect(phrase: { $0.change(rule) })
          check.expect(phrase: { $0.remedy(rule) })
        }
      }
    }
  }

  static let changes: [RuleChange] =
    rules.map { RuleChange($0) } + [
      .lower(rule: "P01 spend", side: .maximum, from: 3_000.5, to: 1, unit: .yen),
      .raise(rule: "order capacity", side: .maximum, from: 3, to: 5, unit: .orders),
      .raise(rule: "C0 slots", side: .maximum, from: 1, to: 2, unit: .units),
    ]

  @Test("What was done to a rule, and for whose sake")
  func notes() throws {
    try WordingCheck.expectAllCases(of: RuleChange.self, in: Self.changes)
    for change in Self.changes {
      check.expect(phrase: { $0.done(change) })
      for rivals in [[], ["budget"], ["P01 creators", "budget", "keep"]] {
        check.expect(sentence: { $0.note(RelaxedRule(change, rivals: rivals)) })
      }
    }
  }

  @Test("Sentences around the rules")
  func around() {
    let sample = SampleClash.make()
    for clashes in [sample.clashes, [sample.clashes[0]], []] {
      for isMended in [true, false] {
        var report = sample
        (report.clashes, report.isMended) = (clashes, isMended)
        let head = report
        check.expect(sentence: { $0.head(head) })
        if !clashes.isEmpty { check.expect(sentence: { $0.conclusion(head) }) }
      }
    }
    var alone = sample
    alone.campaign = ""
    alone.clashes[0].rules = [alone.clashes[0].rules[0]]
    let lone = alone
    check.expect(sentence: { $0.head(lone) })
    check.expect(sentence: { $0.notSmallest })
    for clash in [sample.clashes[0], lone.clashes[0]] {
      for number in 0...1 {
        // A colon leads to the rules.
        for wording in [Wording.english, .japanese] {
          let text = wording.introduction(clash, number)
          #expect(text.hasSuffix(wording.language == .english ? ":" : "："))
        }
      }
    }
  }

  @Test("Rules that a list breaks")
  func breaches() {
    for unit in [RuleUnit.deals, .creators, .yen, .shareOfSpend, .orders, .units] {
      for side in [CampaignRule.Side.minimum, .maximum] {
        for (limit, found) in [(0.5, 0.125), (nil, 2.0), (1.0, nil)] as [(Double?, Double?)] {
          let breach = RuleBreach(
            rule: "P01 spend", side: side, limit: limit, found: found, unit: unit)
          check.expect(phrase: { $0.text(breach) })
        }
      }
    }
  }
}
