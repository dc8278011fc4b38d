import Casting
import Testing

struct AudienceEstimateTests {
  private let young = [1.0, 0, 0, 0, 0, 0]
  private let old = [0.0, 0, 0, 0, 0, 1]

  private func roster(female: [Double], ages: [[Double]?]) -> Roster {
    var roster = TestCampaigns.roster(followers: [Double](repeating: 1, count: female.count))
    roster.femaleShares = NumberColumn(female)
    roster.ageShares = (0..<6).map { band in NumberColumn(ages.map { $0?[band] ?? .nan }) }
    return roster
  }

  private func expectClose(_ shares: some Sequence<Double>, _ expected: [Double]) {
    for (share, wanted) in zip(shares, expected) { #expect(abs(share - wanted) < 1e-15) }
  }

  @Test func equalSharesWhenNothingIsKnown() {
    let mix = AudienceEstimate(
      roster: TestCampaigns.roster(followers: [1]), brief: Brief()
    ).defaultMix
    expectClose(mix, [Double](repeating: 1.0 / 12, count: 12))
  }

  /// Young women and old men, half each: the mix keeps them together, cell by cell.
  @Test func defaultMixIsTheMeanOfKnownRows() {
    let estimate = AudienceEstimate(
      roster: roster(female: [1, 0, .nan], ages: [young, old, nil]), brief: Brief())
    var expected = [Double](repeating: 0, count: 12)
    expected[0] = 0.5
    expected[11] = 0.5
    expectClose(estimate.defaultMix, expected)
    expectClose(estimate.shares[24..<36], expected)
  }

  /// Only ages known (young): women by the mix's half. Only gender known (30 % women): ages by the
  /// mix, half young, half old.
  @Test func missingFactorComesFromTheMixsMarginal() {
    let estimate = AudienceEstimate(
      roster: roster(female: [1, 0, .nan, 0.3], ages: [young, old, young, nil]), brief: Brief())
    var youngOnly = [Double](repeating: 0, count: 12)
    youngOnly[0] = 0.5
    youngOnly[6] = 0.5
    expectClose(estimate.shares[24..<36], youngOnly)
    var genderOnly = [Double](repeating: 0, count: 12)
    (genderOnly[0], genderOnly[5], genderOnly[6], genderOnly[11]) = (0.15, 0.15, 0.35, 0.35)
    expectClose(estimate.shares[36..<48], genderOnly)
  }

  @Test func briefsAudienceIsTheDefaultMix() {
    var brief = Brief()
    brief.audience = AudienceMix(femaleShare: 0.25, ageShares: young)
    let estimate = AudienceEstimate(roster: roster(female: [1], ages: [old]), brief: brief)
    expectClose(estimate.defaultMix, [0.25, 0, 0, 0, 0, 0, 0.75, 0, 0, 0, 0, 0])
    #expect(estimate.shares[5] == 1)
  }
}
