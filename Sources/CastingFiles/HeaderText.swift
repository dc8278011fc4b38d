import Foundation

/// Headers and words compared as people see them.
enum HeaderText {
  /// NFKC, lower case, without blanks, underscores and hyphens.
  static func normalized(_ text: String) -> String {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
    return String(
      folded.filter { !$0.isWhitespace && $0 != "_" && $0 != "-" && $0 != "\u{FEFF}" })
  }
}
