import Casting
import CastingFiles
import CastingReports
import CastingTestSupport
import Testing

/// Answers become a brief that means what was answered, whatever creators are called.
@Suite struct InterviewPropertyTests {
  /// Texts that YAML would take for something else, or not at all.
  static let awkward = [
    "C: 1", "#2", "a #b", "\"q\"", "'s'", "it's", "- x", "? y", "true", "No", "null", "~", "0012",
    "1e3", "2026-12-01", "{x}", "[y]", "&a", "*b", "!t", "%p", "@h", "`k`", "|", ">", "a\\b", "\\",
    "あい: う", "日本 #1", "「名」", "😀", "e\u{301}", "=", "<<", "x:", ":x", "１２", "C\u{A0}D",
    "é", ".5", "-1", "+1", "0x1F", "1_000", "12:30:45", "b\u{FEFF}c", "a\u{2028}b", "tab\tbed",
  ]

  @Test(arguments: 1...60) func aBriefMeansWhatWasAnswered(seed: Int) throws {
    var draw = Draw(seed: UInt64(seed))
    let creators = Self.awkward.shuffled(using: &draw.generator).map { id in
      NamedCreator(
        id: id, name: Bool.random(using: &draw.generator) ? "" : "\(id) \n# name: \"\(id)\"")
    }
    let folder = try InterviewFolder(creators: creators)
    let (typed, expected) = draw.answers(creators)
    try folder.answer(typed)
    for language in Language.allCases {
      let brief = try folder.brief(in: language)
      #expect(fields(of: brief) == fields(of: expected), "seed \(seed), \(typed)")
    }
  }

  @Test(arguments: awkward + (0..<0x21).map { "x\(Character(Unicode.Scalar(UInt8($0))))y" })
  func stringsReadBackAsTheyAre(text: String) throws {
    let folder = try InputFolder()
    let path = try folder.write("brief.yaml", "campaign: \(YAMLText.string(text))\n")
    #expect(Array(try BriefFile.read(path: path).campaign.utf8) == Array(text.utf8))
  }

  @Test func numbersReadBackToTheBit() throws {
    var generator = SplitMix(state: 7)
    let folder = try InputFolder()
    for _ in 0..<200 {
      let number =
        Double.random(in: 0..<1, using: &generator) * [1, 1e-6, 1e3, 1e15].randomElement(
          using: &generator)!
      for number in [number, number.rounded()] {
        let path = try folder.write("brief.yaml", "budget: \(YAMLText.number(number))\n")
        #expect(try BriefFile.read(path: path).budget == number)
      }
    }
  }
}

/// SplitMix64: the same draws everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Random answers, as people type them, and the brief that they should become.
private struct Draw {
  var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  private mutating func chance() -> Bool { Bool.random(using: &generator) }
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  mutating func answers(
    _ creators: [NamedCreator]
  ) -> (typed: [InterviewTopic: String], expected: Brief) {
    var typed: [InterviewTopic: String] = [:]
    var brief = Brief()
    let (budget, yen) = pick([
      ("300万", 3e6), ("¥3,000,000", 3e6), ("1.5M", 1.5e6), ("1億2,000万円", 1.2e8), ("0", 0),
      ("１２３４５", 12_345), ("1234.5", 1234.5), ("5_000", 5_000), ("JPY 70K", 70_000),
    ])
    (typed[.budget], brief.budget) = (budget, yen)
    if chance() {
      let (word, objective) = pick([
        ("reach", Objective.reach), ("売上", .gmv), ("注文数", .orders), ("Profit", .profit),
        ("生涯利益", .ltv), ("リーチ", .reach),
      ])
      (typed[.objective], brief.objective) = (word, objective)
    }
    window(&typed, &brief)
    if chance() {
      let (list, formats) = pick([
        ("live", [DealFormat.live]), ("動画、ライブ", [.video, .live]), ("story, Post", [.story, .post]),
        ("live;video;live", [.live, .video]),
      ])
      (typed[.formats], brief.formats) = (list, formats)
    }
    let (locks, bans) = people(creators)
    if !locks.isEmpty {
      typed[.lock] = locks.map(\.id).joined(separator: pick([", ", "、", "；"]))
      brief.locks = locks.map { Lock(creatorID: $0.id) }
    }
    if !bans.isEmpty {
      typed[.ban] = bans.map(\.id).joined(separator: " ; ")
      brief.bans = bans.map { DealFilter(values: [.creator: [$0.id]]) }
    }
    counts(&typed, &brief, locks: locks.count)
    audience(&typed, &brief)
    return (typed, brief)
  }

  private mutating func window(_ typed: inout [InterviewTopic: String], _ brief: inout Brief) {
    guard chance(), let from = CalendarDay(iso: "2026-12-01") else { return }
    typed[.from] = pick(["2026-12-01", "2026/12/1", "2026年12月1日", "令和8年12月1日"])
    let (text, iso) = pick([("", "2026-12-01"), ("2027.1.31", "2027-01-31")])
    typed[.to] = text
    brief.window = CalendarDay(iso: iso).map { CampaignWindow(from: from, to: $0) }
  }

  private mutating func people(
    _ creators: [NamedCreator]
  ) -> (locks: [NamedCreator], bans: [NamedCreator]) {
    let drawn = creators.shuffled(using: &generator)
    let locks = Int.random(in: 0...3, using: &generator)
    return (Array(drawn[..<locks]), Array(drawn[locks..<(locks + pick([0, 1, 4]))]))
  }

  private mutating func counts(
    _ typed: inout [InterviewTopic: String], _ brief: inout Brief, locks: Int
  ) {
    let least = chance() ? Int.random(in: 1...9, using: &generator) : nil
    let most = chance() ? Int.random(in: 9...30, using: &generator) : nil
    typed[.least] = least.map { "\($0)人" }
    typed[.most] = most.map { "\($0)" }
    let words =
      least.map { low in most.map { "\(low)…\($0)" } ?? "≥ \(low)" } ?? most.map { "≤ \($0)" }
    guard let words else { return }
    brief.quotas = [
      Quota(
        filter: DealFilter(), measure: .creators, minimum: least.map(Double.init),
        maximum: most.map(Double.init), name: "all deals: creators \(words)")
    ]
  }

  /// The roster tells no audience: equal shares take the place of what is not answered.
  private mutating func audience(_ typed: inout [InterviewTopic: String], _ brief: inout Brief) {
    let (female, share) = pick([(nil, 0.5), ("60%", 0.6), ("0.375", 0.375), ("0", 0), ("１００％", 1)])
    let (ages, shares): (String?, [Double]) = pick([
      (nil, [0.167, 0.167, 0.167, 0.167, 0.166, 0.166]),
      ("20代 40%、30-39 20 %", [0.1, 0.4, 0.2, 0.1, 0.1, 0.1]),
      ("60+: 1", [0, 0, 0, 0, 0, 1]), ("10代=0.5; 60代以上=0.5", [0.5, 0, 0, 0, 0, 0.5]),
      (
        "13-19 10%, 20-29 20%, 30-39 30%, 40-49 20%, 50-59 10%, 60+ 10%",
        [0.1, 0.2, 0.3, 0.2, 0.1, 0.1]
      ),
    ])
    (typed[.femaleShare], typed[.ages]) = (female, ages)
    guard female != nil || ages != nil else { return }
    // Ages that are not named share the rest, and rounding is divided out, as briefs have it.
    let named = Self.named(shares, ages)
    let rest =
      named.contains(nil)
      ? max(0, 1 - named.reduce(0) { $0 + ($1 ?? 0) }) / Double(named.count { $0 == nil }) : 0
    let all = named.map { $0 ?? rest }
    let total = named.reduce(0) { $0 + ($1 ?? 0) } + rest * Double(named.count { $0 == nil })
    brief.audience = AudienceMix(femaleShare: share, ageShares: all.map { $0 / total })
    for (given, wanted) in zip(all, shares) { precondition(abs(given - wanted) < 1e-9) }
  }

  /// The shares that are typed; nil for the others.
  private static func named(_ shares: [Double], _ typed: String?) -> [Double?] {
    let words = [
      ["13-19", "10代"], ["20-29", "20代"], ["30-39"], ["40-49"], ["50-59"], ["60+", "60代"],
    ]
    return zip(shares, words).map { share, words in
      guard let typed else { return share }
      return words.contains { typed.contains($0) } ? share : nil
    }
  }
}
