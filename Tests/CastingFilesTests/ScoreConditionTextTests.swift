import Casting
import CastingFiles
import Testing

/// Conditions of the command line as they are read.
@Suite struct ScoreConditionTextTests {
  private func read(_ texts: String..., packages: [DealPackage] = []) throws -> [ScoreCondition] {
    try ScoreConditionText.conditions(
      texts.map { try #require(ScoreConditionText($0), "\($0)") }, packages: packages)
  }

  @Test func `numbers are read as everywhere else, with every sign`() throws {
    #expect(
      try read(
        "expected_value>=1万", "cost <= 50,000", "followers>10000", "engagement_rate<3%",
        "value_per_cost=2.5", "affinity>=0.5"
      ) == [
        .number(.expectedValue, .atLeast, 10_000), .number(.cost, .atMost, 50_000),
        .number(.followers, .above, 10_000), .number(.engagementRate, .below, 0.03),
        .number(.valuePerCost, .equal, 2.5), .number(.affinity, .atLeast, 0.5),
      ])
  }

  @Test func `words are those of a brief's filters, and grades those of the result`() throws {
    #expect(
      try read("platform=tiktok, You\"Tube", "tier=マイクロ", "grade=measured,estimated") == [
        .group(DealFilter(values: [.platform: ["tiktok", "You\"Tube"]])),
        .group(DealFilter(values: [.tier: ["micro"]])), .grade([.measured, .estimated]),
      ])
    let package = DealPackage(name: "launch", counts: [.live: 2])
    #expect(
      try read("format=launch", packages: [package]) == [
        .group(DealFilter(values: [.format: ["launch"]]))
      ])
  }

  @Test(arguments: [
    "", "cost", "cost>=", ">=5", "cost>=many", "fame=5", "platform>=tiktok", "platform=",
    "grade=good", "grade>measured", "engagement_rate>=3", "cost=>5",
  ])
  func `what is no condition is none`(text: String) { #expect(ScoreConditionText(text) == nil) }

  @Test func `values that are none of their list are told all at once`() throws {
    let error = #expect(throws: InputError.self) { try read("tier=huge", "format=podcast") }
    #expect(error?.issues.kept.map(\.file) == ["--where tier=huge", "--where format=podcast"])
  }
}
