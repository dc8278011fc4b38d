import Casting
import Yams

/// What the table of quotas calls measures and attributes, beside castplan's own names.
enum QuotaWords {
  /// The measure that a word means; other words stay, so that whoever reads them says what is wrong.
  static func measure(_ word: String) -> String {
    let key = HeaderText.normalized(word)
    let found = measures.first { $0.words.contains { HeaderText.normalized($0) == key } }
    return found?.measure.rawValue ?? word
  }

  /// Its conditions with castplan's names for attributes.
  static func filter(_ node: Node) -> Node {
    guard case .mapping(let mapping) = node else { return node }
    return .mapping(
      Node.Mapping(
        mapping.map { key, value in
          guard let word = key.scalar?.string else { return (key, value) }
          return (Node(attribute(word)), value)
        }))
  }

  /// `媒体：tiktok、ティア：micro` as `媒体: tiktok, ティア: micro`, in braces.
  static func flow(_ text: String) -> String {
    if text.hasPrefix("{") { return text }
    if text.contains("\"") { return "{\(text)}" }
    var flow = ""
    for character in text {
      switch character {
      case "：": flow += ": "
      case "、", "，", "；", ";": flow += ", "
      default: flow.append(character.isNewline ? " " : character)
      }
    }
    return "{\(flow)}"
  }

  private static func attribute(_ word: String) -> String {
    let key = HeaderText.normalized(word)
    let found = attributes.first { entry in
      ([entry.name] + entry.words).contains { HeaderText.normalized($0) == key }
    }
    return found?.name ?? word
  }

  private static let measures: [(measure: Quota.Measure, words: [String])] =
    Quota.Measure.allCases.map { measure in
      switch measure {
      case .count: (measure, ["count", "件数", "本数", "deals"])
      case .creators: (measure, ["creators", "人数"])
      case .spend: (measure, ["spend", "費用", "金額"])
      case .views: (measure, ["views", "viewers", "視聴数", "視聴者数", "再生数", "インプレッション"])
      case .posts: (measure, ["posts", "投稿数", "投稿本数"])
      case .spendShare: (measure, ["spend_share", "費用割合", "費用比率", "share of spend"])
      }
    }

  private static let attributes: [(name: String, words: [String])] =
    DealFilter.Attribute.allCases.map { attribute in
      let words =
        switch attribute {
        case .tier: ["ティア", "規模", "ランク"]
        case .platform: ["媒体", "プラットフォーム"]
        case .niche: ["ジャンル", "タグ"]
        case .language: ["言語"]
        case .region: ["地域", "都道府県"]
        case .agency: ["事務所", "所属"]
        case .employment: ["雇用", "雇用形態"]
        case .certification: ["認定", "資格"]
        case .creator: ["クリエイター", "クリエイターID", "出演者"]
        case .product: ["商品", "商品ID"]
        case .category: ["カテゴリ", "カテゴリー"]
        case .format: ["施策", "形式"]
        }
      return (attribute.rawValue, words)
    } + [
      ("followers", ["フォロワー", "フォロワー数"]), ("engagement_rate", ["反応率"]),
      ("audience", ["視聴者層", "視聴者"]),
    ]
}
