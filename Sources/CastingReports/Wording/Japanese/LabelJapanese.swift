import Casting
import CastingPlanning

/// Words that several rooms share, in Japanese.
enum LabelJapanese {
  /// The campaign's currency in a sentence: `円`, `「USD」`.
  static var money: String { Amount.currency == .yen ? "円" : "「\(Amount.currency.code)」" }

  static func name(_ format: DealFormat) -> String {
    switch format {
    case .live: "ライブ"
    case .video: "動画"
    case .post: "投稿"
    case .story: "ストーリー"
    case .package(let package): package.name
    }
  }

  static func name(_ status: Booking.Status) -> String {
    switch status {
    case .confirmed: "確定"
    case .declined: "辞退"
    case .asked: "打診中"
    case .hold: "仮押さえ"
    }
  }

  static func name(_ tier: Tier) -> String {
    switch tier {
    case .nano: "ナノ層"
    case .micro: "マイクロ層"
    case .mid: "ミドル層"
    case .macro: "マクロ層"
    case .mega: "メガ層"
    }
  }

  static func name(_ grade: Grade) -> String {
    switch grade {
    case .measured: "実測"
    case .estimated: "推定"
    case .default: "標準値"
    }
  }

  /// With the word that the brief has for it.
  static func name(_ objective: Objective) -> String {
    switch objective {
    case .gmv: "売上（gmv）"
    case .profit: "利益（profit）"
    case .ltv: "生涯利益（ltv）"
    case .orders: "注文数（orders）"
    case .reach: "リーチ（reach）"
    }
  }

  static func value(
    _ number: Double, _ objective: Objective, rule: FloatingPointRoundingRule
  ) -> String {
    switch objective {
    case .gmv, .profit, .ltv: Amount.money(number, rule: rule)
    case .orders: Amount.whole(number, rule: rule) + "件"
    case .reach: Amount.whole(number, rule: rule) + "人"
    }
  }

  static func price(_ number: Double, _ objective: Objective) -> String {
    let counter =
      switch objective {
      case .gmv, .profit, .ltv: ""
      case .orders: "件"
      case .reach: "人"
      }
    return Amount.small(number, objective) + counter
  }

  /// A number in the unit of a rule: `¥1,234`, `12.5 %`, `3件`.
  static func amount(_ number: Double, _ unit: RuleUnit) -> String {
    let text = RuleAmount.text(number, unit)
    return switch unit {
    case .yen, .shareOfSpend: text
    case .deals, .orders: text + "件"
    case .creators: text + "人"
    case .units: text + "個"
    case .viewers: text + "人"
    case .posts: text + "本"
    }
  }

  /// A rule as reports call it: those that every campaign may have in words, others by the name they
  /// are typed by.
  static func rule(_ name: String) -> String {
    switch name {
    case RuleNames.budget: "予算"
    case RuleNames.orderCapacity: "受注できる件数"
    case RuleNames.spendPerCreator: "出演者1人あたりの費用"
    case RuleNames.exclusiveCategories: "カテゴリーの専属"
    case RuleNames.keep: "前回の計画からの変更"
    case RuleNames.competitors: "競合案件の回避"
    case RuleNames.audienceTarget: "視聴者の対象の割合"
    default: "「\(name)」"
    }
  }

  /// A name that has to be typed as it is.
  static func quoted(_ name: String) -> String { "「\(name)」" }

  /// `A、BとC`: a list within a sentence.
  static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: "、") + "と" + last
  }
}
