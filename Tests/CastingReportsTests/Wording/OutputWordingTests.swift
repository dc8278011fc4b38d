import Casting
import CastingPlanning
import CastingReports
import Glibc
import Testing

@Suite struct OutputWordingTests {
  private static let problems = [
    OutputProblem(.standardOutput, .system(ENOSPC)), OutputProblem("", .system(ENOENT)),
    OutputProblem("a", .isDirectory), OutputProblem("a", .directoryNotMade(EACCES)),
    OutputProblem("a", .exists), OutputProblem("a", .isForeign),
    OutputProblem("a", .isForeignFile), OutputProblem("a", .isInput("a")),
    OutputProblem("a", .isInput("b")), OutputProblem("a", .isOtherOutput("a")),
    OutputProblem("a", .isOtherOutput("b")), OutputProblem("a", .isUnwritableDevice),
    OutputProblem("a", .isNoFile), OutputProblem("a", .isForeignDatabase),
    OutputProblem("a", .holdsOtherRun(isComplete: true)),
    OutputProblem("a", .holdsRuns), OutputProblem("a", .holdsUnnamedRun),
    OutputProblem("a", .holdsOtherColumns(["rank", "fee"])),
    OutputProblem("a", .holdsOtherRun(isComplete: false)),
  ]

  @Test func everyReasonSaysWhatIsWrongAndNamesAWayOut() throws {
    let declared = try TalkCheck.cases(
      of: "Reason", in: "OutputProblem.swift")
    #expect(declared == Set(Self.problems.map { TalkCheck.caseName($0.reason) }))
    for problem in Self.problems {
      TalkCheck.expectEnglish(Wording.english.text(problem))
      let japanese = Wording.japanese.text(problem)
      TalkCheck.expectJapanese(japanese)
      #expect(japanese.split(separator: "。").count == 2 && japanese.hasSuffix("。"))
      #expect(Wording.english.text(problem).split(separator: "; ").count == 2)
    }
    #expect(
      Wording.english.text(Self.problems[0])
        == "standard output: cannot be written: No space left on device; "
        + "free some space or send the output elsewhere")
    #expect(
      Wording.english.text(OutputProblem("a", .exists))
        == "a: cannot be written: it exists already; choose another place, or pass --force to "
        + "replace it")
    #expect(
      Wording.english.text(OutputProblem("a", .holdsOtherRun(isComplete: false)))
        == "a: holds the unfinished result of another run (other inputs or options); give another "
        + "file, or throw that away with --force")
  }

  @Test func modelsThatCannotScoreAreSaid() throws {
    let reasons: [ScoreProblem.Reason] = [
      .hasNoSpaceForTexts, .otherAudienceCells(["q", "r", "s", "t"], given: ["u"]), .otherNiches,
    ]
    let declared = try TalkCheck.cases(
      of: "Reason", in: "ScoreProblem.swift")
    #expect(declared == Set(reasons.map(TalkCheck.caseName)))
    let problem = ScoreProblem(path: "m", reasons: reasons)
    #expect(Wording.english.lines(problem).count == 3)
    for line in Wording.english.lines(problem) { TalkCheck.expectEnglish(line) }
    for line in Wording.japanese.lines(problem) { TalkCheck.expectJapanese(line) }
  }

  @Test func campaignsUnfitForPlanningAreSaid() throws {
    let errors: [PlannerError] = [
      .budgetMissing, .lockedCreatorUnknown(creatorID: "C1"),
      .lockedProductUnknown(creatorID: "C1", productID: "P1"),
      .groupedCreatorUnknown(creatorID: "C1"),
    ]
    try TalkCheck.expectSaid(
      PlannerError.self, declaredIn: "PlannerError.swift", errors
    ) { $0.text($1) }
  }
}
