/// What tables of creators show of one beside her numbers in the model, as the roster has it.
public struct CreatorProfile: Sendable, Equatable {
  /// Texts are empty where the roster says nothing.
  public var handle = ""
  /// Address of her page, "" as every text here that the roster does not have.
  public var url = ""
  /// Who represents her.
  public var agency = ""
  /// As the roster writes it.
  public var region = ""
  /// Tags as written.
  public var niche = ""
  /// People.
  public var followers = 0.0
  /// Nil, as the next two, where it is not known.
  public var engagementRate: Double?
  /// Of the audience, 0…1.
  public var femaleShare: Double?
  /// The band of `AudienceCells.ageBands` with most of the audience, the youngest of equal ones.
  public var mainAge: String?

  /// Nothing is known.
  package init() {}

  /// - Parameter creator: row of the roster.
  package init(_ roster: Roster, creator: Int) {
    handle = roster.handles[creator]
    url = roster.urls[creator]
    agency = roster.agencies[creator]
    region = roster.regions[creator]
    niche = roster.niches[creator]
    followers = roster.followers[creator]
    engagementRate = Self.known(roster.engagementRates[creator])
    let audience = KnownAudience(roster, creator: creator)
    femaleShare = audience.femaleShare
    mainAge = audience.mainAge
  }

  private static func known(_ number: Double) -> Double? { number.isNaN ? nil : number }
}

/// What the roster itself says of an audience: nothing here is assumed.
private struct KnownAudience {
  var femaleShare: Double?
  /// By age band; empty where they are not all known.
  var ages: [Double] = []

  init(_ roster: Roster, creator: Int) {
    let female = roster.femaleShares[creator]
    femaleShare = female.isNaN ? nil : female
    let bands = roster.ageShares.map { $0[creator] }
    if !bands.contains(where: \.isNaN) { ages = bands }
    // Cells of the user's own go first, where their names tell something.
    let cells = roster.audienceCells
    let first = creator * cells.count
    guard !roster.cellShares.isEmpty, !roster.cellShares[first].isNaN else { return }
    let shares = roster.cellShares[first..<first + cells.count]
    if let genders = Self.sums(
      shares, by: cells.genderOfCell, count: AudienceCells.genders.count)
    {
      femaleShare = genders[0] / genders.reduce(0, +)
    }
    ages = Self.sums(shares, by: cells.ageOfCell, count: AudienceCells.ageBands.count) ?? ages
  }

  var mainAge: String? {
    guard let most = ages.max(), let band = ages.firstIndex(of: most) else { return nil }
    return AudienceCells.ageBands[band]
  }

  /// Nil where no cell with people in it tells its group.
  private static func sums(
    _ shares: ArraySlice<Double>, by groupOfCell: [Int?], count: Int
  ) -> [Double]? {
    var sums = [Double](repeating: 0, count: count)
    for (share, group) in zip(shares, groupOfCell) {
      if let group { sums[group] += share }
    }
    return sums.contains { $0 > 0 } ? sums : nil
  }
}
