import Casting
import CastingPlanning
import CastingReports
import Testing

@Suite("Single creators and rules, in every language")
struct ExplainWordingTests {
  private let check = WordingCheck(names: SampleExplanation.names)

  @Test("Labels, factors and the words they share with other rooms")
  func labels() {
    for label in Wording.ExplainLabel.allCases where label != .why {
      check.expect(phrase: { $0.text(label) })
    }
    for kind in DealFactor.Kind.allCases {
      check.expect(phrase: { $0.name(kind) })
      for objective in Objective.allCases {
        for value in [0.1234567, 12_345.678, .nan] {
          check.expect(phrase: { $0.amount(value, kind, objective) })
        }
      }
    }
    for format in DealFormat.simple { check.expect(phrase: { $0.name(format) }) }
    for tier in Tier.allCases { check.expect(phrase: { $0.name(tier) }) }
    for grade in Grade.allCases { check.expect(phrase: { $0.name(grade) }) }
    for objective in Objective.allCases {
      for number in [0.00012, 0.5, 12.25, 1_234.5] {
        check.expect(phrase: { $0.value(number, objective) })
        check.expect(phrase: { $0.price(number, objective) })
      }
    }
  }

  /// Whatever solving again may tell.
  private static let findings: [FeeFinding] = [
    .notSolved, .locked, .threshold(90_000.7), .atLeast(60_000.5, outAt: 70_000.2),
    .atLeast(60_000, outAt: nil), .todaysFee, .everyFee, .noFee,
  ]

  @Test("A creator in the plan, whatever is known of the fee")
  func cast() {
    for finding in Self.findings {
      for stated in [80_000, .nan] {
        var creator = SampleExplanation.cast
        creator.deal?.feeFinding = finding
        creator.statedFee = stated
        expectSound(creator)
      }
    }
  }

  @Test("A creator left out, whatever would bring her in")
  func leftOut() {
    let entries: [CreatorExplanation.EngagementEntry?] = [
      .at(rate: 0.042, outAt: 0.041), CreatorExplanation.EngagementEntry.none, .undecided, nil,
    ]
    for finding in Self.findings {
      for entry in entries {
        for known in [0.031, .nan] {
          var creator = SampleExplanation.leftOut
          creator.fee = finding
          creator.engagement = entry
          creator.statedEngagement = known
          expectSound(creator)
        }
      }
    }
    var elsewhere = SampleExplanation.leftOut
    elsewhere.plannedProducts = ["P01", "P02"]
    elsewhere.name = ""
    elsewhere.format = nil
    expectSound(elsewhere)
    #expect(Wording.japanese.changes(elsewhere).isEmpty)
  }

  private func expectSound(_ creator: CreatorExplanation) {
    check.expect(phrase: { $0.head(creator) })
    check.expect(sentence: { $0.standing(creator) })
    check.expect(sentence: { $0.why(creator) })
    for number in Wording.english.changes(creator).indices {
      check.expect(sentence: { $0.changes(creator)[number] })
    }
  }

  @Test("Whom a creator is compared with")
  func peers() {
    for platform in ["", "instagram"] {
      for tier in [nil, Tier.micro] {
        for format in [nil, DealFormat.video] {
          var peers = PeerGroup(platform: platform, count: 1_234)
          peers.tier = tier
          let group = peers
          check.expect(sentence: { $0.typical(group, format) })
        }
      }
    }
  }

  @Test("Every sentence of a rule")
  func rules() {
    for rule in SampleExplanation.rules {
      for number in Wording.english.sentences(rule).indices {
        check.expect(sentence: { $0.sentences(rule)[number] })
      }
    }
  }
}
