import CastingFiles
import Tables

/// What is wrong with inputs, in Japanese. Sentences on tables, cells and rows are in
/// `IssueJapanese+Tables`, `+Cells` and `+Rows`, those on briefs and questions in `+Brief` and
/// `+Questions`.
enum IssueJapanese {
  /// `what（value）。the rule。the way out。`
  static func joined(_ sentence: IssueSentence, value: String) -> String {
    let shown = value.isEmpty ? "" : "（記入: 「\(value)」）"
    return "\(sentence.what)\(shown)。\(sentence.rule)。\(sentence.remedy)。"
  }

  static func more(_ count: Int) -> String {
    "ほかに\(count)件あります。先にこれらを直して、もう一度実行してください。"
  }

  /// Faults that are passed over, and too many to be listed.
  static func moreLeftOut(_ count: Int) -> String {
    "ほかに\(count)件あります。「--rejects ファイル」を付けると、すべてを書き出します。"
  }

  /// Names one after the other.
  static func list(_ names: [String]) -> String { names.joined(separator: "、") }

  /// What a fault is in.
  static func name(_ subject: InputSubject) -> String {
    part(subject) + (subject.isKey ? "のキー" : "")
  }

  private static func part(_ subject: InputSubject) -> String {
    switch subject.part {
    case .named: "「\(subject.name)」"
    case .brief: "案件ファイル"
    case .file: "ファイル"
    case .quota: "割り当ての条件"
    case .lock: "起用の指定"
    case .ban: "除外の指定"
    case .stage: "告知の段階"
    case .niche: "ジャンル"
    case .scenario: "シナリオ"
    case .fee: "料金"
    case .group: "「\(subject.name)」の組"
    }
  }

  static func noun(_ noun: RowNoun) -> String {
    switch noun {
    case .creator: "出演者"
    case .product: "商品"
    case .deal: "起用"
    case .share: "構成比"
    }
  }

  static func meaning(_ meaning: NumberMeaning) -> String {
    switch meaning {
    case .rate: "0から1までの率"
    case .yen: "0以上の金額（\(LabelJapanese.money)）"
    case .price: "0より大きい金額（\(LabelJapanese.money)）"
    case .people: "0以上の整数（人）"
    case .market: "0より大きい人数"
    case .viewers: "1回の起用あたりの視聴者数（0以上）"
    case .whole: "0以上の整数"
    case .multiplier: "0以上の倍率（1なら変わりません）"
    case .bandwidth: "0以上の通信速度（Mbit/s）"
    case .positive: "0より大きい数"
    case .amount: "0以上の数"
    case .atLeastOne: "1以上の数"
    case .partCount: "1から100までの整数"
    case .value: "目的の単位での数"
    case .bonus: "-1から1までの割合（0.15なら15%増し）"
    case .spread: "0から3までの対数の標準偏差（0.5なら約1.6倍の幅）"
    case .change: "増やす金額（\(LabelJapanese.money)）、減らすときは負の数"
    }
  }

  static func encoding(_ encoding: TextEncoding) -> String {
    switch encoding {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .cp932: "CP932（Shift_JIS）"
    }
  }

  static let leaveEmpty = "直すか、分からないときは空欄にしてください"
  static let correct = "直してください"
}
