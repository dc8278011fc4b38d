/// For every row with a lower side, the options that would lift it at the least regret.
///
/// Without them a sifted core may be unable to reach the lower side at all, and its price would
/// grow without bound.
struct NearestOptions: Sendable {
  private struct Entry: Sendable {
    var regret: Double
    var option: Int32
    var item: Int32
  }

  /// Options kept per unit of a lower side on counts, and beside.
  private static let perUnit = 3.0
  private static let extra = 10
  /// Options kept for a lower side on costs.
  private static let forCosts = 100

  private let index: ProblemIndex
  /// Options to keep, by row; 0 for rows without a lower side.
  private let capacity: [Int]
  private var entries: [[Entry]]
  /// Regret beyond which a row has enough options that are nearer; by row.
  private var limit: [Double]

  /// Nil when no row has a lower side.
  init?(index: ProblemIndex, scale: Double) {
    self.index = index
    capacity = index.problem.rows.map { row in
      guard row.lower.isFinite else { return 0 }
      if row.inside.perCost != 0 || row.outside.perCost != 0 { return Self.forCosts }
      return Int((Self.perUnit * max(0, row.lower) * scale).rounded(.up)) + Self.extra
    }
    entries = [[Entry]](repeating: [], count: capacity.count)
    limit = [Double](repeating: .infinity, count: capacity.count)
    guard capacity.contains(where: { $0 > 0 }) else { return nil }
  }

  /// Offers an option as a choice of its own, of the unit that `leader` stands for.
  mutating func offer(option: Int, leader: Int, regret: Double) {
    let item = Int(index.itemOfOption[option])
    let kind = index.problem.optionKind[option]
    let entry = Entry(regret: regret, option: Int32(option), item: Int32(leader))
    for term in index.terms[index.termRange(item: item, kind: kind)]
    where capacity[Int(term.row)] > 0
      && term.perOption + term.perCost * index.problem.optionCost[option] > 0
    {
      insert(entry, row: Int(term.row))
    }
    for touch in index.touches[index.touchRange(item: item, kind: kind)]
    where capacity[Int(touch.row)] > 0 { insert(entry, row: Int(touch.row)) }
  }

  private mutating func insert(_ entry: Entry, row: Int) {
    guard entry.regret <= limit[row] else { return }
    entries[row].append(entry)
    if entries[row].count >= 4 * capacity[row] { trim(row) }
  }

  private mutating func trim(_ row: Int) {
    entries[row].sort { ($0.regret, $0.option) < ($1.regret, $1.option) }
    entries[row].removeLast(max(0, entries[row].count - capacity[row]))
    if entries[row].count == capacity[row] { limit[row] = entries[row].last?.regret ?? .infinity }
  }

  mutating func merge(_ other: NearestOptions?) {
    guard let other else { return }
    for row in entries.indices where capacity[row] > 0 {
      entries[row].append(contentsOf: other.entries[row])
      if entries[row].count >= 4 * capacity[row] { trim(row) }
    }
  }

  /// The options kept, each as a choice of its own, by ascending item.
  func choices() -> ChoiceList {
    var copy = self
    for row in entries.indices where capacity[row] > 0 { copy.trim(row) }
    var seen: Set<Int32> = []
    let all = copy.entries.joined().filter { seen.insert($0.option).inserted }
    var list = ChoiceList()
    for entry in all.sorted(by: { ($0.item, $0.option) < ($1.item, $1.option) }) {
      list.append(item: Int(entry.item), options: CollectionOfOne(entry.option))
    }
    return list
  }
}
