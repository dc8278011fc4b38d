import Allocation
import Casting

/// The deals of one plan, laid out for drawing their outcomes.
struct OutcomePlan: Sendable {
  /// What a draw writes on.
  struct Scratch {
    var factor: [Double]
    var fill: [Double]
    var output: [Double]

    init(_ plan: OutcomePlan) {
      factor = [Double](repeating: 0, count: plan.creators.count)
      fill = [Double](repeating: 0, count: plan.productSpreads.count * plan.cells)
      output = [Double](repeating: 0, count: plan.productSpreads.count)
    }
  }

  private struct Deal {
    /// Place among the plan's creators.
    var creator: Int
    var product: Int
    /// People by cell start here.
    var start: Int
    /// Predicted value, in units of the objective.
    var value: Double
  }

  /// Rows of the roster, ascending.
  let creators: [Int]
  /// The same as rows of the whole roster.
  private let rosterRows: [Int]
  let creatorSpreads: [Double]
  let productSpreads: [Double]
  let campaignSpread: Double
  fileprivate let cells: Int
  private let allocation: AllocationProblem
  private let curve: SaturationCurve
  private var deals: [Deal] = []
  /// People; deals × cells.
  private var people: [Double] = []
  /// Products by falling worth: the order in which they are served.
  private let servingOrder: [Int]
  /// Yen of margin of an order; m.
  private let margins: [Double]
  /// Margin of a yen of predicted value; m.
  private let marginOfValue: [Double]
  /// Money.
  private let spend: Double

  init(_ problem: CastingProblem, _ options: [Int]) {
    let allocation = problem.allocation
    let spread = DealSpread(problem.campaign, problem.response)
    let brief = problem.campaign.brief
    let products = problem.campaign.products.products
    self.allocation = allocation
    curve = brief.saturation
    cells = allocation.segmentCount
    let state = options.reduce(into: AllocationState(allocation)) { $0.add($1) }
    spend = state.spend
    let sorted = options.sorted()
    creators = Set(sorted.map { state.itemOfOption($0) }).sorted()
    rosterRows = creators.map { problem.rosterRow(of: $0) }
    let placeOf = Dictionary(uniqueKeysWithValues: zip(creators, creators.indices))
    var creatorSpreads = [Double](repeating: 0, count: creators.count)
    for option in sorted {
      let creator = state.itemOfOption(option)
      let kind = Int(allocation.optionKind[option])
      let product = problem.kinds.product(ofKind: kind)
      let isPredicted = problem.predicted.contains(creator: creator, product: product)
      let place = placeOf[creator] ?? 0
      // One factor each: that of the deal she is known least in.
      creatorSpreads[place] = max(
        creatorSpreads[place],
        spread.ofCreator(
          creator, product: product, format: problem.kinds.format(ofKind: kind),
          isPredicted: isPredicted))
      deals.append(
        Deal(
          creator: place, product: product, start: people.count,
          value: problem.predictedValue(creator: creator, kind: kind)))
      let shares = creator * cells..<(creator + 1) * cells
      people += allocation.segmentShares[shares].map { $0 * allocation.optionReach[option] }
    }
    self.creatorSpreads = creatorSpreads
    let isReach = brief.objective == .reach
    productSpreads = products.indices.map { spread.ofProduct($0, isReach: isReach) }
    campaignSpread = spread.spreads.campaign
    servingOrder = products.indices.sorted {
      (-allocation.groupWorth[$0], $0) < (-allocation.groupWorth[$1], $1)
    }
    let isLifetime = brief.objective == .ltv
    margins = products.map { $0.price * $0.margin * (isLifetime ? $0.lifetimeOrders : 1) }
    marginOfValue = products.map { product in
      switch brief.objective {
      case .gmv: product.margin
      case .orders: product.price * product.margin
      case .profit, .ltv, .reach: 1
      }
    }
  }

  /// Value of one outcome, in units of the objective, and the margin it leaves after the spend, money.
  func draw(_ factors: OutcomeFactors, _ scratch: inout Scratch) -> (value: Double, profit: Double)
  {
    let shared = factors.ofCampaign(spread: campaignSpread)
    for (place, row) in rosterRows.enumerated() {
      scratch.factor[place] = factors.ofCreator(row, spread: creatorSpreads[place])
    }
    for pool in scratch.fill.indices { scratch.fill[pool] = 0 }
    var value = 0.0
    var profit = -spend
    for product in productSpreads.indices {
      scratch.output[product] =
        shared * factors.ofProduct(product, spread: productSpreads[product])
    }
    for deal in deals {
      let factor = scratch.factor[deal.creator]
      let pool = deal.product * cells
      for cell in 0..<cells { scratch.fill[pool + cell] += factor * people[deal.start + cell] }
      let predicted = deal.value * factor * scratch.output[deal.product]
      value += predicted
      profit += predicted * marginOfValue[deal.product]
    }
    for product in productSpreads.indices {
      var sum = 0.0
      for pool in product * cells..<(product + 1) * cells where scratch.fill[pool] > 0 {
        sum +=
          allocation.poolYield[pool]
          * curve.reached(scratch.fill[pool], market: allocation.poolCapacity[pool])
      }
      scratch.output[product] *= sum
    }
    var left = allocation.totalOutputLimit
    for product in servingOrder {
      let served = min(scratch.output[product], allocation.groupOutputLimit[product], left)
      left -= served
      value += allocation.groupWorth[product] * served
      profit += margins[product] * served
    }
    return (value - allocation.costWeight * spend, profit)
  }
}
