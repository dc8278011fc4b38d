import Casting
import CastingPlanning
import CastingReports
import Testing

@Suite("Other budgets, fees and rules, in every language")
struct WhatIfWordingTests {
  private let check = WordingCheck(names: SampleWhatIf.names)

  @Test("Every label but those of one plan for all is a phrase")
  func labels() {
    for label in Wording.WhatIfLabel.allCases {
      switch label {
      case .noJointPlan, .noJointPlanInTime: check.expect(sentence: { $0.text(label) })
      default: check.expect(phrase: { $0.text(label) })
      }
    }
  }

  @Test("Every change has a name, and so have several together")
  func names() throws {
    let changes = SampleWhatIf.changes
    try WordingCheck.expectAllCases(of: ScenarioChange.self, in: changes)
    for change in changes { check.expect(phrase: { $0.text(change) }) }
    check.expect(phrase: { $0.text(ScenarioName.changes(changes)) })
    check.expect(phrase: { $0.text(ScenarioName.given("春の案")) })
  }

  @Test("Steps, rows taken over and the plan for all")
  func sentences() {
    let (base, rows) = SampleWhatIf.make()
    for row in [base] + rows { check.expect(phrase: { $0.deals(row) }) }
    for (shown, coming) in [(1, 2), (2, 2), (3, 1)] {
      let steps = Array(rows[0].next.prefix(coming))
      for objective in Objective.allCases {
        check.expect(phrase: { $0.steps(rows[0], coming: steps, shown: shown, objective) })
      }
    }
    check.expect(sentence: { $0.takenOver(rows[1]) ?? "" })
    check.expect(sentence: { $0.nobodyCast(rows[4]) ?? "" })
    #expect(Wording.english.nobodyCast(rows[0]) == nil)
    #expect(Wording.japanese.takenOver(rows[0]) == nil)
    for isOwn in [true, false] {
      var joint = SampleWhatIf.joint
      if !isOwn {
        joint.isPlanOf = nil
        (joint.row.added, joint.row.dropped) = ([], [])
      }
      let made = joint
      check.expect(sentence: { $0.proof(made, .orders) ?? "" })
    }
  }
}
