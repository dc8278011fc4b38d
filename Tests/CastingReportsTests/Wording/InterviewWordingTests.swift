import Casting
import CastingFiles
import CastingReports
import Testing

@Suite struct InterviewWordingTests {
  private static let ken = NamedCreator(id: "C1", name: "Ken")
  private static let names = [
    "C1", "C2", "Ken", "gmv", "profit", "ltv", "orders", "reach", "db.sqlite#table", "tiktok",
    "Tea",
    "Enter", "Ctrl-C", "age_13_19", "age_50_59", "age_60_plus", "from", "to", "max", "min", "apart",
    "together", "300万", "3M",
  ]

  private static let faults: [AnswerFault] =
    InterviewTopic.allCases.map { .unanswered($0) } + [
      .issue(InputIssue(file: "", .brief(.windowOrder(from: "2026-12-02", to: "2026-12-01")))),
      .unreadable, .standardInput,
      .unknownCreator(given: "C2", near: []), .unknownCreator(given: "C2", near: [ken]),
      .unknownCreator(given: "C2", near: [ken, NamedCreator(id: "C2", name: "")]),
      .severalCreators(
        given: "Ken", creators: [ken, NamedCreator(id: "C2", name: "Ken")], count: 2),
      .severalCreators(given: "Ken", creators: [ken], count: 9),
      .nameOrList(given: "Ken, Tea", whole: ken), .castAndBanned(ken),
      .creatorCount(given: "Tea"), .moreThanThereAre(least: 5, available: 1),
      .fewerThanLocked(most: 1, locked: 2), .ageShare(given: "Tea"), .repeatedAge(given: "Tea"),
    ]

  @Test func everyFaultIsSaid() throws {
    try TalkCheck.expectSaid(
      AnswerFault.self, declaredIn: "AnswerFault.swift", Self.faults, names: Self.names
    ) { $0.text($1) }
    for fault in Self.faults {
      // What is wrong, the rule, the way out.
      #expect(Wording.english.text(fault).split(separator: "; ").count == 3, "\(fault)")
      let japanese = Wording.japanese.text(fault)
      #expect(japanese.hasSuffix("。") && japanese.count { $0 == "。" } >= 2, "\(japanese)")
    }
  }

  @Test(arguments: InterviewTopic.allCases) func everyQuestionIsAsked(topic: InterviewTopic) {
    for wording in [Wording.english, .japanese] {
      let texts = [wording.question(topic), wording.name(topic)]
      for text in texts { Self.expect(text, wording.language) }
    }
    let english = Wording.english.question(topic)
    #expect(english.hasSuffix(".") || english.hasSuffix("?"))
    #expect(Wording.japanese.question(topic).hasSuffix("。"))
  }

  @Test(arguments: BriefSection.allCases) func everyKeyIsExplained(section: BriefSection) {
    for wording in [Wording.english, .japanese] {
      Self.expect(wording.comment(section), wording.language)
    }
  }

  @Test func whatStandsAroundIsSaid() {
    for wording in [Wording.english, .japanese] {
      for text in [wording.interviewOpening, wording.briefOpening, wording.briefEnding] {
        Self.expect(text, wording.language)
      }
      #expect(wording.text(StandardAnswer.text("creators.csv")) == "creators.csv")
      #expect(wording.text(.unstated(.formats([.live, .post]))) == "live, post")
      #expect(wording.text(.unstated(.femaleShare(0.573))) == "57.3%")
      #expect(wording.text(.unstated(.femaleShare(0.5))) == "50%")
      #expect(
        wording.text(.unstated(.ages([0.1, 0.25, 0.3, 0.2, 0.1, 0.05])))
          == "13-19 10%, 20-29 25%, 30-39 30%, 40-49 20%, 50-59 10%, 60+ 5%")
    }
    #expect(Wording.english.text(StandardAnswer.needed) == "required")
    #expect(Wording.japanese.text(.unstated(.nothing)) == "なし")
  }

  @Test func answersAreToldAsTheyWereUnderstood() {
    var answers = CampaignAnswers()
    (answers.budget, answers.locks) = (3_000_000, [Self.ken, NamedCreator(id: "C2", name: "")])
    (answers.femaleShare, answers.ages[1]) = (0.584, 0.4)
    let wording = Wording.english
    #expect(wording.understood(.budget, answers, typed: "300万") == "¥3,000,000")
    #expect(wording.understood(.budget, answers, typed: "¥3,000,000") == nil)
    #expect(wording.understood(.lock, answers, typed: "Ken, C2") == "C1 Ken, C2")
    #expect(wording.understood(.ban, answers, typed: "none") == nil)
    #expect(
      wording.understood(.ages, answers, typed: "20代 40%") == "20-29 40%; Share of women 58.4%")
    #expect(
      Wording.japanese.understood(.ages, answers, typed: "20代 40%") == "20-29 40%、女性の割合 58.4%")
  }

  /// By the name of the question, which is all that whoever answers has seen.
  @Test func faultsNameTheQuestion() {
    let day = AnswerFault.issue(
      InputIssue(file: "", .cell(.badDay(name: .named("from"), isRequired: true)), value: "12/1"))
    #expect(Wording.english.text(day).hasPrefix("First day is not a day, \"12/1\"; "))
    #expect(Wording.japanese.text(day).hasPrefix("「開始日」が日付ではありません（記入: 「12/1」）。"))
    let share = AnswerFault.issue(
      InputIssue(
        file: "",
        .cell(.outOfRange(name: .named("age_20_29"), meaning: .rate, isRequired: true))))
    #expect(Wording.english.text(share).hasPrefix("age_20_29 is out of range"))
  }

  @Test func filesAreSummedUp() throws {
    var roster = Roster()
    roster.creatorIDs = TextColumn(["C1", "C2"])
    roster.followers = NumberColumn([20_000, 700_000])
    roster.platforms = CategoryColumn(["tiktok", ""])
    roster.fees = NumberColumn([10_000, .nan])
    let contents = RosterContents(try roster.completed())
    #expect(
      Wording.english.lines(contents) == [
        "2 creators", "platforms: tiktok 1", "tiers: micro 1, macro 1",
        "one deal with each creator: ¥10,000 (of 1 creators, median ¥10,000)",
      ])
    #expect(
      Wording.japanese.lines(contents) == [
        "出演者2人", "媒体：tiktok 1人", "規模：マイクロ層1人、マクロ層1人",
        "全員を1回ずつ起用する料金：¥10,000（1人、中央値¥10,000）",
      ])
    var products = ["P1", "P2"].map { Product(id: $0, price: 3_000) }
    #expect(
      Wording.english.line(ProductContents(ProductList(products))) == "2 products at ¥3,000")
    (products[1].price, products[1].category) = (1_200, "Tea")
    let list = ProductContents(ProductList(products))
    #expect(Wording.english.line(list) == "2 products from ¥1,200 to ¥3,000: Tea")
    #expect(Wording.japanese.line(list) == "商品2点、価格は¥1,200から¥3,000まで：Tea")
  }

  /// Nothing closes at the beginning of a line, opens at its end, or parts a word.
  @Test func japaneseIsBrokenWhereItMay() {
    for width in 24...90 {
      let page = InterviewPage(width: width, in: .japanese)
      for topic in InterviewTopic.allCases {
        let lines = page.question(topic).split(separator: "\n").map(String.init)
        #expect(
          lines.joined().replacing(" ", with: "")
            == Wording.japanese.question(topic).replacing(" ", with: ""))
        for line in lines {
          #expect(DisplayWidth.of(line) <= width, "\(line)")
          #expect(
            !"、。」）：".contains(line.first ?? " ") && !"「（".contains(line.last ?? " "), "\(line)")
        }
      }
    }
  }

  private static func expect(_ text: String, _ language: Language) {
    switch language {
    case .english: TalkCheck.expectEnglish(text, names: names)
    case .japanese: TalkCheck.expectJapanese(text, names: names)
    }
  }

  @Test(arguments: [
    ("a.csv", "a.csv"), ("-x.csv", "./-x.csv"), ("a b", "'a b'"), ("it's", "'it'\\''s'"),
    ("r.db#t", "'r.db#t'"), ("", "''"), ("表/出演者.csv", "表/出演者.csv"), ("$x", "'$x'"),
    ("~/a", "'~/a'"),
  ])
  func wordsOfAShellAreQuoted(text: String, word: String) {
    #expect(ShellText.word(text) == word)
  }
}
