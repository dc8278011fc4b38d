import Casting

extension AuditInputs {
  /// The first column in which a profile is not what the roster says; nil where there is none.
  func difference(
    _ claimed: CreatorProfile, of creator: Int
  ) -> (column: String, expected: String?, found: String?)? {
    let roster = campaign.roster
    let texts: [(column: String, expected: String?, found: String?)] = [
      ("handle", roster.handles[creator], claimed.handle),
      ("url", roster.urls[creator], claimed.url),
      ("agency", roster.agencies[creator], claimed.agency),
      ("region", roster.regions[creator], claimed.region),
      ("niche", roster.niches[creator], claimed.niche),
      ("main_age", mainAge(creator), claimed.mainAge),
    ]
    if let text = texts.first(where: { $0.expected != $0.found }) { return text }
    let numbers = [
      ("followers", roster.followers[creator], claimed.followers),
      ("engagement_rate", roster.engagementRates[creator], claimed.engagementRate ?? .nan),
      ("female_share", femaleShare(creator), claimed.femaleShare ?? .nan),
    ]
    let number = numbers.first { _, expected, found in
      expected.isNaN != found.isNaN
        || (expected - found).magnitude > 1e-9 * max(1, expected.magnitude)
    }
    func text(_ number: Double) -> String? { number.isNaN ? nil : "\(number)" }
    return number.map { ($0.0, text($0.1), text($0.2)) }
  }

  /// Shares of the cells of one of the user's own tables; nil without such a table, or a row of hers.
  private func cells(_ creator: Int) -> [(name: Int, share: Double)]? {
    let roster = campaign.roster
    let count = roster.audienceCells.count
    guard roster.cellShares.count >= (creator + 1) * count, count > 0 else { return nil }
    let shares = (0..<count).map { (name: $0, share: roster.cellShares[creator * count + $0]) }
    return shares.contains { $0.share.isNaN } ? nil : shares
  }

  /// NaN where it is not known.
  private func femaleShare(_ creator: Int) -> Double {
    let genders = campaign.roster.audienceCells.genderOfCell
    let told = (cells(creator) ?? []).filter { genders[$0.name] != nil }
    let all = told.reduce(0) { $0 + $1.share }
    return all > 0
      ? told.filter { genders[$0.name] == 0 }.reduce(0) { $0 + $1.share } / all
      : campaign.roster.femaleShares[creator]
  }

  private func mainAge(_ creator: Int) -> String? {
    let ages = campaign.roster.audienceCells.ageOfCell
    let told = (cells(creator) ?? []).filter { ages[$0.name] != nil && $0.share > 0 }
    let bands = AudienceCells.ageBands.indices.map { band in
      told.isEmpty
        ? campaign.roster.ageShares[band][creator]
        : told.filter { ages[$0.name] == band }.reduce(0) { $0 + $1.share }
    }
    guard !bands.contains(where: \.isNaN) else { return nil }
    let best = bands.indices.reduce(0) { bands[$1] > bands[$0] ? $1 : $0 }
    return bands[best] > 0 ? AudienceCells.ageBands[best] : nil
  }
}
