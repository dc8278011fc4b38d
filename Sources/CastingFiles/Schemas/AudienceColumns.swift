import Casting

/// Columns for the age bands of an audience.
enum AudienceColumns {
  /// Column names in the order of `AudienceCells.ageBands`, each with its other headers.
  static let ages: [(name: String, aliases: [String])] = zip(
    AudienceCells.ageBands, ["10代", "20代", "30代", "40代", "50代", "60代以上"]
  ).map { band, japanese in
    let plain = band == "60_plus" ? "60+" : band.split(separator: "_").joined(separator: "-")
    let age = "age_" + band
    return (age, [plain, "age " + plain, japanese, japanese + "比率", japanese + "割合"])
  }

  /// How far shares that should add to 1 may miss it: tables round to two digits.
  static let sumTolerance = 0.02
}

extension WordList {
  static let employment = WordList(words: [
    ("external", ["社外", "外部", "業務委託", "フリー", "freelance"]),
    ("in_house", ["inhouse", "社内", "自社", "専属", "社員"]),
    ("trainee", ["研修生", "研修", "育成", "候補生"]),
  ])

  static let tiers = WordList(words: [
    ("nano", ["ナノ", "ナノインフルエンサー"]), ("micro", ["マイクロ", "マイクロインフルエンサー"]),
    ("mid", ["middle", "ミドル", "mid-tier", "medium"]), ("macro", ["マクロ"]),
    ("mega", ["メガ", "トップ", "celebrity", "セレブ", "top"]),
  ])

  static let formats = WordList(words: [
    ("live", ["ライブ", "ライブ配信", "livestream", "live stream", "生配信", "ライブコマース"]),
    (
      "video",
      [
        "動画", "ショート動画", "videos", "リール", "リール動画", "reel", "reels", "short", "shorts", "ショート",
        "youtube動画",
        "動画投稿",
      ]
    ),
    (
      "post",
      ["投稿", "フィード", "posts", "フィード投稿", "feed", "feed post", "photo", "写真", "静止画", "ポスト", "tweet"]
    ),
    ("story", ["ストーリー", "ストーリーズ", "stories", "story post"]),
  ])
}
