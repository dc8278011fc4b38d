import CastingPlanning
import CastingReports

// Facts as their English sentences, which say what a test expects in one line.

extension LeftOutCreator {
  var words: String { Wording.english.text(reason) }
}

extension PlannedDeal {
  var words: String { Wording.english.text(reasons) }
}

extension PlanNote {
  var words: String { Wording.english.text(self) }
}

extension CreatorExplanation {
  var words: String { Wording.english.reason(self) }
}
