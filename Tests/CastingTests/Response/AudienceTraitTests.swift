import Casting
import Testing

/// What of an audience has to be known for a share of it.
struct AudienceTraitTests {
  private func traits(_ names: [String]) -> AudienceTraits {
    let cells = AudienceCells.ageByGender
    return AudienceTraits(of: cells.cells(called: names), among: cells)
  }

  @Test(arguments: [
    (["female"], true, false), (["20_29"], false, true), (["20_29", "30_39"], false, true),
    (["female_20_29"], true, true), (["female", "male_20_29"], true, true),
    (["female", "male"], false, false),
  ])
  func sharesGoBy(names: [String], genders: Bool, ages: Bool) {
    #expect(traits(names).genders == genders && traits(names).ages == ages, "\(names)")
  }

  /// By definition: a share goes by a trait where moving people along it alone moves the share.
  @Test func sharesMoveWithWhatTheyGoBy() {
    let cells = AudienceCells.ageByGender
    for mask in stride(from: 1, to: 4096, by: 37) {
      let asked = (0..<cells.count).filter { mask >> $0 & 1 == 1 }
      let traits = AudienceTraits(of: asked, among: cells)
      func share(_ female: Double, _ ages: [Double]) -> Double {
        asked.reduce(0) {
          $0 + (cells.genderOfCell[$1] == 0 ? female : 1 - female) * ages[cells.ageOfCell[$1] ?? 0]
        }
      }
      let mixes = [[0.1, 0.3, 0.2, 0.2, 0.15, 0.05], [0.25, 0.05, 0.1, 0.3, 0.1, 0.2]]
      let byGender = mixes.contains { abs(share(0.2, $0) - share(0.7, $0)) > 1e-9 }
      let byAge = [0.2, 0.7].contains { abs(share($0, mixes[0]) - share($0, mixes[1])) > 1e-9 }
      #expect(traits.genders || !byGender, "\(asked)")
      #expect(traits.ages || !byAge, "\(asked)")
    }
  }
}
