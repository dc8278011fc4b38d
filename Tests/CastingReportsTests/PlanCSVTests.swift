import CastingPlanning
import CastingReports
import Testing

struct PlanCSVTests {
  @Test func `the sample is written as recorded`() throws {
    try expectGolden(SamplePlan.make().written(as: .csv), "plan.csv")
  }

  @Test func `the columns are those of the format in its order`() {
    let text = String(decoding: SamplePlan.make().written(as: .csv).dropFirst(3), as: UTF8.self)
    let columns = [
      "rank", "creator_id", "name", "platform", "tier", "product_id", "format", "cost", "affinity",
      "effective_reach", "expected_orders", "marginal_value", "marginal_return", "cumulative_cost",
      "cumulative_value", "break_even_fee", "locked", "grade", "reason", "fee", "fee_basis",
      "client_cost", "status", "reserve",
    ]
    #expect(text.split(separator: "\r\n")[0] == columns.joined(separator: ","))
  }

  @Test func `a byte order mark comes first and every row ends in CRLF`() {
    let bytes = SamplePlan.make().written(as: .csv)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
  }

  @Test func `an infinite break-even fee is an empty cell`() {
    var plan = SamplePlan.make()
    plan.deals = [PlannedDeal(rank: 1, creatorID: "C1", productID: "P1", format: .live)]
    let text = String(decoding: plan.written(as: .csv), as: UTF8.self)
    #expect(
      text.hasSuffix("1,C1,,,nano,P1,live,0,1,0,0,0,0,0,0,,false,measured,,0,not solved,0,,\r\n"))
  }

  @Test(arguments: [
    0.1, 1.0 / 3, 123_456_789.123_456_7, .leastNonzeroMagnitude, 1e22, 0, -0.0, 812_345.5,
  ])
  func `numbers read back as the same double`(_ number: Double) throws {
    var plan = SamplePlan.make()
    plan.deals = [PlannedDeal(rank: 1, creatorID: "C1", productID: "P1", format: .live)]
    plan.deals[0].marginalValue = number
    let text = String(decoding: plan.written(as: .csv), as: UTF8.self)
    let row = try #require(text.split(separator: "\r\n").last)
    let cell = row.split(separator: ",", omittingEmptySubsequences: false)[11]
    #expect(Double(cell) == number)
    #expect(!cell.hasSuffix(".0") && cell != "-0")
  }
}
