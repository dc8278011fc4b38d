import Casting
import Testing

/// Which cells names stand for.
@Suite struct AudienceShareTests {
  @Test(arguments: [
    ("female_20_29", [1]), ("Female 20-29", [1]), ("20代女性", [1]), ("女性20代", [1]),
    ("20代の女性", [1]), ("male_60_plus", [11]), ("男性60代", [11]), ("female 60+", [5]),
    ("female", [0, 1, 2, 3, 4, 5]), ("女性", [0, 1, 2, 3, 4, 5]), ("MALE", [6, 7, 8, 9, 10, 11]),
    ("20_29", [1, 7]), ("age_20_29", [1, 7]), ("30代", [2, 8]), ("60_plus", [5, 11]),
    ("60+", [5, 11]), ("60代以上", [5, 11]), ("13_19", [0, 6]), ("10代", [0, 6]),
    ("femal", []), ("20_30", []), ("tokyo", []), ("tokyo/female", []), ("", []), ("120_29", []),
  ])
  func namesOfAgesByGenders(name: String, cells: [Int]) {
    #expect(AudienceCells.ageByGender.cells(called: name) == cells)
  }

  @Test(arguments: [
    ("東京/女性", [0]), ("大阪/20代女性", [1]), ("女性", [0, 1]), ("20代", [1]), ("地方", [2]), ("男性", []),
    ("地 方", [2]), ("東京", []),
  ])
  func namesOfTheUsersOwn(name: String, cells: [Int]) {
    #expect(AudienceCells(names: ["東京/女性", "大阪/20代女性", "地方"]).cells(called: name) == cells)
  }

  /// What a cell itself is called goes before what its name tells.
  @Test func aCellGoesBeforeItsGroup() {
    let cells = AudienceCells(names: ["female", "female_20_29"])
    #expect(cells.cells(called: "female") == [0])
    #expect(cells.cells(called: ["female", "female_20_29", "20_29"]) == [0, 1])
    #expect(cells.choices == ["female", "female_20_29", "20_29"])
  }

  /// 0.1 + 0.2 is 0.30000000000000004, 0.8 − 0.5 is 0.30000000000000004, 0.7 · 0.1 less than 0.07.
  @Test func roundingDecidesNothing() {
    let least = AudienceShare(cells: ["a"], range: 0.3...Double.infinity)
    #expect(least.admits(0.1 + 0.2) && least.admits(1 - 0.7) && least.admits(0.3 - 1e-12))
    #expect(!least.admits(0.2999999))
    let most = AudienceShare(cells: ["a"], range: -Double.infinity...0.3)
    #expect(most.admits(0.1 + 0.2) && !most.admits(0.3000001))
  }
}
