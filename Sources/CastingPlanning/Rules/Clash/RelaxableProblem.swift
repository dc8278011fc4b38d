import Allocation
import Casting

/// A campaign scored once with every deal that any of its rules would have kept out, from which
/// the problem under any part of its rules is made quickly.
struct RelaxableProblem: Sendable {
  let campaign: Campaign
  let ruleSet: RuleSet
  let gauge: PlanGauge
  /// Every rule as it stands.
  let start: RuleState
  private let wide: CastingProblem
  private let frame: RuleFrame

  /// Throws `PlannerError` as `CastingProblem` does.
  init(_ campaign: Campaign, rules: RuleCatalogue, threads: Int) throws {
    self.campaign = campaign
    ruleSet = RuleSet(campaign, rules)
    start = RuleState(ruleSet.sides)
    wide = try CastingProblem(
      ruleSet.edited(campaign, start.keeping(only: EmptyCollection())), rules: rules,
      threads: threads)
    frame = RuleFrame(
      campaign, response: wide.response, kinds: wide.kinds, creatorIDs: ruleSet.singleCreators)
    gauge = PlanGauge(ruleSet, in: frame)
  }

  /// What can be kept, loosened or dropped by itself.
  var rules: [CampaignRule] { ruleSet.sides }

  /// The campaign as the user would have to write it.
  func campaign(under state: RuleState) -> Campaign { ruleSet.edited(campaign, state) }

  /// The problem under the state's rules, looking for the least spend, and the wide problem's
  /// option behind each of its options.
  ///
  /// Values, stock and capacity are left out: they never make a plan impossible.
  func problem(under state: RuleState) throws -> (problem: AllocationProblem, options: [Int]) {
    let edited = campaign(under: state)
    let roster = wide.response.roster.rescheduled(edited)
    let draft = try ProblemDraft(RuleSet(edited, ruleSet.catalogue), in: frame.of(edited))
    let screen = DealScreen(
      draft.dealLimits, products: edited.products.products, roster: roster, kinds: wide.kinds,
      excluded: wide.screen.excluded, booked: wide.screen.booked)
    let options = options(screen)
    var problem = wide.allocation
    problem.items = draft.items(roster)
    draft.addSingleCreators(to: &problem)
    problem.rows = draft.rows
    problem.kindExclusion = draft.exclusionKeys
    problem.optionStart = options.starts
    problem.optionKind = options.all.map { wide.allocation.optionKind[$0] }
    problem.optionCost = options.all.map { wide.allocation.optionCost[$0] }
    problem.amounts = wide.allocation.amounts.map { list in options.all.map { list[$0] } }
    problem.countCostsAlone()
    return (problem, options.all)
  }

  private func options(_ screen: DealScreen) -> (starts: [Int], all: [Int]) {
    var starts = [0]
    var kept: [Int] = []
    starts.reserveCapacity(wide.allocation.itemCount + 1)
    for creator in 0..<wide.allocation.itemCount {
      if screen.refusal(creator: creator) == nil {
        kept += wide.options(ofCreator: creator).filter { option in
          screen.refusal(creator: creator, kind: Int(wide.allocation.optionKind[option])) == nil
            && screen.refusal(creator: creator, cost: wide.allocation.optionCost[option]) == nil
        }
      }
      starts.append(kept.count)
    }
    return (starts, kept)
  }

  /// What a choice of the wide problem's options adds up to.
  func facts(_ options: [Int]) -> PlanFacts { wide.facts(options) }
}

extension AllocationProblem {
  /// Makes the least spend the only aim: no pools, no output.
  mutating func countCostsAlone() {
    segmentCount = 1
    segmentShares = [Double](repeating: 1, count: itemCount)
    curve = .linear
    poolCapacity = [Double](repeating: .infinity, count: groupCount)
    poolYield = [Double](repeating: 1, count: groupCount)
    groupWorth = [Double](repeating: 0, count: groupCount)
    groupOutputLimit = [Double](repeating: .infinity, count: groupCount)
    totalOutputLimit = .infinity
    optionReach = [Double](repeating: 0, count: optionCount)
    optionValue = []
    costWeight = 1
  }

  /// Makes the sum of a row's weights as large (or small) as can be the only aim, or the least
  /// spend where nothing of the row is asked.
  ///
  /// Touched items count by option, which is the same while items take one option each.
  mutating func aim(at row: AllocationRow, isLargest: Bool) {
    costWeight = 0
    let sign = isLargest ? 1.0 : -1.0
    optionValue = []
    for item in items.indices {
      for option in optionStart[item]..<optionStart[item + 1] {
        let isInside = row.isInside(item: item, kind: Int(optionKind[option]))
        let touch = isInside ? row.perTouchedItem : 0
        optionValue.append(sign * (weight(of: option, ofItem: item, in: row) + touch))
      }
    }
  }
}
