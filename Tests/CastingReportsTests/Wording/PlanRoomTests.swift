import Casting
import CastingFiles
import CastingPlanning
import CastingReports
import Testing

@Suite("Plans, in every language")
struct PlanRoomTests {
  private let check = WordingCheck(names: [
    "conversion: {video: 0.0002, story: 0.0003}",
    "C0042", "C0053", "C0061", "P01", "P02", "ふむりそ", "gold", "plan.csv", "conversion",
    "risk_aversion",
    "minimum_marginal_return", "PLAN CREATOR …", "{platform: tiktok} count 1…3", "prefecture",
    "Tokyo", "スキンケア", "conversion_video",
  ])

  private static let reasons: [DealReason] =
    [
      .lockedByBrief, .booked(status: .confirmed), .booked(status: .asked), .booked(status: .hold),
      .booked(status: .declined), .predicted, .affinity(own: 0.91, average: 0.59),
      .engagement(rate: 0.031, tier: .micro, average: 0.02), .costsNothing,
      .costOfReach(own: 5_165, average: 12_034), .audienceBuys(times: 1.14),
      .onlyCarrier(product: "P02"), .cheapestCarrier(product: "P02"),
      .countsForRule(rule: "{platform: tiktok} count 1…3"), .worthItsPrice,
      .buyersReachedAlready(share: 0.34), .inHouse, .certified(level: "gold"),
    ] + Objective.allCases.map { .worthOfReach(own: 1_577.4, average: 1_071.2, objective: $0) }

  @Test("Why a deal is in the plan")
  func dealReasons() throws {
    try WordingCheck.expectAllCases(of: DealReason.self, in: Self.reasons)
    for reason in Self.reasons { check.expect(phrase: { $0.text(reason) }) }
  }

  private static let day = CalendarDay(year: 2026, month: 10, day: 1)!

  private static let leftOut: [LeftOutFact] =
    [
      .banned, .unavailable, .declined, .ask, .askWithoutRate, .offersNoFormat,
      .ng(word: "スキンケア", product: "P01"),
      .audience(share: 0.2, least: 0.35, isAssumed: true),
      .competitor(brand: "C0042", from: nil, to: nil, days: 90, before: day),
      .competitor(brand: "C0042", from: day, to: day, days: 90, before: day),
      .competitor(brand: "C0042", from: nil, to: day, days: 90, before: day),
      .competitor(brand: "C0042", from: day, to: nil, days: 90, before: day),
      .audience(share: 0.2, least: 0.35, isAssumed: false),
      .overSpendLimit(cost: 90_000, limit: 80_000),
      .overBudget(cost: 90_000, budget: 80_000),
      .overRule(rule: "{platform: tiktok} count 1…3", cost: 90_000, limit: 50_000),
      .moreThanRule(rule: "{platform: tiktok} count 1…3"), .reachesNobody(product: "P01"),
      .audienceReached(product: "P01", by: ["C0042"], cell: "female_30_39"),
      .audienceReached(product: "P01", by: ["C0042", "C0053"], cell: "male_60_plus"),
      .audienceReached(product: "P01", by: ["C0042", "C0053", "C0061"], cell: "prefecture"),
      .outputSold(product: "P01"), .ruleFull(rule: "{platform: tiktok} count 1…3", product: "P01"),
      .keptApart(from: "C0042"), .personFull(as: "C0042"), .tornApart,
      .companionTooDear(with: "C0042"),
      .tooDear(product: "P01"), .neverPays(product: "P01"), .nextInLine(product: "P01"),
      .feeTooHigh(by: 12_000, product: "P01", isAtMost: true),
      .feeTooHigh(by: 12_000, product: "P01", isAtMost: false), .nextAtTodaysFee(product: "P01"),
      .noFeeIsLowEnough(product: "P01"),
    ]
    + [.banned, .unavailable, .apart, .tooDear, .offersNothing].map {
      .companionOut(with: "C0042", because: $0)
    }

  @Test("Why a creator is not")
  func leftOutReasons() throws {
    try WordingCheck.expectAllCases(of: LeftOutFact.self, in: Self.leftOut)
    for reason in Self.leftOut {
      // Clauses are told apart by a semicolon, in either language.
      for clause in Wording.english.text(reason).components(separatedBy: "; ").indices {
        check.expect(phrase: {
          $0.text(reason).components(separatedBy: $0.clauseSeparator)[clause]
        })
      }
    }
  }

  private static let notes: [PlanNote] =
    [
      .budgetFound(
        answer: .leastSpend(
          target: 2e7, objective: .gmv, spend: 1_234_567, noLessThan: 1_234_000.5)),
      .budgetFound(
        answer: .leastSpend(
          target: 300, objective: .orders, spend: 1_234_567, noLessThan: 1_234_567)),
      .budgetFound(
        answer: .leastSpend(target: 3e5, objective: .reach, spend: 1_234_567, noLessThan: nil)),
      .budgetFound(answer: .returnReached(budget: 3_000_000, rate: 1.25)),
      .defaultConversion(products: 4, of: 8, rate: 0.02, besideOthers: false),
      .defaultConversion(products: 4, of: 8, rate: 0.02, besideOthers: true),
      .formatConversions(
        formats: [.init(format: .video, rate: 0.0002), .init(format: .story, rate: 0.0003)],
        live: 0.02),
      .estimatedFees(deals: 3, of: 22, middle: 300_000, low: 200_000, high: 450_000),
      .estimatedViews(deals: 3, of: 22), .unknownAffinity(deals: 3, of: 22),
      .unsolvedFees(deals: 12, leftOut: 0), .unsolvedFees(deals: 1, leftOut: 1_777),
      .unsolvedFees(deals: 0, leftOut: 1), .notCompared(ways: [.oneStar]),
      .notCompared(ways: RuleOfThumb.allCases),
      .shortlist(listed: 4_321, of: 1_000_000, leftOut: 999_000, told: 20_000),
      .shortlist(listed: 4_321, of: 10_000, leftOut: 9_000, told: 20_000),
    ] + emptyReasons.map { .nobodyCast(because: $0) }

  private static let emptyReasons: [EmptyPlanReason] = [
    .nothingOnOffer, .allLeftOut(banned: 3, unavailable: 0), .allLeftOut(banned: 3, unavailable: 9),
    .overBudget(cost: 30_000, budget: 20_000, creatorID: "C0042", productID: "P01"),
    .overRule(name: "{platform: tiktok} count 1…3"), .nothingPays,
  ]

  @Test("What a plan rests on, and what was not looked at")
  func planNotes() throws {
    try WordingCheck.expectAllCases(of: PlanNote.self, in: Self.notes)
    try WordingCheck.expectAllCases(of: EmptyPlanReason.self, in: Self.emptyReasons)
    for note in Self.notes { check.expect(sentence: { $0.text(note) }) }
  }

  private static let highlights: [PlanHighlight] =
    [
      .largestCreator(name: "ふむりそ", share: 0.21), .allPromoted(products: 1),
      .allPromoted(products: 8), .someUnpromoted(promoted: 1, of: 2, missing: ["P02"]),
      .someUnpromoted(promoted: 2, of: 8, missing: ["P01", "P02", "P01", "P02", "P01", "P02"]),
      .soldOut(products: ["P01"]),
      .stability(core: 12, of: 22, plans: 100, reserves: []),
      .stability(
        core: 12, of: 22, plans: 100,
        reserves: [
          .init(
            deal: ScenarioDeal(creatorID: "C0042", productID: "P01", format: .live, cost: 1),
            share: 0.4)
        ]),
      .grades(measured: 0.59, estimated: 0.09, defaults: 0.32),
    ]
    + RowNoun.allCases.flatMap { table -> [PlanHighlight] in
      [(2, 0), (0, 1), (694, 12)].map {
        .missingRows(table: table, leftOut: $0, read: 2_000, cells: $1)
      }
    }
    + Objective.allCases.flatMap { objective -> [PlanHighlight] in
      [
        .moreBudget(yen: 10_000, adds: 28.5, objective: objective),
        .dearestRule(
          rule: "budget", atMost: 17_441.5, objective: objective, solved: 1, isOfAll: true),
        .dearestRule(
          rule: "{platform: tiktok} count 1…3", atMost: 1_744, objective: objective, solved: 1,
          isOfAll: false),
        .dearestRule(
          rule: "{platform: tiktok} count 1…3", atMost: 1_744, objective: objective, solved: 9,
          isOfAll: false),
        .outcomes(p10: 100, p90: 2_000, worstTenth: 90, loss: nil, objective: objective),
        .outcomes(p10: 100, p90: 2_000, worstTenth: 90, loss: 0.001, objective: objective),
        .outcomes(p10: 100, p90: 2_000, worstTenth: 90, loss: 0.2, objective: objective),
        .riskCharge(charge: 100, expected: 2_000, objective: objective),
      ]
    }

  @Test("What stands out")
  func highlightSentences() throws {
    try WordingCheck.expectAllCases(of: PlanHighlight.self, in: Self.highlights)
    for highlight in Self.highlights { check.expect(sentence: { $0.text(highlight) }) }
  }

  @Test("What it comes to, how good it is proved to be, and labels")
  func heads() {
    let check = WordingCheck(names: ["春のスキンケア", "plan.csv", "castplan"])
    for objective in Objective.allCases {
      for (status, gap) in [
        (Plan.Status.optimal, 0.0003), (.optimal, 0), (.feasible, 0.02), (.infeasible, 0),
      ] {
        for (campaign, bound) in [("春のスキンケア", 3.6e6), ("", Double.infinity)] {
          var plan = SamplePlan.make(objective: objective)
          (plan.status, plan.gap, plan.bound, plan.campaign) = (status, gap, bound, campaign)
          let shown = plan
          check.expect(phrase: { $0.head(shown) })
          check.expect(sentence: { $0.certificate(shown) })
        }
      }
      for isProved in [true, false] {
        for budget in [1e6, .infinity] {
          let miss = UnreachedTarget(
            objective: objective, target: 2e7, value: 1.2e7, bound: isProved ? 1.3e7 : 2.1e7,
            budget: budget)
          check.expect(
            { $0.text(miss) }, Wording.english.text(miss).hasSuffix(".") ? .sentence : .phrase)
        }
      }
    }
    for label in PlanLabel.allCases where label != .number {
      check.expect(phrase: { $0.text(label) })
    }
    for way in RuleOfThumb.allCases { check.expect(phrase: { $0.text(way) }) }
    check.expect(phrase: { $0.dealsInFile(12) })
  }
}
