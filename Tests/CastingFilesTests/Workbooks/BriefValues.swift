import Casting

/// All that a brief says, as one text in a fixed order: briefs are the same where their texts are.
enum BriefValues {
  static func text(_ brief: Brief) -> String { lines(brief, "brief").joined(separator: "\n") }

  private static func lines(_ value: Any, _ path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return ["\(path) = \(String(reflecting: value))"] }
    var parts = mirror.children.enumerated().map { index, child in
      lines(child.value, path + "." + (child.label ?? String(index)))
    }
    // Pairs of a dictionary come in any order.
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set {
      parts = mirror.children.map { lines($0.value, path) }.sorted {
        $0.description < $1.description
      }
    }
    return parts.flatMap { $0 }
  }
}
