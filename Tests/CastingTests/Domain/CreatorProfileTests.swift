import Casting
import CastingTestSupport
import Testing

struct CreatorProfileTests {
  private static func roster() -> Roster {
    var roster = TestCampaigns.roster(followers: [1_000, 2_000, 3_000])
    roster.engagementRates = NumberColumn([0.02, .nan, 0])
    roster.femaleShares = NumberColumn([0.7, .nan, 0])
    return roster
  }

  @Test func `what the roster does not say is not known`() {
    let profiles = (0..<3).map { CreatorProfile(Self.roster(), creator: $0) }
    #expect(profiles.map(\.engagementRate) == [0.02, nil, 0])
    #expect(profiles.map(\.femaleShare) == [0.7, nil, 0])
    #expect(profiles.map(\.mainAge) == [nil, nil, nil])
    #expect(profiles.map(\.followers) == [1_000, 2_000, 3_000])
  }

  @Test func `the youngest of equal bands is the main one, and half an audience is none`() {
    var roster = Self.roster()
    let bands = [
      [0.1, 0.1, 0.2], [0.3, 0.2, 0.2], [0.3, 0.2, 0.2], [0.1, 0.5, 0.2], [0.1, .nan, 0.1],
    ]
    roster.ageShares = (bands + [[0.1, 0, 0.1]]).map { NumberColumn($0) }
    let ages = (0..<3).map { CreatorProfile(roster, creator: $0).mainAge }
    #expect(ages == ["20_29", nil, "13_19"])
  }

  /// Cells of the user's own go before columns of ages, where they tell something and are known.
  @Test func `cells tell what their names do`() {
    var roster = Self.roster()
    roster.audienceCells = AudienceCells(names: ["tokyo", "female_20_29", "male 30-39"])
    roster.cellShares = [0.5, 0.3, 0.2] + [.nan, .nan, .nan] + [1, 0, 0]
    let profiles = (0..<3).map { CreatorProfile(roster, creator: $0) }
    #expect(profiles[0].femaleShare == 0.3 / (0.3 + 0.2) && profiles[0].mainAge == "20_29")
    #expect(profiles[1].femaleShare == nil && profiles[1].mainAge == nil)
    // Nobody is in a cell that tells an age or a gender: the column of women does.
    #expect(profiles[2].femaleShare == 0 && profiles[2].mainAge == nil)
  }
}
