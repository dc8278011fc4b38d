import Casting

/// Why a rule keeps all deals of a creator out, beyond that the brief says so.
enum CreatorBar: Sendable, Equatable {
  /// She worked for a competitor within so many days before the campaign's first.
  case competitor(work: CreatorExclusion, before: CalendarDay, days: Int)
  /// Too few of her audience are the people wanted; shares, 0…1.
  case audience(share: Double, least: Double, isAssumed: Bool)
}

/// A rule that keeps deals out of every plan, whatever else is cast.
protocol BarringRule: WholeRule {
  /// The deals that it keeps out.
  func barred(in frame: RuleFrame) -> FilterMatch

  /// Why it keeps all deals of a creator out; nil where the brief just says so.
  func bar(on creator: Int, in frame: RuleFrame) -> CreatorBar?
}

extension BarringRule {
  var unit: RuleUnit { .deals }

  func bar(on creator: Int, in frame: RuleFrame) -> CreatorBar? { nil }

  func compile(into draft: inout ProblemDraft) { draft.ban(barred(in: draft.frame)) }

  func limits(at activity: Double) -> (lower: Double, upper: Double) { (-.infinity, 0) }

  /// Deals that it hits.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let match = barred(in: frame)
    return { plan, _ in
      Double(plan.deals.count { match.includes(creator: $0.creator, kind: $0.kind) })
    }
  }

  // MARK: Price

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool {
    lift.refusals[creator].contains(.banned)
      && lift.bans.contains {
        $0.rule == lift.number && $0.match.includes(creator: creator)
      }
  }

  func touches(refused: Refusal, takesSeveral: Bool) -> Bool { refused.contains(.banned) }

  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {
    if lift.refusals[creator].contains(.banned) { terms.deals = lift.deals(creator, false) }
  }
}
