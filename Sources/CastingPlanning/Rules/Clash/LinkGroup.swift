import Allocation
import Casting

/// Creators whom the brief casts together or keeps apart.
struct LinkGroup: Sendable, Equatable {
  enum Rule: Sendable {
    /// Every one of them, or none.
    case allOrNone
    /// At most one.
    case atMostOne
  }

  var rule: Rule
  var creatorIDs: [String]
}

extension Brief {
  /// The groups in a fixed order: together, then apart.
  var linkGroups: [LinkGroup] {
    together.map { LinkGroup(rule: .allOrNone, creatorIDs: $0) }
      + apart.map { LinkGroup(rule: .atMostOne, creatorIDs: $0) }
  }

  /// Takes out the groups at the given places of `linkGroups`.
  mutating func removeLinkGroups(at places: Set<Int>) {
    let first = together.count
    together = together.indices.filter { !places.contains($0) }.map { together[$0] }
    apart = apart.indices.filter { !places.contains(first + $0) }.map { apart[$0] }
  }
}

extension CastingProblem {
  /// The groups as links between items, in their order.
  static func links(_ groups: [LinkGroup], in roster: Roster) -> [ItemLink] {
    guard !groups.isEmpty else { return [] }
    var rows: [String: Int32] = [:]
    for row in 0..<roster.count { rows[roster.creatorIDs[row]] = Int32(row) }
    return groups.map { group in
      ItemLink(
        members: Set(group.creatorIDs.compactMap { rows[$0] }).sorted(),
        rule: group.rule == .allOrNone ? .allOrNone : .atMostOne)
    }
  }
}
