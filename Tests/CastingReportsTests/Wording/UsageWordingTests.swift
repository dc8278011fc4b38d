import CastingReports
import Testing

@Suite struct UsageWordingTests {
  static let problems: [UsageProblem] =
    UsageProblem.FileOption.allCases.map { .missingFile(option: $0) } + [
      .unknownLanguage(given: "fr"),
      .unknownFormat(given: "xml", formats: ["table", "json", "csv"]),
      .unknownFormat(given: "xml", formats: ["table", "json"]), .budget(given: "lots"),
      .wholeNumber(option: "--top", given: "many", least: 1, most: 1_000_000),
      .wholeNumber(option: "--creators", given: "many", least: 1, most: 100_000_000),
      .wholeNumber(option: "--seed", given: "many", least: 0, most: nil),
      .unknownPolicy(given: "lots", policies: ["refuse", "blank", "drop"]),
      .maximumInvalid(given: "lots"),
      .timeLimit(given: "long"), .gap(given: "2"),
      .curve(given: "many", most: 201), .curveNowhere(given: "21"),
      .sweep(given: "lots", most: 1_000),
      .setting(given: "lots"), .fee(given: "lots"), .productField(given: "lots"),
      .productBudget(given: "lots"), .noQuestion,
      .briefReadTwice, .exclusive(options: ["--top", "--top-per-creator", "--all"]),
      .unknownRanking(given: "worth", rankings: ["affinity", "reach"]),
      .databaseToStandardOutput, .modelUsedAndSaved,
      .condition(given: "lots", columns: ["affinity", "reach"]), .runDate(given: "many"),
      .emptyRunID, .notPlan(path: "hand.csv"),
      .otherObjectives(
        first: "one", firstObjective: "gmv", second: "two", secondObjective: "reach"),
      .foreignAmount(option: "--budget", given: "lots", currency: "USD"),
      .otherCurrencies(first: "one", firstCurrency: "JPY", second: "two", secondCurrency: "USD"),
      .budgetWithoutDefault, .answersAreRead(option: .roster), .answersAreRead(option: .products),
      .missingDirectory, .share(option: "--dirty", given: "lots", example: "0.01"),
      .unknownQuirk(given: "dust", quirks: ["emoji", "cp932"]),
      .quirkOfFile(given: "cp932=0.5", quirk: "cp932"),
      .quirkClash(quirk: "cp932", other: "emoji"), .missingWorkbook,
      .noWorkbookName(given: "hand.csv"),
    ]

  private static let names = [
    "fr", "xml", "table", "json", "csv", "lots", "many", "long", "worth", "affinity", "reach",
    "hand.csv", "refuse", "blank", "drop", "one", "two", "gmv", "dust", "emoji", "cp932", "sqlite",
    "none", "plan.json", "campaign.xlsx", ".xlsx",
  ]

  @Test func everyProblemIsSaid() throws {
    try TalkCheck.expectSaid(
      UsageProblem.self, declaredIn: "UsageProblem.swift", Self.problems,
      names: Self.names
    ) { $0.text($1) }
    for problem in Self.problems {
      #expect(Wording.japanese.text(problem).hasSuffix("。"))
      #expect(!Wording.english.text(problem).hasSuffix("."))
    }
  }

  @Test func englishIsAsItWas() {
    #expect(
      Wording.english.text(.unknownFormat(given: "xml", formats: ["table", "json", "csv"]))
        == "--format xml: one of table, json or csv is needed")
    #expect(
      Wording.english.text(
        .wholeNumber(option: "--creators", given: "x", least: 1, most: 100_000_000))
        == "--creators x: a whole number from 1 to 100,000,000 is needed")
    #expect(
      Wording.english.text(.wholeNumber(option: "--seed", given: "x", least: 0, most: nil))
        == "--seed x: a whole number from 0 is needed")
    #expect(
      Wording.english.text(.exclusive(options: ["--top", "--top-per-creator", "--all"]))
        == "--top, --top-per-creator and --all exclude each other; give one of them")
  }
}
