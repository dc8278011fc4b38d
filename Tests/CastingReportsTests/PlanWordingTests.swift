import Casting
import CastingPlanning
import CastingReports
import Testing

struct PlanWordingTests {
  private static func plan(
    value: Double, bound: Double, _ status: Plan.Status = .optimal, _ objective: Objective = .gmv
  ) -> Plan {
    var plan = Plan(objective: objective, budget: 1)
    plan.status = status
    plan.value = value
    plan.bound = bound
    plan.gap = (bound - value) / bound
    plan.askedGap = 0.001
    return plan
  }

  private static func standsOut(_ plan: Plan) -> [String] {
    plan.highlights.map { Wording.english.text($0) }
  }

  @Test func `a gap is rounded up and the bound too`() {
    #expect(
      Wording.english.certificate(Self.plan(value: 12_084_500, bound: 12_088_050.2))
        == "No plan that obeys the rules can be worth more than ¥12,088,051; "
        + "this one is within 0.03 %.")
  }

  @Test func `a tiny gap is not shown as none`() {
    let sentence = Wording.english.certificate(Self.plan(value: 999_999.99, bound: 1_000_000))
    #expect(sentence.hasSuffix("within 0.000001 %."))
  }

  @Test func `a closed gap is called proved best`() {
    #expect(
      Wording.english.certificate(Self.plan(value: 5, bound: 5))
        == "No plan that obeys the rules can be worth more than this one: it is proved best.")
  }

  @Test(arguments: [(Objective.orders, "1,000 orders"), (.reach, "1,000 people"), (.ltv, "¥1,000")])
  func `the bound is in the unit of the objective`(_ objective: Objective, _ amount: String) {
    let sentence = Wording.english.certificate(
      Self.plan(value: 990, bound: 999.5, .feasible, objective))
    #expect(sentence.contains("worth more than \(amount); this one is within 0.96 %."))
    #expect(sentence.contains("A limit stopped the search before the 0.10 % asked for"))
  }

  @Test func `no plan is said plainly`() {
    let sentence = Wording.english.certificate(Self.plan(value: 0, bound: 1, .infeasible))
    #expect(sentence == "No plan obeys the rules.")
  }

  @Test func `what stands out names the creator, the rule, the products and the grades`() {
    let text = Self.standsOut(SamplePlan.make()).joined(separator: "\n")
    #expect(text.contains("美咲🌸スキンケア研究所 carries 57 % of the value"))
    #expect(text.contains("Another ¥10,000 of budget would add about ¥23,450."))
    #expect(
      text.contains(
        "The rule that costs most is {platform: tiktok} count 1…3: without it the plan would be worth "
          + "at most ¥52,001 more."))
    #expect(text.contains("All 2 products are promoted."))
    #expect(text.contains("The stock of P2 sells out"))
    #expect(text.contains("62 % of the value rests on measured inputs, 30 % on estimates and 8 %"))
  }

  @Test func `of rules of which some were not solved the one named is the dearest of the others`() {
    var plan = SamplePlan.make()
    plan.rules[2].cost = nil
    #expect(
      Self.standsOut(plan).contains(
        "Without the rule {platform: tiktok} count 1…3 the plan would be worth at most ¥52,001 more."
      ))
    plan.rules[1].cost = nil
    #expect(!Self.standsOut(plan).joined().contains("costs most"))
  }

  /// Prices may be anything where no plan has slack; no sentence is made of them.
  @Test func `prices are not told`() {
    var plan = SamplePlan.make()
    plan.prices.budget = 1e9
    for number in plan.rules.indices {
      plan.rules[number].price = -86_246_487_550
      plan.rules[number].cost = nil
    }
    plan.budgetStep = nil
    let text = Self.standsOut(plan).joined(separator: "\n")
    #expect(!text.contains("Another") && !text.contains("costs most"))
  }

  @Test func `what is only rounding is not told`() {
    var plan = SamplePlan.make()
    plan.budgetStep?.adds = 1e-4
    for number in plan.rules.indices { plan.rules[number].cost = 1e-9 }
    let text = Self.standsOut(plan).joined(separator: "\n")
    #expect(!text.contains("Another") && !text.contains("costs most"))
  }

  @Test func `stock is not spoken of where people are counted`() {
    let text = Self.standsOut(SamplePlan.make(objective: .reach)).joined()
    #expect(!text.contains("stock"))
  }
}
