import Foundation
import Testing

/// What deals cost where columns are in other currencies, with tax and for an agency's client: worked out again in
/// decimals from the files alone.
@Suite struct ExchangedPlanTests {
  /// A random campaign, as its files have it.
  private struct Money {
    var fees: [Decimal] = []
    var extras: [Decimal] = []
    var rates: (dollar: Decimal, euro: Decimal)
    var tax: Decimal
    var feesInclude: Bool
    var productCost: Decimal
    var agency: (rate: Decimal, perDeal: Decimal, fixed: Decimal)

    init(seed: UInt64) {
      var random = PlainRandom(state: seed)
      for _ in 0..<12 {
        fees.append(Decimal(random.next(in: 1000...60_000)) / 100)
        extras.append(Decimal(random.next(in: 0...900)) / 100)
      }
      rates = (
        Decimal(random.next(in: 9000...16_000)) / 100, Decimal(random.next(in: 100...170))
      )
      tax = [Decimal(0), Decimal(8) / 100, Decimal(10) / 100][random.next(in: 0...2)]
      feesInclude = random.next(in: 0...1) == 1
      productCost = Decimal(random.next(in: 0...900))
      agency = (
        Decimal(random.next(in: 0...30)) / 100, Decimal(random.next(in: 0...2) * 250),
        Decimal(random.next(in: 0...2) * 5000)
      )
    }

    var roster: String {
      "creator_id,platform,followers,fee_live (USD),extras\n"
        + fees.indices.map { "C\($0),tiktok,\(20_000 + 500 * $0),\(fees[$0]),€\(extras[$0])\n" }
        .joined()
    }

    var brief: String {
      """
      budget: 60万
      objective: reach
      formats: [live]
      exchange_rates: {USD: \(rates.dollar), EUR: \(rates.euro)}
      tax: {rate: \(tax), fees: \(feesInclude ? "included" : "excluded")}
      agency: {rate: \(agency.rate), per_deal: \(agency.perDeal), fixed: \(agency.fixed)}

      """
    }

    /// Before it is rounded up to whole yen.
    func cost(_ creator: Int) -> Decimal {
      let divisor = feesInclude ? 1 + tax : 1
      return (fees[creator] * rates.dollar + extras[creator] * rates.euro + productCost) / divisor
    }

    func clientCost(_ cost: Decimal) -> Decimal {
      (cost * (1 + agency.rate)).roundedUp + agency.perDeal
    }
  }

  @Test(arguments: 1...12)
  func costsFollowFromTheFiles(seed: Int) throws {
    let money = Money(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    try Data(money.roster.utf8).write(to: folder.file("roster.csv"))
    try Data("product_id,price,product_cost\nP1,3000,\(money.productCost)\n".utf8)
      .write(to: folder.file("products.csv"))
    try Data(money.brief.utf8).write(to: folder.file("brief.yaml"))
    let inputs = ["--roster", "roster.csv", "--products", "products.csv", "--brief", "brief.yaml"]
    let run = try ProgramRun.castplan(
      ["optimize"] + inputs + ["--out", "plan", "--curve", "none"], in: folder.url)
    try #require(run.status == 0, "seed \(seed): \(run.talk)")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder.file("plan/plan.json")))
        as? [String: Any])
    let deals = try #require(plan["deals"] as? [[String: Any]])
    #expect(!deals.isEmpty, "seed \(seed)")
    var client = money.agency.fixed
    for deal in deals {
      let creator = try #require(Int((deal["creator_id"] as? String ?? "").dropFirst()))
      let exact = money.cost(creator)
      let cost = try #require(deal["cost"] as? Double)
      // Parts that are no whole yen may add to one: then a hair decides.
      let isNearWhole = ((exact - exact.roundedDown) as NSDecimalNumber).doubleValue < 1e-6
      let wanted = (exact.roundedUp as NSDecimalNumber).doubleValue
      #expect(
        cost == wanted || isNearWhole && abs(cost - wanted) <= 1,
        "seed \(seed), C\(creator): \(exact)")
      let paid = money.clientCost(Decimal(cost))
      #expect(
        deal["client_cost"] as? Double == (paid as NSDecimalNumber).doubleValue, "seed \(seed)")
      client += paid
    }
    let spend = try #require(plan["client_spend"] as? Double)
    #expect(spend == (client as NSDecimalNumber).doubleValue && spend <= 600_000, "seed \(seed)")
    let check = try ProgramRun.castplan(
      ["check"] + inputs + ["--plan", "plan/plan.json"], in: folder.url)
    #expect(check.status == 0, "seed \(seed): \(check.talk)")
  }
}

extension Decimal {
  fileprivate var roundedUp: Decimal { rounded(.up) }
  fileprivate var roundedDown: Decimal { rounded(.down) }

  private func rounded(_ mode: NSDecimalNumber.RoundingMode) -> Decimal {
    var (result, exact) = (Decimal(), self)
    NSDecimalRound(&result, &exact, 0, mode)
    return result
  }
}

/// SplitMix64, so that a failing seed can be run again.
private struct PlainRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
