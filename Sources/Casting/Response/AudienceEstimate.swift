/// Audience shares q_is of every creator, and the mix assumed where they are unknown, model (5).
package struct AudienceEstimate: Sendable {
  package let cells: AudienceCells
  /// The default mix: the population of the market; S, sums to 1.
  package let defaultMix: [Double]
  /// n × S, row-major; every row sums to 1.
  package let shares: [Double]

  private static let bands = AudienceCells.ageBands.count

  /// A creator of whom only ages or only genders are known gets the other from the default mix.
  ///
  /// - Parameter mix: the default mix; S, sums to 1.
  package init(roster: Roster, defaultMix mix: [Double]) {
    cells = roster.audienceCells
    defaultMix = mix
    shares =
      roster.cellShares.isEmpty
      ? Self.sharesOfAges(roster, mix) : Self.sharesOfCells(roster, mix)
  }

  private static func sharesOfCells(_ roster: Roster, _ mix: [Double]) -> [Double] {
    var shares = roster.cellShares
    for base in stride(from: 0, to: shares.count, by: mix.count) where shares[base].isNaN {
      for cell in mix.indices { shares[base + cell] = mix[cell] }
    }
    return shares
  }

  private static func sharesOfAges(_ roster: Roster, _ mix: [Double]) -> [Double] {
    let mixFemale = mix[..<bands].reduce(0, +)
    let mixAges = (0..<bands).map { mix[$0] + mix[bands + $0] }
    var shares = [Double](repeating: 0, count: roster.count * mix.count)
    for creator in 0..<roster.count {
      let female = roster.femaleShares[creator]
      let ages = ages(roster, creator)
      let base = creator * mix.count
      guard !female.isNaN || ages != nil else {
        for cell in mix.indices { shares[base + cell] = mix[cell] }
        continue
      }
      for band in 0..<bands {
        let age = ages?[band] ?? mixAges[band]
        let women = female.isNaN ? mixFemale : female
        shares[base + band] = women * age
        shares[base + bands + band] = (1 - women) * age
      }
    }
    return shares
  }

  /// What share of a creator's audience is in some cells.
  package func share(of creator: Int, in chosen: [Int]) -> Double {
    chosen.reduce(0) { $0 + shares[creator * cells.count + $1] }
  }

  /// The same, with the default mix of this very roster and brief.
  package init(roster: Roster, brief: Brief) {
    var mean = AudienceMean()
    mean.add(roster)
    self.init(roster: roster, defaultMix: mean.mix(brief: brief))
  }

  /// Age shares of a creator; nil unless all are known.
  private static func ages(_ roster: Roster, _ creator: Int) -> [Double]? {
    guard roster.ageShares[0].isPresent else { return nil }
    let ages = roster.ageShares.map { $0[creator] }
    return ages.contains { $0.isNaN } ? nil : ages
  }
}
