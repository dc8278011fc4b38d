import Allocation

/// Who must be cast with whom, and who cannot be: the brief's groups, joined where they overlap.
struct CastParties: Sendable {
  /// Everybody who comes with a creator of a `together` group, herself included; ascending.
  private let partyOfCreator: [Int: [Int]]
  /// Everybody who is kept apart from a creator by a group of her own; no order.
  private let rivalsOfCreator: [Int: Set<Int>]

  init(_ groups: [CampaignLinks.Group]) {
    var parties: [Set<Int>] = []
    var rivals: [Int: Set<Int>] = [:]
    for group in groups {
      let members = Set(group.members)
      switch group.rule {
      case .allOrNone:
        let touching = parties.filter { !$0.isDisjoint(with: members) }
        parties.removeAll { !$0.isDisjoint(with: members) }
        parties.append(touching.reduce(members) { $0.union($1) })
      case .atMostOne:
        for member in group.members {
          rivals[member, default: []].formUnion(members.subtracting([member]))
        }
      case .within: break
      }
    }
    var partyOfCreator: [Int: [Int]] = [:]
    for party in parties {
      let sorted = party.sorted()
      for member in sorted { partyOfCreator[member] = sorted }
    }
    self.partyOfCreator = partyOfCreator
    rivalsOfCreator = rivals
  }

  /// The creators who are cast when this one is; herself alone where no group joins her.
  func party(of creator: Int) -> [Int] { partyOfCreator[creator] ?? [creator] }

  /// The creators of whom none may be cast beside this one's party; ascending.
  func rivals(of creator: Int) -> [Int] {
    if rivalsOfCreator.isEmpty { return [] }
    var rivals: Set<Int> = []
    for member in party(of: creator) { rivals.formUnion(rivalsOfCreator[member] ?? []) }
    return rivals.sorted()
  }

  /// Whether somebody of the creator's party is kept apart from another one of it.
  func isTornApart(_ creator: Int) -> Bool {
    !Set(party(of: creator)).isDisjoint(with: rivals(of: creator))
  }
}
