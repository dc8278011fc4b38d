import Allocation
import Casting

/// What a plan is audited against: the problem rebuilt from the inputs, and what its parts mean.
package struct AuditSubject: Sendable {
  /// How the plan reports a row, and what its row of the problem sums up.
  package struct Rule: Sendable {
    package var name: String
    /// For a share of spend, whose row is Σ_group k − share · Σ k: the share; else nil.
    package var share: Double?
    /// What the plan reports beyond the row, in use and limits: of changes to a last plan, the deals
    /// of that plan.
    package var offset: Double

    package init(name: String, share: Double? = nil, offset: Double = 0) {
      self.name = name
      self.share = share
      self.offset = offset
    }
  }

  /// A rule that is not a row of the problem: what it counts, and its limits.
  package struct OwnRule: Sendable {
    package enum Count: Sendable {
      /// Output of a group that is served.
      case stock(group: Int)
      /// Output of all groups that is served.
      case orderCapacity
      /// The largest spend of one item.
      case largestSpend
      /// The most options that one item has of one exclusion key.
      case mostOfOneKey
      /// Options of the items and kinds that pass.
      case options(@Sendable (_ item: Int, _ kind: Int) -> Bool)
      /// Members of the problem's link that take options.
      case link(Int)
    }

    package var name: String
    package var count: Count
    /// −∞ and +∞ where there is none; a link that takes all or none has its limits by its count.
    package var lower: Double
    package var upper: Double
    /// The problem without the rule, for rules that can only be lifted whole.
    package var lifted: (@Sendable () -> AllocationProblem?)?
  }

  package var problem: AllocationProblem
  package var objective: Objective
  /// Money.
  package var budget: Double
  /// Item of every creator whom the plan names and the roster knows.
  package var itemOfCreator: [String: Int]
  /// By group.
  package var productIDs: [String]
  /// By kind.
  package var formats: [DealFormat]
  /// By row.
  package var rules: [Rule]
  /// The rules that are not rows, in the order in which a plan lists them after the rows.
  package var ownRules: [OwnRule] = []
  /// Groups of rules that ask of audiences.
  var audienceGroups: [AudienceGroup] = []
  /// By link.
  package var linkNames: [String] = []
  /// By segment.
  package var cells: [String]
  /// Orders per person whom a live deal reaches effectively; groups × segments. Differs from the problem's yield
  /// where the objective is reach.
  package var conversions: [Double]
  /// How many people of a live deal a person whom a deal reaches stands for; by kind, NaN where that is another
  /// number for each creator.
  package var factors: [Double]
  /// What the problem's lists of amounts are.
  package var amountLists: [DealAmounts.Amount] = []
  /// What newer plans are held against beside the problem; nil: that is not looked at.
  var inputs: AuditInputs?
  /// Niche affinity by item and group.
  package var affinity: @Sendable (Int, Int) -> Double

  package init(
    problem: AllocationProblem, objective: Objective, budget: Double,
    itemOfCreator: [String: Int], productIDs: [String], formats: [DealFormat], rules: [Rule],
    cells: [String], conversions: [Double], factors: [Double],
    affinity: @escaping @Sendable (Int, Int) -> Double
  ) {
    self.problem = problem
    self.objective = objective
    self.budget = budget
    self.itemOfCreator = itemOfCreator
    self.productIDs = productIDs
    self.formats = formats
    self.rules = rules
    self.cells = cells
    self.conversions = conversions
    self.factors = factors
    self.affinity = affinity
  }

  /// The option of a claimed deal; nil when the inputs do not allow such a deal.
  func option(of deal: PlanClaims.Deal) -> Int? {
    guard let item = itemOfCreator[deal.creatorID],
      let group = productIDs.firstIndex(of: deal.productID)
    else { return nil }
    return (problem.optionStart[item]..<problem.optionStart[item + 1]).first {
      let kind = Int(problem.optionKind[$0])
      return problem.kindGroup[kind] == Int32(group) && formats[kind] == deal.format
    }
  }

  /// Whom an option of an item reaches effectively, however many of them a pool counts.
  func people(_ option: Int, of item: Int) -> Double {
    let kind = Int(problem.optionKind[option])
    let product = Int(problem.kindGroup[kind])
    if formats[kind].package != nil, let inputs, !inputs.isPredicted(item, product) {
      return inputs.reach(item, product, formats[kind])
    }
    if objective == .reach { return problem.optionReach[option] }
    let factor = factor(ofKind: kind, item: item)
    if factor > 0 { return problem.optionReach[option] / factor }
    return inputs?.reach(item, Int(problem.kindGroup[kind]), formats[kind]) ?? 0
  }

  /// How many people of a live deal a person whom an item's option reaches stands for.
  func factor(ofKind kind: Int, item: Int) -> Double {
    guard factors[kind].isNaN, let inputs else { return factors[kind] }
    return inputs.factor(
      inputs.campaign.products.products[Int(problem.kindGroup[kind])], formats[kind], creator: item)
  }

  /// The prices that a plan claims, in the order of the problem.
  package func prices(_ claims: PlanClaims) -> AllocationPrices {
    AllocationPrices(
      pool: productIDs.flatMap { id in cells.map { claims.reachPrices[id]?[$0] ?? 0 } },
      row: rules.indices.map { $0 < claims.rules.count ? claims.rules[$0].price : 0 },
      groupOutput: productIDs.map { claims.stockPrices[$0] ?? 0 },
      totalOutput: claims.orderCapacityPrice)
  }
}
