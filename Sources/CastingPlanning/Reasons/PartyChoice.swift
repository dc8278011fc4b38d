import Allocation

/// Which creators of overlapping groups are best cast together, from what each would earn.
enum PartyChoice {
  struct Member {
    var creator: Int
    /// When she is cast; −∞ when no set of deals keeps her rules.
    var earnings: Double
    /// Whether she must be cast.
    var isRequired: Bool
  }

  /// Those who are cast all or none.
  private struct Party {
    var earnings = 0.0
    var isRequired = false
    var creators: Set<Int> = []
    var rivals: Set<Int> = []
  }

  /// The most that the members earn together as their groups allow; −∞ when nothing is allowed.
  static func most(_ members: [Member], groups: [CampaignLinks.Group]) -> Double {
    let parties = CastParties(groups)
    var byFirst: [Int: Party] = [:]
    for member in members {
      let first = parties.party(of: member.creator)[0]
      var party = byFirst[first] ?? Party()
      party.earnings += member.earnings
      party.isRequired = party.isRequired || member.isRequired
      party.creators.insert(member.creator)
      party.rivals.formUnion(parties.rivals(of: member.creator))
      byFirst[first] = party
    }
    let all = byFirst.keys.sorted().compactMap { byFirst[$0] }
      .filter { $0.isRequired || ($0.earnings > 0 && $0.rivals.isDisjoint(with: $0.creators)) }
    var partyOfCreator: [Int: Int] = [:]
    for (number, party) in all.enumerated() {
      for creator in party.creators { partyOfCreator[creator] = number }
    }
    let rivals = all.enumerated().map { number, party in
      Set(party.rivals.compactMap { partyOfCreator[$0] }).subtracting([number])
    }
    let values = ConflictValues(
      ConflictOrder(rivals: rivals),
      worth: all.map { $0.rivals.isDisjoint(with: $0.creators) ? $0.earnings : -.infinity },
      isRequired: all.map(\.isRequired))
    var search = ConflictSearch(values, rivals: rivals)
    return search.most()
  }
}
