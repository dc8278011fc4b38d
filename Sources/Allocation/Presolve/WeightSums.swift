/// What some amounts can add up to when each is taken any number of times.
///
/// Amounts as people state them are round: where every fee is ¥30,000, no plan spends between ¥990,000 and
/// ¥1,000,000, and a limit of ¥1,000,000 says no more than one of ¥990,000. A relaxation that may spend all
/// of it promises a third of a deal that nobody can have.
package struct WeightSums {
  /// Different amounts that are told apart; sums of more reach nearly everything.
  private static let mostDistinct = 24
  /// A divisor below this share of the largest amount is as good as none.
  private static let leastShare = 1e-7
  /// Whole multiples are told apart within this share: what rounding leaves of a product.
  private static let rounding = 1e-14
  /// Steps that looking for a sum may take.
  private static let mostSteps = 1_000_000

  /// The greatest that divides every amount; 0 where none does, infinite where there are no amounts.
  package private(set) var divisor = Double.infinity
  /// Those that are not 0, while they are few; nil when there are more.
  private var distinct: Set<Double>? = []
  private var largest = 0.0

  package init() {}

  /// Sums of a list's amounts. O(amounts), less where nothing divides them.
  package init(of amounts: [Double]) {
    for amount in amounts where divisor > 0 { add(amount) }
  }

  package mutating func add(_ amount: Double) {
    guard amount != 0 else { return }
    distinct?.insert(amount)
    divide(abs(amount), of: abs(amount))
  }

  /// Adds other amounts, each times a factor.
  mutating func add(_ other: WeightSums, times factor: Double) {
    guard factor != 0, other.divisor.isFinite else { return }
    if let few = other.distinct {
      distinct?.formUnion(few.map { factor * $0 })
    } else {
      distinct = nil
    }
    divide(abs(factor) * other.divisor, of: abs(factor) * other.largest)
  }

  /// - Parameters:
  ///   - other: divides what is added.
  ///   - size: the largest of what is added.
  private mutating func divide(_ other: Double, of size: Double) {
    if let known = distinct, known.count > Self.mostDistinct { distinct = nil }
    largest = max(largest, size)
    divisor =
      divisor == .infinity
      ? other : Self.commonDivisor(divisor, other, least: Self.leastShare * largest)
    if divisor < Self.leastShare * largest { divisor = 0 }
  }

  /// By Euclid's algorithm; 0 where what divides both is less than `least`.
  private static func commonDivisor(_ left: Double, _ right: Double, least: Double) -> Double {
    if isMultiple(right, of: left) { return left }
    var (left, right) = (max(left, right), min(left, right))
    while right > 0 {
      if isMultiple(left, of: right) { return right }
      (left, right) = (right, left.truncatingRemainder(dividingBy: right))
      if right < least { return 0 }
    }
    return 0
  }

  private static func isMultiple(_ amount: Double, of divisor: Double) -> Bool {
    guard divisor > 0 else { return false }
    let quotient = (amount / divisor).rounded()
    return quotient > 0 && abs(amount - quotient * divisor) <= rounding * amount
  }

  /// The largest sum that is at most `limit`, as far as it is known; `limit` itself where nothing is.
  package func largest(atMost limit: Double) -> Double {
    guard limit.isFinite, divisor > 0, divisor.isFinite else { return limit }
    let most = ((limit + AllocationState.slack(of: limit)) / divisor).rounded(.down)
    guard let isSum = sums(upTo: most) else { return min(limit, most * divisor) }
    return min(limit, Double(isSum.lastIndex(of: true) ?? 0) * divisor)
  }

  /// The smallest sum that is at least `limit`, as far as it is known.
  package func smallest(atLeast limit: Double) -> Double {
    guard limit.isFinite, divisor > 0, divisor.isFinite else { return limit }
    let least = ((limit - AllocationState.slack(of: limit)) / divisor).rounded(.up)
    if least > 0, let isSum = sums(upTo: least + (largest / divisor).rounded()),
      let sum = isSum[Int(least)...].firstIndex(of: true)
    {
      return max(limit, Double(sum) * divisor)
    }
    return max(limit, least * divisor)
  }

  /// By multiple of the divisor: whether it is a sum; nil where that takes long, or amounts have signs.
  private func sums(upTo most: Double) -> [Bool]? {
    guard let distinct, most >= 0, distinct.allSatisfy({ $0 > 0 }),
      most * Double(distinct.count) <= Double(Self.mostSteps)
    else { return nil }
    var isSum = [Bool](repeating: false, count: Int(most) + 1)
    isSum[0] = true
    for amount in distinct {
      let step = Int((amount / divisor).rounded())
      guard step < isSum.count else { continue }
      for sum in step..<isSum.count where isSum[sum - step] { isSum[sum] = true }
    }
    return isSum
  }
}

extension AllocationProblem {
  /// Limits of rows moved to what the weights of options can add up to: the same plans keep them.
  ///
  /// Proof: the activity of a plan is a sum of weights of options, fixed costs and touched items, each of
  /// which is a multiple of what divides them all, and one of the sums where those are known.
  mutating func roundLimits() {
    let limited = rows.indices.filter { rows[$0].upper.isFinite || rows[$0].lower.isFinite }
    guard !limited.isEmpty else { return }
    let costs = WeightSums(of: optionCost)
    let amounts = amounts.map { WeightSums(of: $0) }
    let fixed = WeightSums(of: items.map(\.fixedCost))
    for number in limited {
      let row = rows[number]
      guard let sums = weightSums(of: row, costs, row.amount.map { amounts[$0] }, fixed) else {
        continue
      }
      let (upper, lower) = (sums.largest(atMost: row.upper), sums.smallest(atLeast: row.lower))
      if upper < row.upper - AllocationState.slack(of: row.upper) { rows[number].upper = upper }
      if lower > row.lower + AllocationState.slack(of: row.lower) { rows[number].lower = lower }
    }
  }

  /// Nil where nothing divides the weights, or a weight has several parts.
  private func weightSums(
    of row: AllocationRow, _ costs: WeightSums, _ amounts: WeightSums?, _ fixed: WeightSums
  ) -> WeightSums? {
    var sums = WeightSums()
    for weight in [row.inside, row.outside] {
      guard [weight.perOption, weight.perCost, weight.perAmount].count(where: { $0 != 0 }) < 2
      else { return nil }
      sums.add(weight.perOption)
      sums.add(costs, times: weight.perCost)
      if let amounts { sums.add(amounts, times: weight.perAmount) }
    }
    sums.add(row.perTouchedItem)
    sums.add(fixed, times: row.perFixedCost)
    return sums.divisor > 0 && sums.divisor.isFinite ? sums : nil
  }
}
