/// The mean audience of creators whose audience is known, gathered over any number of rosters.
struct AudienceMean: Sendable, Codable, Equatable {
  private static let bands = AudienceCells.ageBands.count
  private static let cells = AudienceCells.ageByGender.count

  private var jointSum = [Double](repeating: 0, count: cells)
  private var ageSum = [Double](repeating: 0, count: bands)
  private var femaleSum = 0.0
  private var knownBoth = 0.0
  private var knownAges = 0.0
  private var knownFemale = 0.0

  /// Adds creators in their order: the same bits in however many parts they come.
  mutating func add(_ roster: Roster) {
    let females = roster.femaleShares
    let ages = roster.ageShares.map(\.values)
    var shares = [Double](repeating: 0, count: Self.bands)
    for creator in 0..<roster.count {
      let female = females[creator]
      if !female.isNaN {
        femaleSum += female
        knownFemale += 1
      }
      guard roster.ageShares[0].isPresent else { continue }
      for band in 0..<Self.bands { shares[band] = ages[band][creator] }
      guard !shares.contains(where: \.isNaN) else { continue }
      knownAges += 1
      for band in 0..<Self.bands { ageSum[band] += shares[band] }
      guard !female.isNaN else { continue }
      knownBoth += 1
      for band in 0..<Self.bands {
        jointSum[band] += female * shares[band]
        jointSum[Self.bands + band] += (1 - female) * shares[band]
      }
    }
  }

  /// The default mix, S: the brief's audience, else the mean over creators whose audience is known,
  /// else equal shares.
  func mix(brief: Brief) -> [Double] {
    if let audience = brief.audience { return Self.cells(audience.femaleShare, audience.ageShares) }
    if knownBoth > 0 { return jointSum.map { $0 / knownBoth } }
    return Self.cells(
      knownFemale > 0 ? femaleSum / knownFemale : 0.5,
      knownAges > 0
        ? ageSum.map { $0 / knownAges }
        : [Double](repeating: 1 / Double(Self.bands), count: Self.bands))
  }

  private static func cells(_ female: Double, _ ages: [Double]) -> [Double] {
    ages.map { female * $0 } + ages.map { (1 - female) * $0 }
  }
}
