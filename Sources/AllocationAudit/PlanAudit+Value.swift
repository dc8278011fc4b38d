import Allocation
import Glibc

extension PlanAudit {
  /// F of the chosen options, model (5)–(7): served orders at their worth, own values, less costs
  /// where the objective subtracts them.
  package func value(of options: [Int]) -> Double {
    var booking = AuditBooking(self)
    for option in options { booking.add(option) }
    return booking.value
  }

  /// Costs of the chosen options and the fixed cost of every item among them.
  package func spend(of options: [Int]) -> Double {
    var booking = AuditBooking(self)
    for option in options { booking.add(option) }
    return booking.spend
  }

  /// Output of a pool filled to `fill`, with yield c and capacity N of pool `pool`.
  func output(pool: Int, fill: Double) -> Double {
    let capacity = problem.poolCapacity[pool]
    let yield = problem.poolYield[pool]
    if case .linear = problem.curve { return yield * fill }
    if fill == 0 || capacity == 0 { return 0 }
    if capacity == .infinity { return yield * fill }
    switch problem.curve {
    case .exponential: return -yield * capacity * expm1(-fill / capacity)
    case .logarithmic: return yield * capacity * log1p(fill / capacity)
    case .linear: return yield * fill
    }
  }

  /// Worth of what can be served when the groups put out `outputs`: model (6).
  func servedWorth(_ outputs: [Double]) -> Double {
    var worth = CompensatedSum()
    for (group, units) in served(outputs).enumerated() {
      worth.add(problem.groupWorth[group] * units)
    }
    return worth.total
  }

  /// What of every group's output can be served, those worth most first.
  private func served(_ outputs: [Double]) -> [Double] {
    var left = problem.totalOutputLimit
    var served = outputs
    let dearestFirst = outputs.indices.sorted {
      (-problem.groupWorth[$0], $0) < (-problem.groupWorth[$1], $1)
    }
    for group in dearestFirst {
      served[group] = min(outputs[group], problem.groupOutputLimit[group], left)
      left -= served[group]
    }
    return served
  }

  /// Output of every group that is served by the chosen options.
  package func servedOutputs(of options: [Int]) -> [Double] {
    var booking = AuditBooking(self)
    for option in options { booking.add(option) }
    return served((0..<problem.groupCount).map { booking.output(of: $0) })
  }
}

/// A plan that grows deal by deal, keeping what its value needs.
package struct AuditBooking {
  private let audit: PlanAudit
  private var fill: [Double]
  private var outputs: [Double]
  private var ownValue = CompensatedSum()
  private var cost = CompensatedSum()
  private var castItems: Set<Int> = []

  package init(_ audit: PlanAudit) {
    self.audit = audit
    let problem = audit.problem
    fill = [Double](repeating: 0, count: problem.groupCount * problem.segmentCount)
    outputs = [Double](repeating: 0, count: problem.groupCount)
  }

  /// Fixed costs included.
  package var spend: Double { cost.total }

  package var value: Double {
    audit.servedWorth(outputs) + ownValue.total - audit.problem.costWeight * cost.total
  }

  /// Output of all groups before any limit.
  package func output(of group: Int) -> Double { outputs[group] }

  package mutating func add(_ option: Int) {
    let problem = audit.problem
    let item = audit.item(of: option)
    let group = audit.group(of: option)
    let segments = problem.segmentCount
    var total = CompensatedSum()
    for segment in 0..<segments {
      let pool = group * segments + segment
      fill[pool] += problem.optionReach[option] * problem.segmentShares[item * segments + segment]
      total.add(audit.output(pool: pool, fill: fill[pool]))
    }
    outputs[group] = total.total
    ownValue.add(audit.ownValue(of: option))
    cost.add(problem.optionCost[option])
    if castItems.insert(item).inserted { cost.add(problem.items[item].fixedCost) }
  }
}
