/// The mean audience of creators whose audience is known, gathered over any number of rosters with
/// the same cells.
struct AudienceMean: Sendable, Codable, Equatable {
  private static let bands = AudienceCells.ageBands.count

  private(set) var cells = AudienceCells.ageByGender
  /// Sums of shares; S.
  private var jointSum = [Double](repeating: 0, count: AudienceCells.ageByGender.count)
  private var ageSum = [Double](repeating: 0, count: bands)
  private var femaleSum = 0.0
  private var knownJointly = 0.0
  private var knownAges = 0.0
  private var knownFemale = 0.0

  /// Creators of whose audience all is known that rules have to know.
  func known(_ traits: AudienceTraits) -> Int {
    switch (traits.genders, traits.ages) {
    case (true, false) where knownFemale > 0: Int(knownFemale)
    case (false, true) where knownAges > 0: Int(knownAges)
    default: Int(knownJointly)
    }
  }

  /// Adds creators in their order: the same bits in however many parts they come.
  mutating func add(_ roster: Roster) {
    if cells != roster.audienceCells {
      cells = roster.audienceCells
      jointSum = [Double](repeating: 0, count: cells.count)
    }
    if roster.cellShares.isEmpty { addAges(roster) } else { addCells(roster) }
  }

  private mutating func addCells(_ roster: Roster) {
    for creator in 0..<roster.count {
      let base = creator * cells.count
      guard !roster.cellShares[base].isNaN else { continue }
      knownJointly += 1
      for cell in 0..<cells.count { jointSum[cell] += roster.cellShares[base + cell] }
    }
  }

  private mutating func addAges(_ roster: Roster) {
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
      knownJointly += 1
      for band in 0..<Self.bands {
        jointSum[band] += female * shares[band]
        jointSum[Self.bands + band] += (1 - female) * shares[band]
      }
    }
  }

  /// Whether it can have been gathered: read from a file, it may hold anything.
  var isSound: Bool {
    let numbers = jointSum + ageSum + [femaleSum, knownJointly, knownAges, knownFemale]
    return cells.count > 0 && Set(cells.names).count == cells.count
      && jointSum.count == cells.count && ageSum.count == Self.bands
      && numbers.allSatisfy { $0 >= 0 && $0.isFinite }
      && (knownJointly == 0 || jointSum.contains { $0 > 0 })
      && (knownAges == 0 || ageSum.contains { $0 > 0 })
  }

  /// The default mix, S: the brief's audience, else the mean over creators whose audience is known,
  /// else equal shares.
  func mix(brief: Brief) -> [Double] {
    if let audience = brief.audience, cells.areAgesByGender {
      return mix(audience.femaleShare, audience.ageShares)
    }
    if knownJointly > 0 { return jointSum.map { $0 / knownJointly } }
    guard cells == .ageByGender else {
      return [Double](repeating: 1 / Double(cells.count), count: cells.count)
    }
    return mix(
      knownFemale > 0 ? femaleSum / knownFemale : 0.5,
      knownAges > 0
        ? ageSum.map { $0 / knownAges }
        : [Double](repeating: 1 / Double(Self.bands), count: Self.bands))
  }

  /// Ages and genders told in the cells; where not every pair has a cell, those that have one share
  /// the whole.
  private func mix(_ female: Double, _ ages: [Double]) -> [Double] {
    let shares = zip(cells.ageOfCell, cells.genderOfCell).map { age, gender in
      ages[age ?? 0] * (gender == 0 ? female : 1 - female)
    }
    if cells == .ageByGender { return shares }
    let sum = shares.reduce(0, +)
    return sum > 0
      ? shares.map { $0 / sum } : [Double](repeating: 1 / Double(shares.count), count: shares.count)
  }
}
