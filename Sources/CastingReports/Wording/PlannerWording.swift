import Casting
import CastingPlanning

// Campaigns that are unfit for planning.

extension Wording {
  /// Why a campaign cannot be planned, as a sentence with a way out.
  public func text(_ error: PlannerError) -> String {
    pick(english: PlannerEnglish.text(error), japanese: PlannerJapanese.text(error))
  }
}
