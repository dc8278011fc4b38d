/// What has to be known of an audience to tell the share of certain people in it.
package struct AudienceTraits: Sendable, Equatable {
  package var genders = false
  package var ages = false

  /// Nothing.
  package init() {}

  /// What the share of some cells goes by: all ages of a gender are told by genders alone, both genders of an
  /// age by ages alone.
  package init(of cells: [Int], among all: AudienceCells) {
    let asked = Set(cells)
    func isWhole(_ group: [Int?]) -> Bool {
      Set(group.compactMap { $0 }).allSatisfy { value in
        let members = group.indices.filter { group[$0] == value }.filter(asked.contains)
        return members.isEmpty || members.count == group.count { $0 == value }
      }
    }
    guard !asked.isEmpty, asked.count < all.count else { return }
    genders = !isWhole(all.ageOfCell)
    ages = !isWhole(all.genderOfCell)
  }

  fileprivate mutating func join(_ other: AudienceTraits) {
    genders = genders || other.genders
    ages = ages || other.ages
  }
}

extension Brief {
  /// What its rules have to know of audiences.
  package func audienceTraits(_ cells: AudienceCells) -> AudienceTraits {
    audienceConditions.reduce(into: AudienceTraits()) {
      $0.join(AudienceTraits(of: cells.cells(called: $1.cells), among: cells))
    }
  }
}

extension Roster {
  /// Whether the default mix stands in for what has to be known of a creator's audience.
  package func isAudienceAssumed(_ creator: Int, _ traits: AudienceTraits) -> Bool {
    if !cellShares.isEmpty { return cellShares[creator * audienceCells.count].isNaN }
    return traits.genders && femaleShares[creator].isNaN
      || traits.ages && ageShares.contains { $0[creator].isNaN }
  }

  /// How many creators that is so of, for the rules of a brief.
  package func assumedAudiences(_ brief: Brief) -> Int {
    let traits = brief.audienceTraits(audienceCells)
    return (0..<count).count { isAudienceAssumed($0, traits) }
  }
}
