import Casting
import CastingPlanning
import CastingReports
import Testing

@Suite("Two lists of deals side by side, in every language")
struct CompareWordingTests {
  private let check = WordingCheck(names: SampleComparison.names)

  @Test("Every label and every obstacle is a phrase")
  func labels() {
    for label in Wording.CompareLabel.allCases { check.expect(phrase: { $0.text(label) }) }
    for obstacle in ImpossibleDeal.Obstacle.allCases {
      check.expect(phrase: { $0.text(obstacle) })
    }
    for column in SheetColumn.allCases where column != .creatorID {
      check.expect(phrase: { $0.title(column) })
    }
    for count in [1, 1_234] { check.expect(phrase: { $0.moreDeals(count) }) }
  }

  @Test("Every sentence, of lists that were worked out and of plans as stated")
  func sentences() {
    for isRecomputed in [true, false] {
      for share in [0.001, 0.25, 0.999] {
        for obstacle in ImpossibleDeal.Obstacle.allCases {
          var comparison = SampleComparison.make()
          comparison.isRecomputed = isRecomputed
          comparison.secondIsBetter = share
          comparison.first.impossible[0].obstacle = obstacle
          let made = comparison
          let count = Wording.english.sentences(made).count
          #expect(count == (isRecomputed ? 6 : 7))
          for number in 0..<count { check.expect(sentence: { $0.sentences(made)[number] }) }
          check.expect(phrase: { $0.changes(made) })
        }
      }
    }
    var sound = SampleComparison.make()
    (sound.first.impossible, sound.first.breaches) = ([], [])
    let made = sound
    for number in 0..<Wording.english.sentences(made).count {
      check.expect(sentence: { $0.sentences(made)[number] })
    }
  }
}
