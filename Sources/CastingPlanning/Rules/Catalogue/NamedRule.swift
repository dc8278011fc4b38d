/// A rule of a campaign as every command calls it: plans, explanations, what-ifs and comparisons.
package struct NamedRule: Sendable, Equatable {
  /// In the words of the brief.
  package var name: String
  /// The name without blanks; unlike any other of the campaign.
  package var id: String
  /// Whether plans can be made without it. The budget is moved, not dropped.
  package var canBeDropped: Bool

  /// Names without blanks; of equal ones the second gets a number.
  static func ids(_ names: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return names.map { name in
      let id = name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
      seen[id, default: 0] += 1
      let count = seen[id] ?? 1
      return count == 1 ? id : "\(id)#\(count)"
    }
  }
}
