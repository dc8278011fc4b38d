import Allocation

/// Which creators of overlapping groups are best cast together, from what each would earn.
struct PartyChoice {
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

  private var most = -Double.infinity
  /// By place among the groups: creators of whom one at most is cast.
  private let cliques: [Set<Int>]

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
    var choice = PartyChoice(
      cliques: groups.filter { $0.rule == .atMostOne }.map { Set($0.members) })
    choice.decide(
      all.sorted { $0.isRequired != $1.isRequired ? $0.isRequired : $0.earnings > $1.earnings },
      cast: [], earned: 0)
    return choice.most
  }

  private init(cliques: [Set<Int>]) { self.cliques = cliques }

  /// Casts the first party or leaves it, and goes on with the others.
  private mutating func decide(_ parties: [Party], cast: Set<Int>, earned: Double) {
    guard let party = parties.first else {
      most = max(most, earned)
      return
    }
    guard earned + ceiling(parties) > most else { return }
    let rest = Array(parties.dropFirst())
    let isBlocked =
      !party.rivals.isDisjoint(with: cast) || !party.rivals.isDisjoint(with: party.creators)
    if !isBlocked, party.earnings > -.infinity {
      decide(
        rest.filter { $0.isRequired || $0.rivals.isDisjoint(with: party.creators) },
        cast: cast.union(party.creators), earned: earned + party.earnings)
    }
    if !party.isRequired { decide(rest, cast: cast, earned: earned) }
  }

  /// The parties cannot earn more: one of every group that keeps them apart.
  private func ceiling(_ parties: [Party]) -> Double {
    var isSpent = [Bool](repeating: false, count: cliques.count)
    var sum = 0.0
    for party in parties {
      let clique = cliques.firstIndex { !$0.isDisjoint(with: party.creators) }
      guard let clique, !party.isRequired else {
        sum += party.earnings
        continue
      }
      if isSpent[clique] { continue }
      isSpent[clique] = true
      sum += party.earnings
    }
    return sum
  }
}
