/// Audience shares q_is of every creator, and the mix assumed where they are unknown, model (5).
public struct AudienceEstimate: Sendable {
  /// The default mix: the population of the market; S, sums to 1.
  public let defaultMix: [Double]
  /// n × S, row-major; every row sums to 1.
  public let shares: [Double]

  private static let bands = AudienceCells.ageBands.count
  private static let cells = AudienceCells.ageByGender.count

  /// A creator of whom only ages or only genders are known gets the other from the default mix.
  public init(roster: Roster, brief: Brief) {
    let mix = Self.defaultMix(roster: roster, brief: brief)
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

  /// The brief's audience, else the mean over creators whose audience is known, else equal shares.
  static func defaultMix(roster: Roster, brief: Brief) -> [Double] {
    if let audience = brief.audience { return cells(audience.femaleShare, audience.ageShares) }
    var joint = [Double](repeating: 0, count: cells)
    var ageSum = [Double](repeating: 0, count: bands)
    var femaleSum = 0.0
    var known = (both: 0.0, ages: 0.0, female: 0.0)
    for creator in 0..<roster.count {
      let female = roster.femaleShares[creator]
      let ages = ages(roster, creator)
      if !female.isNaN {
        femaleSum += female
        known.female += 1
      }
      guard let ages else { continue }
      known.ages += 1
      for band in 0..<bands { ageSum[band] += ages[band] }
      guard !female.isNaN else { continue }
      known.both += 1
      for band in 0..<bands {
        joint[band] += female * ages[band]
        joint[bands + band] += (1 - female) * ages[band]
      }
    }
    if known.both > 0 { return joint.map { $0 / known.both } }
    return cells(
      known.female > 0 ? femaleSum / known.female : 0.5,
      known.ages > 0
        ? ageSum.map { $0 / known.ages } : [Double](repeating: 1 / Double(bands), count: bands))
  }

  private static func cells(_ female: Double, _ ages: [Double]) -> [Double] {
    ages.map { female * $0 } + ages.map { (1 - female) * $0 }
  }

  /// Age shares of a creator; nil unless all are known.
  private static func ages(_ roster: Roster, _ creator: Int) -> [Double]? {
    guard roster.ageShares[0].isPresent else { return nil }
    let ages = roster.ageShares.map { $0[creator] }
    return ages.contains { $0.isNaN } ? nil : ages
  }
}
