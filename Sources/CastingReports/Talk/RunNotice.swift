import Casting
import CastingFiles
import CastingPlanning

/// What a command has to say of its run on stderr, beside its result.
package enum RunNotice: Fact {
  /// - isAsked: whether rules were to be relaxed.
  /// - isMended: whether a change of rules is known that mends it.
  case noPlan(isAsked: Bool, isMended: Bool)
  /// - seconds: the limit, as the user gave it.
  case noPlanInTime(seconds: String)
  /// Gaps as shares of the bound.
  case limitReached(gap: Double, askedGap: Double)
  /// A plan is not to tell what it costs, and has nothing else to tell or tells it all the same.
  case cannotHideCost(because: ClientViewFault)
  case noPlanWhateverChanged
  /// Rows of a what-if.
  /// By the names of the rows, in the reader's language.
  case targetsUnreached(rows: [String])
  case rowsStopped(stopped: Int, rows: Int)
  /// A plan that is explained by inputs it was not made from.
  case otherInputs(plan: String)

  // init
  /// - question: the name of the one that was not answered.
  case answersEnded(question: String)
  case briefWritten

  // score
  case heldAlready(path: String)
  case withoutDeals(creators: Int)
  /// Conditions, as the user wrote them, that no deal of the roster meets.
  case conditionsUnmet(conditions: [String])
  case scored(creators: Int, products: Int, seconds: Double)
  /// What of a table was not used.
  case missingRows(table: RowNoun, leftOut: Int, read: Int, cells: Int)
}
