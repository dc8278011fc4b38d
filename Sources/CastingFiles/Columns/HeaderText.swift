import Foundation

/// Headers and words compared as people see them.
enum HeaderText {
  /// NFKC, lower case, without blanks, underscores, hyphens and points: `Avg. Views` is `avg_views`.
  static func normalized(_ text: String) -> String {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
    return String(
      folded.filter { !$0.isWhitespace && $0 != "_" && $0 != "-" && $0 != "." && $0 != "\u{FEFF}" })
  }

  /// The field that `#5` names, from 0: the way to tell apart headers that read the same.
  static func field(_ text: String) -> Int? {
    guard text.hasPrefix("#"), let number = Int(text.dropFirst()), number >= 1 else { return nil }
    return number - 1
  }
}
