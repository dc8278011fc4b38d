import Allocation

/// Creators whose casting depends on each other's, by rows of the roster.
package struct CampaignLinks: Sendable {
  /// A group of creators as the brief names it.
  package struct Group: Sendable {
    /// Rows of the roster, ascending, no duplicates; at least two.
    var members: [Int]
    var rule: ItemLink.Rule
    /// In the brief's order.
    var creatorIDs: [String]
    /// Whose accounts they are; nil where they are people of their own.
    var person: String?
    /// Of the rule, among the campaign's.
    var number: Int
  }

  /// In the order of the rules.
  let groups: [Group]
  /// Creators whose casting depends on each other's, ascending; in the order of the groups.
  let components: [[Int]]

  init(_ groups: [Group]) {
    self.groups = groups
    var components: [Set<Int>] = []
    for group in groups {
      let touching = components.filter { !$0.isDisjoint(with: group.members) }
      components.removeAll { !$0.isDisjoint(with: group.members) }
      components.append(touching.reduce(Set(group.members)) { $0.union($1) })
    }
    self.components = components.map { $0.sorted() }
  }

  var itemLinks: [ItemLink] {
    groups.map { ItemLink(members: $0.members.map { Int32($0) }, rule: $0.rule) }
  }
}
