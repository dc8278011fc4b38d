/// Audience shares q_is of every creator, and the mix assumed where they are unknown, model (5).
public struct AudienceEstimate: Sendable {
  /// The default mix: the population of the market; S, sums to 1.
  public let defaultMix: [Double]
  /// n × S, row-major; every row sums to 1.
  public let shares: [Double]

  private static let bands = AudienceCells.ageBands.count
  private static let cells = AudienceCells.ageByGender.count

  /// A creator of whom only ages or only genders are known gets the other from the default mix.
  ///
  /// - Parameter mix: the default mix; S, sums to 1.
  public init(roster: Roster, defaultMix mix: [Double]) {
    let mixFemale = mix[..<Self.bands].reduce(0, +)
    let mixAges = (0..<Self.bands).map { mix[$0] + mix[Self.bands + $0] }
    var shares = [Double](repeating: 0, count: roster.count * Self.cells)
    for creator in 0..<roster.count {
      let female = roster.femaleShares[creator]
      let ages = Self.ages(roster, creator)
      let base = creator * Self.cells
      guard !female.isNaN || ages != nil else {
        for cell in 0..<Self.cells { shares[base + cell] = mix[cell] }
        continue
      }
      for band in 0..<Self.bands {
        let age = ages?[band] ?? mixAges[band]
        let women = female.isNaN ? mixFemale : female
        shares[base + band] = women * age
        shares[base + Self.bands + band] = (1 - women) * age
      }
    }
    defaultMix = mix
    self.shares = shares
  }

  /// The same, with the default mix of this very roster and brief.
  public init(roster: Roster, brief: Brief) {
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
