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

  /// One character more, one other, two more, four fewer; neither half of it nor something else.
  @Test func theNearestAreOffered() throws {
    let creators = ["名前9", "名前88", "名前9999", "名前8999x", "山田", "名前99999x9"].enumerated().map {
      NamedCreator(id: "K\($0)", name: $1)
    }
    let folder = try InterviewFolder(creators: creators)
    guard case .unknownCreator(_, let near) = try folder.refusal(of: "名前9999x", to: .lock) else {
      Issue.record("somebody is called so")
      return
    }
    #expect(near.map(\.id) == ["K2", "K3", "K5", "K0"])
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
}
