import Allocation
import Casting

/// A campaign as an allocation problem, with all that is needed to read the answer back.
///
/// Items are creators, groups products, segments audience cells, kinds product × format.
///
/// A class, though a value: it holds dozens of arrays, and is read by everything that explains a plan.
package final class CastingProblem: Sendable {
  package let campaign: Campaign
  package let response: ResponseModel
  package let allocation: AllocationProblem
  package let kinds: DealKinds
  /// What the rows of `allocation` mean.
  package let ruleBook: RuleBook
  /// Why deals of a creator were not considered; n.
  package let refusals: [Refusal]
  /// The rules of the campaign.
  package let rules: RuleSet
  package let ruleFrame: RuleFrame
  /// Number of the row of each rule that has one.
  let rowOfRule: [Int: Int]
  /// Which deals may not be, by the numbers of the rules that say so.
  let bans: [(rule: Int, match: FilterMatch)]
  let locks: CampaignLocks
  let links: CampaignLinks
  let screen: DealScreen
  let ceilings: DealCeilings
  let predicted: PredictedDeals
  let kept: KeptDeals?
  let risk: RiskCharge?
  let amounts: DealAmounts
  let spendLimit: Double
  /// Persons with several accounts among the creators.
  let persons: [Roster.Person]
  /// Numbers of persons, by the accounts of those who have several.
  let personOfAccount: [Int: Int]
  /// Rows of the roster that the creators were selected from; nil where they are all of it.
  private let rosterRows: [Int]?

  /// Scores every creator with every product and format, and gathers the rules.
  ///
  /// O(n m (k + formats)) for embeddings of k dimensions. Throws `PlannerError`.
  ///
  /// - Parameter known: the response of a campaign that differs in its rules alone; worked out when
  ///   nil.
  package convenience init(
    _ campaign: Campaign, threads: Int, reusing known: ResponseModel? = nil
  ) throws {
    try self.init(campaign, rules: .standard, threads: threads, reusing: known)
  }

  /// - Parameter rules: the kinds of rules that there are.
  package convenience init(
    _ campaign: Campaign, rules: RuleCatalogue, threads: Int, reusing known: ResponseModel? = nil
  ) throws {
    let frame = try CastingFrame(
      campaign, rules: RuleSet(campaign, rules), threads: threads, reusing: known)
    self.init(frame, threads: threads)
  }

  /// - Parameter rows: of the whole roster, where the frame is of some of its creators.
  init(_ frame: CastingFrame, threads: Int, selectedFrom rows: [Int]? = nil) {
    let blocks = frame.maker.blocks(threads: threads)
    allocation = frame.problem(blocks)
    ceilings = DealCeilings(allocation)
    refusals = blocks.flatMap(\.refusals)
    campaign = frame.campaign
    response = frame.response
    kinds = frame.kinds
    rules = frame.rules
    ruleFrame = frame.draft.frame
    rowOfRule = frame.draft.rowOfRule
    bans = frame.draft.bans
    locks = frame.draft.locks
    links = CampaignLinks(frame.draft.groups)
    screen = frame.screen
    predicted = frame.predicted
    kept = frame.kept
    risk = frame.risk
    amounts = frame.amounts
    ruleBook = frame.draft.book
    spendLimit = frame.screen.spendLimit
    persons = frame.campaign.roster.personsWithAccounts()
    var personOfAccount: [Int: Int] = [:]
    for (number, person) in persons.enumerated() {
      for row in person.rows { personOfAccount[row] = number }
    }
    self.personOfAccount = personOfAccount
    rosterRows = rows
  }

  /// Row of the whole roster: whatever befalls a creator goes by it, whoever else was selected.
  func rosterRow(of creator: Int) -> Int { rosterRows?[creator] ?? creator }
}
