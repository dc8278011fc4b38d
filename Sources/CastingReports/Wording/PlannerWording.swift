import Casting
import CastingPlanning

// Campaigns that are unfit for planning.

extension Wording {
  public func text(_ error: PlannerError) -> String {
    pick(english: PlannerEnglish.text(error), japanese: PlannerJapanese.text(error))
  }
}
