import Allocation
import Casting

/// A rule that is lifted from a problem, and what it does there.
package struct RuleLift: Sendable {
  /// Of the rule, among the campaign's.
  let number: Int
  let frame: RuleFrame
  /// What creators may take.
  package let items: [AllocationItem]
  /// Why deals of creators were left out.
  package let refusals: [Refusal]
  /// Which deals may not be, by the numbers of the rules that say so.
  let bans: [(rule: Int, match: FilterMatch)]
  let groups: [CampaignLinks.Group]
  /// A creator's deals that no rule keeps out but, it may be, this one's bans; or its limit on what one
  /// creator may cost.
  let deals: @Sendable (_ creator: Int, _ isSpendLimit: Bool) -> [DealCandidate]

  /// Slots of a creator by the roster.
  package func slots(of creator: Int) -> Int {
    Int(frame.campaign.roster.slots.value(creator, default: 1))
  }
}
