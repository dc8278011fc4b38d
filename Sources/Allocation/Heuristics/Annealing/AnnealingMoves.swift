import Foundation

/// What annealing looks at: contested options with all that a move's worth takes to tell, laid out so
/// that it is a few products and sums.
///
/// On the exponential curve adding an option changes a group's output by Σ_s M_s (1 − e^(−r_s / N_s))
/// and removing it by Σ_s M_s (e^(r_s / N_s) − 1), with M_s = worth · yield · N_s · e^(−fill_s / N_s):
/// only M follows the plan.
package struct AnnealingMoves {
  let index: ProblemIndex
  package let options: [Int32]
  let items: [Int32]
  let groups: [Int32]
  /// Candidates of the same item, itself left out: start and entries.
  private let siblingStart: [Int]
  private let siblings: [Int32]
  /// 1 − e^(−r / N), and e^(r / N) − 1; candidates × S. Both are r where pools do not saturate.
  private let gainShare: [Double]
  private let lossShare: [Double]
  /// Value beside the pools, costs subtracted where they count.
  private let own: [Double]
  /// What rows charge for the option at their prices.
  private let payment: [Double]
  /// The same of an item's fixed cost: taken off the value, and charged by rows.
  private let fixedOwn: [Double]
  private let fixedPayment: [Double]
  /// What the shared row charges of these, for the option and for its item's fixed cost; 0 without one.
  private let sharedPayment: [Double]
  private let sharedFixedPayment: [Double]
  /// worth · yield · N of every pool, without N where it does not saturate; G × S.
  private let scale: [Double]
  /// M of every pool; G × S.
  private var slope: [Double]
  /// 1 where filling a pool lowers M, 0 where not; G × S.
  private let saturates: [Double]
  private let segments: Int

  /// The same of a problem at any prices.
  package init?(problem: AllocationProblem, prices: AllocationPrices, options: [Int]) {
    self.init(
      tables: PriceTables(index: ProblemIndex(problem), prices: prices), options: options)
  }

  /// Nil where a move's worth is not such a sum: another curve, or output limits.
  ///
  /// - Parameter shared: the row whose charge is told apart from that of the others.
  init?(tables: PriceTables, options candidates: [Int], shared: Int? = nil) {
    let index = tables.index
    let problem = index.problem
    guard problem.curve != .logarithmic, !index.limitsOutput else { return nil }
    self.index = index
    segments = problem.segmentCount
    let pools = 0..<problem.groupCount * problem.segmentCount
    let isFinite = pools.map { pool in
      problem.curve == .exponential && problem.poolCapacity[pool].isFinite
    }
    saturates = isFinite.map { $0 ? 1 : 0 }
    scale = pools.map { pool in
      let worth = problem.groupWorth[pool / problem.segmentCount] * problem.poolYield[pool]
      return isFinite[pool] ? worth * problem.poolCapacity[pool] : worth
    }
    slope = [Double](repeating: 0, count: pools.count)
    let kept = candidates.filter { option in
      let item = Int(index.itemOfOption[option])
      return Self.isSimple(option, index, item: item) && Self.isInRange(option, problem, item: item)
    }.sorted()
    options = kept.map { Int32($0) }
    items = kept.map { index.itemOfOption[$0] }
    groups = kept.map { problem.kindGroup[Int(problem.optionKind[$0])] }
    var gainShare: [Double] = []
    var lossShare: [Double] = []
    gainShare.reserveCapacity(kept.count * segments)
    lossShare.reserveCapacity(kept.count * segments)
    for (number, option) in kept.enumerated() {
      let item = Int(items[number])
      for segment in 0..<segments {
        let pool = Int(groups[number]) * segments + segment
        let step = problem.optionReach[option] * problem.segmentShares[item * segments + segment]
        let capacity = problem.poolCapacity[pool]
        if !isFinite[pool] {
          gainShare.append(step)
          lossShare.append(step)
        } else if capacity > 0 {
          gainShare.append(-expm1(-step / capacity))
          lossShare.append(expm1(step / capacity))
        } else {
          gainShare.append(0)
          lossShare.append(0)
        }
      }
    }
    self.gainShare = gainShare
    self.lossShare = lossShare
    own = kept.map { option in
      (problem.optionValue.isEmpty ? 0 : problem.optionValue[option])
        - problem.costWeight * problem.optionCost[option]
    }
    payment = kept.map { option in
      tables.payment(option: option, item: Int(index.itemOfOption[option]))
        - problem.costWeight * problem.optionCost[option]
    }
    fixedOwn = items.map { -problem.costWeight * problem.items[Int($0)].fixedCost }
    fixedPayment = items.map {
      (tables.perFixedCost - problem.costWeight) * problem.items[Int($0)].fixedCost
    }
    let row = shared.map { problem.rows[$0] }
    let price = shared.map { tables.rowPrices[$0] } ?? 0
    sharedPayment = kept.map { option in
      row.map { row in
        price
          * row.weight(
            isInside: true, cost: problem.optionCost[option],
            amount: problem.amount(of: option, in: row))
      } ?? 0
    }
    sharedFixedPayment = items.map { item in
      row.map { price * $0.perFixedCost * problem.items[Int(item)].fixedCost } ?? 0
    }
    var start = [0]
    var siblings: [Int32] = []
    var first = 0
    for number in kept.indices {
      if items[number] != items[first] { first = number }
      var other = first
      while other < kept.count, items[other] == items[number] {
        if other != number { siblings.append(Int32(other)) }
        other += 1
      }
      start.append(siblings.count)
    }
    siblingStart = start
    self.siblings = siblings
  }

  /// Whether an option may come and go whatever others of its own item and of other items do, slots,
  /// exclusions, fixed costs and limits apart.
  private static func isSimple(_ option: Int, _ index: ProblemIndex, item: Int) -> Bool {
    let rules = index.problem.items[item]
    return index.units.unit(of: item) == nil && !rules.isRequired && rules.requiredKinds.isEmpty
      && !index.isBarred(option, item: item)
      && (rules.slots == 1
        || index.touchRange(item: item, kind: index.problem.optionKind[option]).isEmpty)
  }

  /// Steps so long that pools would not find back, for rounding, when they are taken back make no move.
  private static func isInRange(_ option: Int, _ problem: AllocationProblem, item: Int) -> Bool {
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    return (0..<problem.segmentCount).allSatisfy { segment in
      let capacity = problem.poolCapacity[group * problem.segmentCount + segment]
      let share = problem.segmentShares[item * problem.segmentCount + segment]
      return capacity <= 0 || problem.optionReach[option] * share <= longestStep * capacity
    }
  }

  private static let longestStep = 15.0

  var count: Int { options.count }

  func siblings(of candidate: Int) -> ArraySlice<Int32> {
    siblings[siblingStart[candidate]..<siblingStart[candidate + 1]]
  }

  /// Takes a group's pools over from a plan.
  package mutating func refresh(group: Int, _ state: AllocationState) {
    let problem = index.problem
    for pool in group * segments..<(group + 1) * segments {
      slope[pool] =
        scale[pool]
        * problem.curve.marginalOutput(
          fill: state.poolFill[pool], capacity: problem.poolCapacity[pool])
    }
  }

  /// Every candidate's number among so many classes of about equal size, by what rows charge for it.
  func costClasses(_ count: Int) -> [Int32] {
    var classes = [Int32](repeating: 0, count: options.count)
    let order = options.indices.sorted { (payment[$0], $0) < (payment[$1], $1) }
    for (rank, candidate) in order.enumerated() {
      classes[candidate] = Int32(rank * count / options.count)
    }
    return classes
  }

  /// What rows charge for the dearer of two options.
  func largestPayment(_ first: Int?, _ second: Int?) -> Double {
    max(first.map { payment[$0] } ?? 0, second.map { payment[$0] } ?? 0)
  }

  /// Follows one candidate that comes, and one that goes.
  mutating func follow(adding incoming: Int?, removing outgoing: Int?) {
    if let outgoing { scaleSlopes(ofGroupOf: outgoing, by: lossShare, sign: 1) }
    if let incoming { scaleSlopes(ofGroupOf: incoming, by: gainShare, sign: -1) }
  }

  private mutating func scaleSlopes(
    ofGroupOf candidate: Int, by shares: [Double], sign: Double
  ) {
    let base = Int(groups[candidate]) * segments
    for segment in 0..<segments {
      slope[base + segment] *=
        1 + sign * saturates[base + segment] * shares[candidate * segments + segment]
    }
  }

  /// Change of value, of what rows are paid, and of what the shared row is paid of that, when `incoming`
  /// is added after `outgoing` was removed.
  ///
  /// - Parameters:
  ///   - begins: whether the incoming one is then its item's first.
  ///   - ends: whether the outgoing one was its item's last.
  package func change(
    adding incoming: Int?, begins: Bool, removing outgoing: Int?, ends: Bool
  ) -> (value: Double, payment: Double, shared: Double) {
    var value = 0.0
    var paid = 0.0
    var shared = 0.0
    gainShare.withUnsafeBufferPointer { gain in
      lossShare.withUnsafeBufferPointer { loss in
        slope.withUnsafeBufferPointer { slope in
          if let outgoing {
            let base = Int(groups[outgoing]) * segments
            for segment in 0..<segments {
              value -= slope[base + segment] * loss[outgoing * segments + segment]
            }
          }
          guard let incoming else { return }
          let base = Int(groups[incoming]) * segments
          if let outgoing, groups[outgoing] == groups[incoming] {
            for segment in 0..<segments {
              let raised = 1 + saturates[base + segment] * loss[outgoing * segments + segment]
              value += slope[base + segment] * raised * gain[incoming * segments + segment]
            }
          } else {
            for segment in 0..<segments {
              value += slope[base + segment] * gain[incoming * segments + segment]
            }
          }
        }
      }
    }
    if let outgoing {
      value -= own[outgoing] + (ends ? fixedOwn[outgoing] : 0)
      paid -= payment[outgoing] + (ends ? fixedPayment[outgoing] : 0)
      shared -= sharedPayment[outgoing] + (ends ? sharedFixedPayment[outgoing] : 0)
    }
    if let incoming {
      value += own[incoming] + (begins ? fixedOwn[incoming] : 0)
      paid += payment[incoming] + (begins ? fixedPayment[incoming] : 0)
      shared += sharedPayment[incoming] + (begins ? sharedFixedPayment[incoming] : 0)
    }
    return (value, paid, shared)
  }
}
