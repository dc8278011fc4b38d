import Casting
import CastingPlanning

/// A what-if with a row of every sort.
enum SampleWhatIf {
  static let names = ["C0042", "C0053", "P03", "P02", "set order_capacity=5000", "春の案", "ban C1"]

  static let changes: [ScenarioChange] = [
    .base, .allAtOnce, .numbered(number: 2), .budget(yen: 3_000_000),
    .fee(creator: "C0042", format: nil, yen: 80_000),
    .fee(creator: "C0042", format: .video, yen: 80_000), .dropRule(rule: "ban C1"),
    .dropRule(rule: "order capacity"), .productSpend(product: "P03", yen: 100_000),
    .productSpend(product: "P03", yen: -100_000), .typed(words: "set order_capacity=5000"),
  ]

  static func make() -> (base: WhatIfRow, rows: [WhatIfRow]) {
    let base = row(.changes([.base]), 2_000_000, value: 9_500_000)
    var first = row(.changes([.budget(yen: 1_000_000)]), 1_000_000, value: 6_000_000)
    first.next = [
      ScenarioStep(deal: coming, cost: 90_000, value: 200_000),
      ScenarioStep(deal: other, cost: 30_000, value: 90_000),
      ScenarioStep(deal: going, cost: -20_000, value: -10_000),
    ]
    var second = row(.changes([.dropRule(rule: "ban C1")]), 2_000_000, value: 9_700_000)
    second.takenFrom = .changes([.base])
    second.outcomes = Outcomes(
      p10: 8_000_000, p50: 9_600_000, p90: 11_000_000, mean: 9_650_000,
      conditionalValueAtRisk: 7_500_000, lossProbability: 0.02, draws: 4_096)
    var none = WhatIfRow(name: "春の案", budget: 1)
    none.status = .infeasible
    none.clash = ["ban C1", "budget"]
    second.liftedRules = ["ban C1", "order capacity"]
    let late = WhatIfRow(name: .changes([.numbered(number: 2)]), budget: 2_000_000)
    var empty = row(.changes([.budget(yen: 20_000)]), 20_000, value: 0)
    empty.dealCount = 0
    empty.emptyReason = .overBudget(
      cost: 30_000, budget: 20_000, creatorID: "C0042", productID: "P03")
    var alone = WhatIfRow(name: .changes([.budget(yen: 2)]), budget: 2)
    (alone.status, alone.clash) = (.infeasible, ["ban C1"])
    var untold = WhatIfRow(name: .changes([.budget(yen: 3)]), budget: 3)
    untold.status = .infeasible
    return (base, [first, second, none, late, empty, alone, untold])
  }

  static let joint: JointPlan = {
    var row = Self.row(.changes([.allAtOnce]), 1_000_000, value: 7_000_000)
    row.added = [coming]
    row.dropped = [going, other]
    var joint = JointPlan(row: row)
    joint.isPlanOf = .changes([.budget(yen: 1_000_000)])
    joint.parts = [("春の案", 0.4), ("ban C1", 0.6)].map { name, probability in
      var part = JointPlan.Part(name: .given(name), probability: probability)
      (part.value, part.regret, part.spend) = (6_900_000, 80_000, 990_000)
      return part
    }
    return joint
  }()

  private static let coming = ScenarioDeal(
    creatorID: "C0042", productID: "P03", format: .live, cost: 90_000)
  private static let other = ScenarioDeal(
    creatorID: "C0053", productID: "P03", format: .post, cost: 30_000)
  private static let going = ScenarioDeal(
    creatorID: "C0053", productID: "P02", format: .story, cost: 20_000)

  private static func row(_ name: ScenarioName, _ budget: Double, value: Double) -> WhatIfRow {
    var row = WhatIfRow(name: name, budget: budget)
    row.status = .optimal
    (row.value, row.bound, row.gap) = (value, value * 1.0005, 0.0005)
    (row.spend, row.marginalReturn, row.dealCount) = (budget * 0.99, 2.5, 12)
    return row
  }
}
