import Casting
import CastingTestSupport
import Foundation
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

  /// What the name of a cell tells of age and gender; nothing where it is not sure.
  @Test(
    arguments: [
      ("female_20_29", 1, 0), ("Male 60-plus", 5, 1), ("tokyo/female/50–59", 4, 0),
      ("20代女性", 1, 0), ("２０代　女性", 1, 0), ("ＦＥＭＡＬＥ_60+", 5, 0), ("60代以上の男性", 5, 1), ("60+", 5, nil),
      ("age_13_19", 0, nil),
      ("women", nil, nil), ("120_29", nil, nil), ("female or male", nil, nil), ("関東", nil, nil),
      ("20_29 and 30_39", nil, nil), ("females", nil, nil),
    ] as [(String, Int?, Int?)])
  func namesTellAgesAndGenders(name: String, age: Int?, gender: Int?) {
    let cells = AudienceCells(names: [name])
    #expect(cells.ageOfCell == [age])
    #expect(cells.genderOfCell == [gender])
  }

  @Test func theTwelveCellsTellTheirOwnAgesAndGenders() {
    let cells = AudienceCells.ageByGender
    #expect(cells.ageOfCell == (0..<12).map { $0 % 6 })
    #expect(cells.genderOfCell == (0..<12).map { $0 / 6 })
    #expect(cells.areAgesByGender)
    #expect(!AudienceCells(names: ["female_20_29", "20代女性"]).areAgesByGender)
  }

  /// Orders of two creators in three cells, of which one tells an age and one a gender, against the
  /// formula written out.
  @Test func cellsOfTheUsersOwnFollowTheModel() throws {
    var roster = TestCampaigns.roster(followers: [10_000, 20_000])
    roster.audienceCells = AudienceCells(names: ["A", "female", "age 20-29"])
    roster.cellShares = [0.2, 0.3, 0.5, .nan, .nan, .nan]
    var brief = Brief()
    brief.ageWeights[1] = 1.5
    var product = Product(id: "P", price: 1_000)
    product.conversion = 0.1
    product.market = 4_000
    product.appealFemale = 2
    product.appealByAge[1] = 1.25
    let response = ResponseModel(
      campaign: Campaign(roster: roster, products: ProductList([product]), brief: brief),
      threads: 1)
    let conversion = [0.1, 0.2, 0.1875]
    expectClose(response.products.conversion, conversion)
    expectClose(response.products.marketSize, [800, 1_200, 2_000])
    expectClose(response.roster.audience.shares, [0.2, 0.3, 0.5, 0.2, 0.3, 0.5])
    let fill = [100.0, 900, 3_000]
    let expected = zip(zip(conversion, [800.0, 1_200, 2_000]), fill).reduce(0.0) {
      $0 + $1.0.0 * $1.0.1 * (1 - exp(-$1.1 / $1.0.1))
    }
    let orders = response.orders(product: 0, fill: fill, curve: .randomDuplication)
    #expect(abs(orders - expected) < 1e-9)
  }

  @Test func briefsAudienceIsTheDefaultMix() {
    var brief = Brief()
    brief.audience = AudienceMix(femaleShare: 0.25, ageShares: young)
    let estimate = AudienceEstimate(roster: roster(female: [1], ages: [old]), brief: brief)
    expectClose(estimate.defaultMix, [0.25, 0, 0, 0, 0, 0, 0.75, 0, 0, 0, 0, 0])
    #expect(estimate.shares[5] == 1)
  }
}
