import Foundation

/// Words that stand in a cell instead of a value.
public enum CellState: String, CaseIterable, Codable, Sendable {
  /// The amount is to be asked for: `要相談`, `ASK`.
  case ask
  /// Not known, not measured, not applicable: `-`, `N/A`, `不明`.
  case unknown
  /// `なし`: nothing, where 0 means none, else not known.
  case none

  private static let words: [String: CellState] = {
    var words: [String: CellState] = [:]
    for word in [
      "要相談", "応相談", "ご相談", "相談", "要見積", "要見積もり", "見積", "別途見積", "別途", "要問合せ", "要問い合わせ",
      "お問い合わせ", "お問合せ", "問い合わせ", "未定", "調整中", "時価", "ask", "tbd", "tbc", "tba", "negotiable",
      "onrequest", "uponrequest", "contact", "contactus", "quote", "poa", "dm", "askforquote",
    ] { words[word] = .ask }
    for word in [
      "-", "--", "---", "—", "–", "―", "ー", "－", "−", "‐", "n/a", "na", "#n/a", "n.a.", "nan",
      "null",
      "nil", "none", "unknown", "不明", "未計測", "未測定", "未取得", "非公開", "該当なし", "データなし", "?",
      "？", "...", "…",
    ] { words[word] = .unknown }
    for word in ["なし", "無し", "無", "ナシ"] { words[word] = CellState.none }
    return words
  }()

  /// The state that a cell names; nil for any other text.
  public init?(_ text: String) {
    guard text.utf8.count <= 36 else { return nil }
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
      .filter { !$0.isWhitespace }
    guard let state = Self.words[folded] else { return nil }
    self = state
  }
}
