/// Whether weights lie in the convex hull of what fits a knapsack, and an inequality that parts them
/// from it when they do not.
///
/// Of every item at most one member is taken, and together they keep within the capacity. The weights
/// are as far (in the sum of shortfalls) from the hull as
///
///     min Σ s_k   subject to   Σ_{P ∋ k} λ_P + s_k = weight_k for every member k,   Σ λ_P ≤ 1,   λ, s ≥ 0
///
/// over the sets P that fit; its dual is the inequality Σ α_k x_k ≤ β, 0 ≤ α ≤ 1, they violate most.
/// Sets are found one by one by an exact knapsack search (Boyd, Generating Fenchel cutting planes for
/// knapsack polyhedra, 1993).
struct KnapsackSeparation {
  struct Member {
    var item: Int
    var column: Int32
    var amount: Double
    var weight: Double
  }

  /// Steps of the simplex method, and of one knapsack search, before giving up.
  private static let mostSteps = 400
  private static let mostVisits = 20_000
  private static let tolerance = 1e-9

  let members: [Member]
  let capacity: Double
  /// Inverse of the basis, order members + 1, row-major, and the basic columns' values and costs.
  private var inverse: [Double]
  private var value: [Double]
  private var cost: [Double]
  private var order: Int { members.count + 1 }
  /// Numbers looked at so far.
  private(set) var work = 0

  /// What a visit of the knapsack search counts for.
  private static let visitWork = 8

  init(members: [Member], capacity: Double) {
    self.members = members
    self.capacity = capacity
    let order = members.count + 1
    inverse = [Double](repeating: 0, count: order * order)
    for position in 0..<order { inverse[position * order + position] = 1 }
    value = members.map(\.weight) + [1]
    cost = [Double](repeating: 1, count: members.count) + [0]
  }

  /// Coefficients of the most violated inequality, nil when the weights violate none, or when the
  /// search took too long.
  mutating func coefficients() -> [Double]? {
    for _ in 0..<Self.mostSteps {
      let (alpha, beta) = multipliers()
      guard let entering = entering(alpha, beta) else {
        let violation = zip(alpha, members).reduce(-beta) { $0 + $1.0 * $1.1.weight }
        return violation > 1e-6 ? alpha : nil
      }
      guard exchange(entering.column, cost: entering.cost) else { return nil }
    }
    return nil
  }

  private func multipliers() -> (alpha: [Double], beta: Double) {
    var sums = [Double](repeating: 0, count: order)
    for position in 0..<order where cost[position] != 0 {
      for row in 0..<order { sums[row] += cost[position] * inverse[position * order + row] }
    }
    return (Array(sums.dropLast()), -sums[order - 1])
  }

  /// A column that brings the weights nearer: a shortfall, room in Σ λ, or a set.
  private mutating func entering(_ alpha: [Double], _ beta: Double) -> (
    column: [Double], cost: Double
  )? {
    var unit = [Double](repeating: 0, count: order)
    if let dearest = alpha.indices.max(by: { alpha[$0] < alpha[$1] }), alpha[dearest] > 1 + 1e-9 {
      unit[dearest] = 1
      return (unit, 1)
    }
    if beta < -Self.tolerance {
      unit[order - 1] = 1
      return (unit, 0)
    }
    var search = KnapsackSearch(members: members, values: alpha, capacity: capacity)
    let visits = search.run(above: beta + Self.tolerance, visits: Self.mostVisits)
    work += Self.visitWork * ((visits ?? Self.mostVisits) + members.count)
    guard visits != nil, !search.best.isEmpty else { return nil }
    for member in search.best { unit[member] = 1 }
    unit[order - 1] = 1
    return (unit, 0)
  }

  private mutating func exchange(_ column: [Double], cost entering: Double) -> Bool {
    var direction = [Double](repeating: 0, count: order)
    for position in 0..<order {
      var sum = 0.0
      for row in 0..<order { sum += inverse[position * order + row] * column[row] }
      direction[position] = sum
    }
    var leaving: Int?
    var least = Double.infinity
    for position in 0..<order where direction[position] > 1e-9 {
      let ratio = max(0, value[position]) / direction[position]
      if ratio < least - 1e-12
        || (ratio < least + 1e-12 && direction[position] > direction[leaving!])
      {
        least = ratio
        leaving = position
      }
    }
    guard let leaving else { return false }
    work += 3 * order * order
    let pivot = direction[leaving]
    for row in 0..<order { inverse[leaving * order + row] /= pivot }
    for position in 0..<order where position != leaving && direction[position] != 0 {
      let factor = direction[position]
      for row in 0..<order {
        inverse[position * order + row] -= factor * inverse[leaving * order + row]
      }
      value[position] -= factor * least
    }
    value[leaving] = least
    cost[leaving] = entering
    return true
  }
}
