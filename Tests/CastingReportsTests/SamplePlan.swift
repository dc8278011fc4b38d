import Casting
import CastingPlanning
import CastingReports

/// A small plan with made-up Japanese names, emoji and awkward texts.
enum SamplePlan {
  static func make(objective: Objective = .gmv) -> Plan {
    var plan = Plan(objective: objective, budget: 1_000_000)
    plan.campaign = "春のスキンケア"
    plan.deals = deals
    plan.value = 3_500_000.25
    plan.bound = 3_501_050.5
    plan.gap = (plan.bound - plan.value) / plan.bound
    plan.askedGap = 0.001
    plan.priceBound = 3_502_000
    plan.nodes = 3
    plan.spend = 930_000
    plan.seed = 7
    plan.cells = ["female", "male"]
    plan.gradeShares = [0.62, 0.3, 0.08]
    plan.notes = [.defaultConversion(products: 1, of: 2, rate: 0.02, besideOthers: false)]
    plan.prices.budget = 2.345
    plan.prices.stock = [0, 12.5]
    plan.prices.reach = [1.5, 0, 0, 0]
    fillTables(&plan)
    fillDetails(&plan)
    return plan
  }

  private static let deals: [PlannedDeal] = {
    var first = PlannedDeal(rank: 1, creatorID: "C0001", productID: "P1", format: .live)
    first.name = "美咲🌸スキンケア研究所"
    first.platform = "instagram"
    first.tier = .micro
    first.cost = 350_000
    first.affinity = 0.8234567890123457
    first.effectiveReach = 12_345.678
    first.reachByCell = [10_000, 2_345.678]
    first.expectedOrders = 246.9
    first.marginalValue = 2_000_000.25
    first.marginalReturn = 5.714286428571428
    first.cumulativeCost = 350_000
    first.cumulativeValue = 2_000_000.25
    first.locked = true
    first.feeFinding = .locked
    first.reasons = [.lockedByBrief, .affinity(own: 0.8234567890123457, average: 0.66)]
    var second = PlannedDeal(rank: 2, creatorID: "C0002", productID: "P2", format: .video)
    second.name = "Ken \"K, Jr\"\nOta"
    second.platform = "tiktok"
    second.tier = .mid
    second.cost = 580_000
    second.affinity = 0.5
    second.effectiveReach = 40_000
    second.reachByCell = [15_000, 25_000]
    second.expectedOrders = 120.5
    second.marginalValue = 1_500_000
    second.marginalReturn = 2.586206896551724
    second.cumulativeCost = 930_000
    second.cumulativeValue = 3_500_000.25
    second.grade = .estimated
    second.pricedFee = 580_000
    second.feeFinding = .threshold(612_000)
    second.reasons = [
      .costOfReach(own: 14_500, average: 17_766), .certified(level: "お買い得; gold"),
    ]
    return [first, second]
  }()

  private static func fillDetails(_ plan: inout Plan) {
    plan.deals[0].parts.fee = 300_000
    plan.deals[0].parts.commissionReserve = 48_500
    plan.deals[0].parts.productCost = 1_500
    plan.deals[0].profile.handle = "@misaki"
    plan.deals[0].profile.region = "東京都"
    plan.deals[0].profile.niche = "美容;スキンケア"
    plan.deals[0].profile.followers = 45_678
    plan.deals[0].profile.engagementRate = 0.0321
    plan.deals[0].profile.femaleShare = 0.875
    plan.deals[0].profile.mainAge = "20_29"
    plan.deals[1].parts.fee = 570_000
    plan.deals[1].activation = 10_000
    plan.leftOut[0].fee = 500_000
    plan.leftOut[0].cost = 501_500
    plan.products[0].price = 4_980
    plan.products[0].cells = [
      PlannedCell(people: 20_000, reach: 10_000, unique: 7_869.386805747332),
      PlannedCell(people: .infinity, reach: 2_345.678, unique: 2_345.678),
    ]
    plan.products[1].cells = plan.cells.map { _ in PlannedCell(people: 0, reach: 0, unique: 0) }
    plan.rules[0].kind = .budget
    plan.rules[0].unit = .yen
    plan.rules[1].kind = .quota
    plan.rules[1].subject = "platform tiktok"
    plan.rules[2].kind = .lock
    plan.rules[2].subject = "C0001"
    plan.window = CalendarDay(year: 2026, month: 12, day: 1).flatMap { first in
      CalendarDay(year: 2026, month: 12, day: 20).map { CampaignWindow(from: first, to: $0) }
    }
    plan.formats = [.live, .video]
    plan.curve = BudgetCurve(points: [
      .init(budget: 400_000, value: nil, bound: nil, deals: nil),
      .init(
        budget: 1_000_000, value: plan.value, bound: plan.bound, deals: 2, marginalReturn: 0.5),
      .init(budget: 1_600_000, value: plan.value + 300_000, bound: 3_900_000, deals: 3),
    ])
    plan.curveOmission = nil
  }

  private static func fillTables(_ plan: inout Plan) {
    for deal in plan.deals {
      var creator = PlannedCreator(creatorID: deal.creatorID)
      creator.name = deal.name
      creator.deals = 1
      creator.spend = deal.cost
      creator.value = deal.marginalValue
      plan.creators.append(creator)
      var product = PlannedProduct(productID: deal.productID)
      product.name = deal.productID == "P1" ? "美白クリーム" : "Shaver"
      product.orders = deal.expectedOrders
      product.value = deal.marginalValue
      product.spend = deal.cost
      product.creators = 1
      plan.products.append(product)
    }
    plan.products[1].stockLeft = 0
    var budget = RuleReport(name: "budget")
    budget.activity = 930_000
    budget.upper = 1_000_000
    budget.price = 2.345
    var quota = RuleReport(name: "{platform: tiktok} count 1…3")
    quota.lower = 1
    quota.activity = 1
    quota.upper = 3
    quota.price = -52_000
    var lock = RuleReport(name: "lock C0001")
    lock.lower = 1
    lock.activity = 1
    lock.price = -12_000
    lock.isWhole = true
    quota.cost = 52_000.25
    lock.cost = 0
    plan.rules = [budget, quota, lock]
    for (place, id) in ["budget", "{platform:_tiktok}_count_1…3", "lock_C0001"].enumerated() {
      plan.rules[place].id = id
    }
    plan.budgetStep = BudgetStep(yen: 10_000, adds: 23_450, addsAtMost: 24_000)
    var left = LeftOutCreator(
      creatorID: "C0003", reason: .feeTooHigh(by: 376_543, product: "P1", isAtMost: false))
    left.name = "ｶﾞｼﾞｪｯﾄ太郎👨‍👩‍👧‍👦"
    left.bestProductID = "P1"
    left.bestFormat = .video
    left.pricedFee = 123_456.7
    left.feeFinding = .threshold(123_456)
    plan.leftOut = [left, LeftOutCreator(creatorID: "C0004", reason: .banned)]
    plan.leftOut[1].feeFinding = .noFee
    var followers = Baseline(rule: .topFollowers)
    followers.value = 2_800_000
    followers.spend = 990_000
    followers.deals = 1
    plan.baselines = [followers]
  }
}

extension Plan {
  /// As a command would write it.
  func written(
    as format: ReportFormat, width: Int = 100, color: Bool = false,
    _ context: PlanContext = PlanContext(version: "0.1.0"), _ wording: Wording = .english
  ) -> [UInt8] {
    // A plan has every form there is.
    format.bytes(Report(self, context, wording), ReportPage(width: width, color: color)) ?? []
  }

  func shown(width: Int, color: Bool = false, _ wording: Wording = .english) -> String {
    String(
      decoding: written(
        as: .table, width: width, color: color, PlanContext(version: "0.1.0"), wording),
      as: UTF8.self)
  }
}
