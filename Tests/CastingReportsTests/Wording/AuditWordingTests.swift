import Casting
import CastingPlanning
import CastingReports
import Testing

@Suite("Promises of plans, in every language")
struct AuditWordingTests {
  private let check = WordingCheck(
    names: [
      "C0042", "P03", "female_20_29", "apart C1, C2", "quota x", "main_age", "engagement_rate",
      "@a",
      "platform x", "USD",
    ] + RuleKind.allCases.map(\.rawValue) + [
      "deals", "creators", "yen", "share_of_spend", "units",
    ])

  @Test("Every promise is a phrase")
  func promises() {
    for promise in AuditPromise.allCases { check.expect(phrase: { $0.text(promise) }) }
  }

  static let statements: [AuditStatement] =
    [
      .number(value: 12.5, at: .plan), .number(value: .infinity, at: .rule(name: "quota x")),
      .number(value: -.infinity, at: .rule(name: "budget")),
      .number(
        value: 1e-7,
        at: .cell(creator: "C0042", product: "P03", format: .post, cell: "female_20_29")),
      .number(value: 3, at: .deal(creator: "C0042", product: "P03", format: .story)),
      .range(least: 1, most: 2.5), .range(least: -.infinity, most: 5),
      .range(least: 3, most: .infinity), .allowedDeal,
      .deal(creator: "C0042", product: "P03", format: .live), .rule(name: "quota x"), .noRule,
      .rules(names: ["quota x", "budget", "keep"]), .rulesAsTheyStand, .eachDealOnce,
      .fewDeals(of: .known(creator: "C0042"), most: 2),
      .oneDealPerProduct(of: .unnamed(row: 7)), .lowSpend(of: .known(creator: "C0042"), most: 9e4),
      .cast(creator: .known(creator: "C0042")), .castForProduct(creator: .unnamed(row: 1)),
      .limits(rule: "quota x", least: 1, most: 4), .allOrNone(group: "apart C1, C2"),
      .atMostOne(group: "apart C1, C2"), .sameDealTwice, .deals(count: 3), .twoDeals,
      .spend(yen: 120_000), .noDeal, .noDealOfProduct, .use(value: 4), .castOfGroup(count: 2),
    ] + Objective.allCases.map { .objective(name: $0) } + [.currency(code: "USD")] + details

  private static let details: [AuditStatement] =
    [
      .number(value: 2, at: .creator(id: "C0042")), .number(value: 2, at: .product(id: "P03")),
      .number(value: 2, at: .productCell(product: "P03", cell: "female_20_29")),
      .number(value: 2, at: .budget(yen: 1_000_000)),
      .column(name: "main_age", text: nil, creator: "C0042"),
      .column(name: "engagement_rate", text: "0.02", creator: "C0042"),
      .ruleKind(kind: .budget, subject: nil, unit: .yen, isWhole: false),
      .ruleKind(kind: .quota, subject: "platform x", unit: .shareOfSpend, isWhole: false),
      .ruleKind(kind: .lock, subject: "C0042", unit: .deals, isWhole: true),
      .daysAndFormats(from: nil, to: nil, formats: [.live]),
      .daysAndFormats(from: "2026-12-01", to: "2026-12-20", formats: [.live, .post]),
      .budgetPoint(budget: 400_000, value: nil, bound: nil),
      .budgetPoint(budget: 400_000.5, value: 12.5, bound: 13), .neverFalling,
    ] + RulePressure.allCases.map { .pressure(side: $0, rule: "quota x") }

  @Test("Every statement is a phrase, on either side of a difference")
  func statements() throws {
    try WordingCheck.expectAllCases(of: AuditStatement.self, in: Self.statements)
    try WordingCheck.expectAllCases(
      of: AuditPlace.self,
      in: Self.statements.compactMap { if case .number(_, let place) = $0 { place } else { nil } })
    for statement in Self.statements {
      // A number beside its place is in brackets in English.
      if !"\(statement)".contains("inf") { check.expect(phrase: { $0.text(statement) }) }
      let difference = AuditFinding.Difference(expected: statement, found: statement)
      check.expect(phrase: { $0.expected(difference) })
      check.expect(phrase: { $0.found(difference) })
    }
  }

  @Test("What older plans do not say is a sentence")
  func untold() {
    for part in AuditUntold.allCases { check.expect(sentence: { $0.untold([part]) }) }
    check.expect(sentence: { $0.untold(AuditUntold.allCases) })
  }

  @Test("Relaxed rules that were accepted, and the conclusion, are sentences")
  func around() {
    for change in ClashWordingTests.changes {
      WordingCheck(names: ClashWordingTests.names).expect(sentence: { $0.accepted(change) })
    }
    for count in 0...2 {
      check.expect(sentence: { wording in
        wording.conclusion(
          AuditPromise.allCases.enumerated().map { place, promise in
            AuditFinding(
              promise, place < count ? .init(expected: .noDeal, found: .twoDeals) : nil)
          })
      })
    }
  }
}
