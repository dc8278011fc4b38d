import Allocation
import Casting

/// The brief's groups `apart` and `together`, by rows of the roster.
struct CampaignLinks: Sendable {
  /// A group of creators as the brief names it.
  struct Group: Sendable {
    /// Rows of the roster, ascending, no duplicates; at least two.
    var members: [Int]
    var rule: ItemLink.Rule
    /// In the brief's order.
    var creatorIDs: [String]
  }

  /// Those kept apart first, then those that go together, each in the brief's order.
  let groups: [Group]
  /// Creators whose casting depends on each other's, ascending; in the order of the groups.
  let components: [[Int]]

  init(_ campaign: Campaign) throws {
    let stated =
      campaign.brief.apart.map { (ids: $0, rule: ItemLink.Rule.atMostOne) }
      + campaign.brief.together.map { (ids: $0, rule: .allOrNone) }
    let wanted = Set(stated.flatMap(\.ids))
    var rowOfCreator: [String: Int] = [:]
    if !wanted.isEmpty {
      for row in 0..<campaign.roster.count {
        let id = campaign.roster.creatorIDs[row]
        if wanted.contains(id) { rowOfCreator[id] = row }
      }
    }
    let groups = try stated.compactMap { group -> Group? in
      let rows = try group.ids.map { id in
        guard let row = rowOfCreator[id] else {
          throw PlannerError.groupedCreatorUnknown(creatorID: id)
        }
        return row
      }
      let members = Set(rows).sorted()
      // A group of one limits nothing.
      guard members.count > 1 else { return nil }
      return Group(members: members, rule: group.rule, creatorIDs: group.ids)
    }
    self.groups = groups
    components = Self.components(groups)
  }

  private static func components(_ groups: [Group]) -> [[Int]] {
    var components: [Set<Int>] = []
    for group in groups {
      let touching = components.filter { !$0.isDisjoint(with: group.members) }
      components.removeAll { !$0.isDisjoint(with: group.members) }
      components.append(touching.reduce(Set(group.members)) { $0.union($1) })
    }
    return components.map { $0.sorted() }
  }

  var itemLinks: [ItemLink] {
    groups.map { ItemLink(members: $0.members.map { Int32($0) }, rule: $0.rule) }
  }
}
