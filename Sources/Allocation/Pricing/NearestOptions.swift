import HeapModule

/// For every row with a lower side, the options that would lift it at the least regret.
///
/// Without them a sifted core may be unable to reach the lower side at all, and its price would
/// grow without bound.
struct NearestOptions: Sendable {
  private struct Entry: Comparable, Sendable {
    var regret: Double
    var option: Int32
    var item: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      (left.regret, left.option) < (right.regret, right.option)
    }
  }

  /// Options kept per unit of a lower side on counts, and beside.
  private static let perUnit = 3.0
  private static let extra = 10
  /// Options kept for a lower side on costs or amounts.
  private static let forCosts = 100

  private let index: ProblemIndex
  /// Options to keep, by row; 0 for rows without a lower side.
  private let capacity: [Int]
  private var entries: [Heap<Entry>]
  /// By row: regret of more than this is known to be of no use.
  private var limit: [Double]
  /// An option of more regret than this is of no use to any row.
  private(set) var farthest = Double.infinity

  /// Nil when no row has a lower side.
  init?(index: ProblemIndex, scale: Double) {
    self.index = index
    capacity = index.problem.rows.map { row in
      guard row.lower.isFinite else { return 0 }
      if row.inside.perCost != 0 || row.outside.perCost != 0 || row.countsAmounts {
        return Self.forCosts
      }
      return Int((Self.perUnit * max(0, row.lower) * scale).rounded(.up)) + Self.extra
    }
    entries = [Heap<Entry>](repeating: Heap(), count: capacity.count)
    limit = [Double](repeating: .infinity, count: capacity.count)
    guard capacity.contains(where: { $0 > 0 }) else { return nil }
  }

  /// Nothing kept yet, and no farther than what was found among some of the same options: the nearest of
  /// all are no farther than the nearest of those.
  func emptied() -> NearestOptions {
    var empty = self
    for row in entries.indices {
      if entries[row].count == capacity[row], let worst = entries[row].max {
        empty.limit[row] = min(limit[row], worst.regret)
      }
      empty.entries[row] = Heap()
    }
    empty.findFarthest()
    return empty
  }

  /// Offers an option as a choice of its own, of the unit that `leader` stands for.
  mutating func offer(option: Int, leader: Int, regret: Double) {
    guard regret <= farthest else { return }
    let item = Int(index.itemOfOption[option])
    let kind = index.problem.optionKind[option]
    let entry = Entry(regret: regret, option: Int32(option), item: Int32(leader))
    for number in index.termRange(item: item, kind: kind) {
      let term = index.terms[number]
      if index.weight(term, of: option) > 0 { insert(entry, row: Int(term.row)) }
    }
    for touch in index.touchRange(item: item, kind: kind) {
      insert(entry, row: Int(index.touches[touch].row))
    }
  }

  private mutating func insert(_ entry: Entry, row: Int) {
    guard capacity[row] > 0, entry.regret <= limit[row] else { return }
    guard entries[row].count == capacity[row] else {
      entries[row].insert(entry)
      if entries[row].count == capacity[row] { findFarthest() }
      return
    }
    guard let worst = entries[row].max, entry < worst else { return }
    entries[row].replaceMax(with: entry)
    if worst.regret == farthest { findFarthest() }
  }

  private mutating func findFarthest() {
    farthest = 0
    for row in entries.indices where capacity[row] > 0 {
      let isFull = entries[row].count == capacity[row]
      farthest = max(farthest, isFull ? entries[row].max!.regret : limit[row])
    }
  }

  mutating func merge(_ other: NearestOptions?) {
    guard let other else { return }
    for row in entries.indices {
      for entry in other.entries[row].unordered { insert(entry, row: row) }
    }
  }

  /// The options kept, each as a choice of its own, by ascending item.
  func choices() -> ChoiceList {
    var seen: Set<Int32> = []
    let all = entries.flatMap(\.unordered).filter { seen.insert($0.option).inserted }
    var list = ChoiceList()
    for entry in all.sorted(by: { ($0.item, $0.option) < ($1.item, $1.option) }) {
      list.append(item: Int(entry.item), options: CollectionOfOne(entry.option))
    }
    return list
  }
}
