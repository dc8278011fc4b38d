import Casting
import CastingFiles
import CastingReports
import Testing

@Suite struct InterviewTests {
  private static let creators = [
    NamedCreator(id: "C1", name: "あおい"), NamedCreator(id: "C2", name: "みお"),
    NamedCreator(id: "C3", name: "みお"), NamedCreator(id: "C4", name: "Tanaka, Emi"),
    NamedCreator(id: "C5", name: "Tanaka"), NamedCreator(id: "C6", name: "Emi"),
    NamedCreator(id: "C7", name: "Sato, Ken"), NamedCreator(id: "none", name: "ＡＢＣ"),
  ]

  private func folder() throws -> InterviewFolder {
    try InterviewFolder(creators: Self.creators)
  }

  @Test func everyTopicIsAskedOnceInItsOrder() {
    #expect(InterviewQuestion.all.map(\.topic) == InterviewTopic.allCases)
  }

  @Test func enterLeavesEverythingToCastplan() throws {
    let folder = try folder()
    try folder.answer([.budget: "300万"])
    var expected = Brief()
    expected.budget = 3_000_000
    for language in Language.allCases {
      #expect(fields(of: try folder.brief(in: language)) == fields(of: expected))
    }
  }

  @Test func namesStandForIdsWhereOneCreatorHasThem() throws {
    let folder = try folder()
    try folder.answer([
      .budget: "1", .lock: "あおい, C2、abc", .ban: "Sato, Ken", .least: "なし", .most: "None",
    ])
    let answers = folder.interview.answers
    #expect(answers.locks.map(\.id) == ["C1", "C2", "none"])
    #expect(answers.bans.map(\.id) == ["C7"])
    #expect(answers.least == nil && answers.most == nil)
  }

  /// The word for "nobody" is a creator's id here.
  @Test func aCreatorGoesBeforeAWord() throws {
    let folder = try folder()
    try folder.answer([.budget: "1", .lock: "none", .ban: "なし"])
    #expect(folder.interview.answers.locks.map(\.id) == ["none"])
    #expect(folder.interview.answers.bans.isEmpty)
  }

  @Test func whatCouldMeanTwoThingsIsAskedAgain() throws {
    let folder = try folder()
    #expect(
      try folder.refusal(of: "みお", to: .lock)
        == .severalCreators(given: "みお", creators: Array(Self.creators[1...2]), count: 2))
    #expect(
      try folder.refusal(of: "Tanaka, Emi", to: .lock)
        == .nameOrList(given: "Tanaka, Emi", whole: Self.creators[3]))
    #expect(
      try folder.refusal(of: "C1、あおき", to: .ban)
        == .unknownCreator(given: "あおき", near: [Self.creators[0]]))
    #expect(try folder.refusal(of: ", ,", to: .lock) == .unknownCreator(given: ", ,", near: []))
  }

  @Test func answersThatContradictEachOtherAreAskedAgain() throws {
    let folder = try folder()
    #expect(
      try folder.refusal(of: "C2, C1", to: .ban, after: [.lock: "C1"])
        == .castAndBanned(Self.creators[0]))
    #expect(
      try folder.refusal(of: "7", to: .least, after: [.ban: "C2, C3"])
        == .moreThanThereAre(least: 7, available: 6))
    #expect(
      try folder.refusal(of: "1", to: .most, after: [.lock: "C1, C2"])
        == .fewerThanLocked(most: 1, locked: 2))
    #expect(try folder.refusal(of: "8", to: .least) == nil)
    guard
      case .issue(let order) = try folder.refusal(of: "3", to: .most, after: [.least: "4"]),
      case .issue(let window) = try folder.refusal(
        of: "2026-11-30", to: .to, after: [.from: "2026-12-01"])
    else {
      Issue.record("a limit below its least, or a window that ends before it begins, is taken")
      return
    }
    #expect(order.what == "creators has min 4 above max 3")
    #expect(window.what == "the window ends before it begins")
  }

  @Test(arguments: [
    (InterviewTopic.budget, "lots", "budget is not a number"),
    (.budget, "$300", "budget is in a currency other than yen"),
    (.budget, "12,34", "budget can be read in two ways"), (.budget, "-5", "budget is out of range"),
    (.budget, "1e16", "budget is out of range"),
    (.objective, "fame", "objective is not a known word"),
    (.from, "1/12/2026", "from is not a day"),
    (.to, "soon", "to is not a day"), (.formats, "live, radio", "formats is not a known word"),
    (.formats, ",", "formats is not a known word"),
    (.femaleShare, "60", "female_share is a bare number above 1 where a rate is meant"),
    (.ages, "20-29 x", "age_20_29 is not a number"),
    (.ages, "20-29 60%, 30-39 50%", "the ages of the audience add to 1.1"),
  ])
  func whatABriefWouldNotTakeIsAskedAgain(
    topic: InterviewTopic, answer: String, what: String
  ) throws {
    let fault = try folder().refusal(of: answer, to: topic, after: [.from: "2026-12-01"])
    guard case .issue(let issue) = fault else {
      Issue.record(
        "\(answer) is taken, or refused for something else: \(String(describing: fault))")
      return
    }
    #expect(issue.what == what)
  }

  @Test(arguments: ["0", "2.5", "-1", "many", "50%"])
  func creatorsAreCountedFromOne(answer: String) throws {
    let folder = try folder()
    for topic in [InterviewTopic.least, .most] {
      #expect(try folder.refusal(of: answer, to: topic) == .creatorCount(given: answer))
    }
  }

  @Test func agesNeedTheirShares() throws {
    let folder = try folder()
    #expect(try folder.refusal(of: "young 40%", to: .ages) == .ageShare(given: "young 40%"))
    #expect(try folder.refusal(of: "40%", to: .ages) == .ageShare(given: "40%"))
    #expect(
      try folder.refusal(of: "20-29 40%, 20代 10%", to: .ages) == .repeatedAge(given: "20代 10%"))
  }

  @Test func aBudgetIsNeeded() throws {
    #expect(try folder().refusal(of: " 　", to: .budget) == .unanswered(.budget))
    #expect(try folder().refusal(of: "3\u{FFFD}", to: .budget) == .unreadable)
  }

  @Test func filesWithFaultsAreToldAndAskedForAgain() throws {
    let folder = try InterviewFolder(
      roster: "creator_id,followers\nC1,many\nC1,5\n")
    var interview = Interview()
    let question = InterviewQuestion.all[0]
    #expect(question.standard(interview) == .text("creators.csv"))
    do throws(AnswerRefusal) {
      try interview.answer(question, with: folder.roster)
      Issue.record("a roster with faults is taken")
    } catch {
      guard case .file(let found) = error else { return }
      #expect(found.issues.total == 2)
    }
    // The file may be corrected meanwhile.
    #expect(question.standard(interview) == .text(folder.roster))
    _ = try folder.write("roster.csv", "creator_id,followers,memo\nC1,5,x\n")
    try interview.answer(question, with: "")
    #expect(interview.rosterContents?.creators == 1 && interview.notes.count == 1)
    do throws(AnswerRefusal) {
      try interview.answer(question, with: "-")
      Issue.record("standard input is taken for a table")
    } catch {
      guard case .fault(.standardInput) = error else {
        Issue.record("standard input is read as a table")
        return
      }
    }
  }

  /// A brief with every example in force is one that castplan takes.
  @Test func examplesAreSound() throws {
    let folder = try InputFolder()
    let text = BriefSection.allCases.flatMap(\.example).map { $0 + "\n" }.joined()
    let brief = try BriefFile.read(path: folder.write("brief.yaml", text))
    #expect(brief.budget == 5_000_000 && brief.window != nil && brief.formats?.count == 2)
    #expect(brief.locks.count == 1 && brief.bans.count == 1 && brief.audience != nil)
    #expect(brief.quotas.map(\.measure) == [.creators])
  }

  /// Behind `#`, nothing of them counts; without it, all of it does.
  @Test(arguments: Language.allCases) func keysLeftOutAreExamples(language: Language) throws {
    let folder = try InputFolder()
    let text = BriefDocument.text(CampaignAnswers(), in: Wording(language))
    let keys = BriefSection.allCases.map(\.rawValue)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix("# ") })
    for line in lines { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    let examples = lines.filter { line in
      keys.contains { line.hasPrefix("# \($0):") }
        || line.contains(#/^# +(- [C0-9]+$|- creators:$|[a-z_0-9]+: [0-9.-]+$)/#)
    }
    let path = try folder.write(
      "brief.yaml", examples.map { $0.dropFirst(2) + "\n" }.joined())
    let brief = try BriefFile.read(path: path)
    #expect(brief.budget == 5_000_000 && brief.quotas.count == 1 && brief.audience != nil)
    #expect(brief.locks.count == 1 && brief.bans.count == 1 && brief.window != nil)
  }

  // MARK: What files hold

  @Test func rostersAreSummedUp() throws {
    let folder = try InterviewFolder(
      roster: """
        creator_id,followers,platform,niche,fee,fee_video,female_share
        A,5000,x,猫;料理,1000,,0.2
        B,50000,tiktok,料理,3000,500,0.6
        C,60000,tiktok,,8000,,
        D,2000000,,猫、料理,,,

        """)
    var interview = Interview()
    try interview.answer(InterviewQuestion.all[0], with: folder.roster)
    let contents = try #require(interview.rosterContents)
    #expect(contents.creators == 4)
    #expect(
      contents.platforms == [
        .init(name: "tiktok", creators: 2), .init(name: "x", creators: 1),
      ])
    #expect(
      contents.tags == [.init(name: "料理", creators: 3), .init(name: "猫", creators: 2)])
    #expect(contents.tiers.map { "\($0.tier) \($0.creators)" } == ["nano 1", "micro 2", "mega 1"])
    #expect(
      contents.fees == [
        .init(format: nil, creators: 3, total: 12_000, median: 3_000),
        .init(format: .video, creators: 1, total: 500, median: 500),
      ])
    #expect(contents.formats == [.video])
    #expect(contents.femaleShare == 0.4)
    #expect(contents.ages == [0.167, 0.167, 0.167, 0.167, 0.166, 0.166])
  }

  /// One half of an audience stated: the other is what the roster shows, and is written down.
  @Test func theRosterFillsInHalfAnAudience() throws {
    let folder = try InterviewFolder(
      roster: """
        creator_id,followers,fee,female_share,13-19,20-29,30-39,40-49,50-59,60+
        A,5000,1,0.2,0.1,0.2,0.3,0.2,0.1,0.1
        B,5000,1,0.6,0.3,0.2,0.1,0.2,0.1,0.1

        """)
    try folder.answer([.budget: "1", .ages: "20代 50%"])
    #expect(folder.interview.answers.femaleShare == 0.4)
    let other = try InterviewFolder(
      roster: """
        creator_id,followers,fee,female_share,13-19,20-29,30-39,40-49,50-59,60+
        A,5000,1,0.2,0.1,0.2,0.3,0.2,0.1,0.1
        B,5000,1,0.6,0.3,0.2,0.1,0.2,0.1,0.1

        """)
    try other.answer([.budget: "1", .femaleShare: "70%"])
    let mix = try #require(try other.brief(in: .english).audience)
    #expect(mix.femaleShare == 0.7)
    for (share, expected) in zip(mix.ageShares, [0.2, 0.2, 0.2, 0.2, 0.1, 0.1]) {
      #expect(abs(share - expected) < 1e-12)
    }
  }
}
