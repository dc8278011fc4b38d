import CastingFiles
import CastingReports
import Testing

@Suite struct RunWordingTests {
  private static let names = ["plan-a", "scores.sqlite", "creators.csv", "castplan: "]

  @Test func everyNoticeIsSaid() throws {
    let notices: [RunNotice] =
      [
        .noPlan(isAsked: true, isMended: true), .noPlan(isAsked: false, isMended: true),
        .noPlan(isAsked: false, isMended: false), .noPlanInTime(seconds: "60"),
        .limitReached(gap: 0.0123, askedGap: 0.001), .noPlanWhateverChanged,
        .targetsUnreached(rows: ["base"]), .rowsStopped(stopped: 2, rows: 5),
        .otherInputs(plan: "plan-a"), .cannotHideCost(because: .noAgency),
        .cannotHideCost(because: .telltaleObjective(name: .profit)),
        .answersEnded(question: "creators.csv"), .briefWritten,
        .heldAlready(path: "scores.sqlite"), .withoutDeals(creators: 12),
        .conditionsUnmet(conditions: ["plan-a", "scores.sqlite"]),
        .scored(creators: 1200, products: 8, seconds: 1.25),
      ]
      + RowNoun.allCases.flatMap { table in
        [(2, 0), (0, 1), (694, 12)].map {
          .missingRows(table: table, leftOut: $0, read: 2_000, cells: $1)
        }
      }
    try TalkCheck.expectSaid(
      RunNotice.self, declaredIn: "RunNotice.swift", notices,
      names: Self.names
    ) { $0.text($1) }
    for notice in notices { #expect(Wording.japanese.text(notice).hasSuffix("。")) }
    #expect(
      Wording.english.text(.limitReached(gap: 0.0123, askedGap: 0.001))
        == "castplan: stopped at a limit: the plan is within 1.23 % of the bound, not within the "
        + "0.1 % asked for; allow more with --time-limit or --gap")
  }

  @Test func everyStepIsSaid() throws {
    let steps: [RunStep] = [
      .reading, .scoring, .planningAgain, .solvingTogether, .solvingRows(done: 3, rows: 10),
      .generating(creators: 5, all: 9), .solving(value: nil, bound: 9, gap: 0, nodes: 1),
      .solving(value: 8, bound: 9, gap: 0.11, nodes: 1),
      .passing(isScoring: true, creators: 5, rate: 9, share: 0.5, secondsLeft: 2),
      .passing(isScoring: false, creators: 5, rate: 9, share: nil, secondsLeft: nil),
    ]
    try TalkCheck.expectSaid(
      RunStep.self, declaredIn: "RunStep.swift", steps
    ) { $0.text($1) }
    #expect(
      Wording.english.text(
        .passing(isScoring: true, creators: 5, rate: 9, share: 0.5, secondsLeft: 2))
        == "scoring: 5 creators, 9 a second, 50 %, 2 s left")
  }

  @Test func quirksLineUpInEveryLanguage() {
    let quirks = QuirkLine.Effect.allCases.enumerated().map { place, effect in
      QuirkLine(
        name: "emoji", count: place == 0 ? nil : place, effect: effect,
        places: place == 0 ? [] : ["15:23"], hasMore: place == 2)
    }
    for language in Language.allCases {
      let lines = Wording(language).lines(quirks, replacedCharacters: 7)
      #expect(lines.count == 2 + quirks.count)
      let starts = lines[2...3].compactMap { line in
        line.range(of: language == .english ? "at 15" : "場所").map {
          DisplayWidth.of(String(line[..<$0.lowerBound]))
        }
      }
      #expect(starts.count == 2 && Set(starts).count == 1, "\(lines)")
      for line in [lines[0], lines[4]] {
        let text = line.drop { $0 == " " }
        if language == .english {
          TalkCheck.expectEnglish(String(text), names: Self.names)
        } else {
          TalkCheck.expectJapanese(String(text), names: Self.names)
        }
      }
    }
  }
}
