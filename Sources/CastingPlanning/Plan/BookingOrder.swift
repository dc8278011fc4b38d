import Allocation
import HeapModule

/// The order in which a plan's deals are booked: locked ones first, then always the deal that adds
/// most value per yen.
///
/// Marginal values are the increases of the value in that order, so they sum to the plan's value.
struct BookingOrder: Sendable {
  struct Step: Sendable {
    var option: Int
    /// Money that the deal adds to the spend: its cost, and activation at the creator's first deal.
    var addedSpend: Double
    var marginalValue: Double
  }

  private(set) var steps: [Step] = []
  /// The plan, with all its deals.
  private(set) var state: AllocationState
  /// Deals in the plan of every creator who has more than one, and of the others.
  private let planned: [Int: [Int]]

  /// `empty` is the state of the problem with nothing chosen.
  init(options: [Int], isLocked: (Int) -> Bool, empty: AllocationState) {
    state = empty
    planned = Dictionary(grouping: options) { empty.itemOfOption($0) }
    book(options.filter(isLocked))
    book(options.filter { !isLocked($0) })
  }

  /// Lazy greedy: what a deal adds only falls as others are booked, so a score that was the best
  /// when it was worked out still bounds it from above (CELF: Leskovec et al., KDD 2007).
  ///
  /// The exception is a creator's second deal, which no longer pays her activation: her other deals
  /// are scored afresh when her first is booked.
  private mutating func book(_ options: [Int]) {
    var waiting = Set(options)
    var heap = Heap(options.map { candidate($0) })
    while let next = heap.popMin() {
      guard waiting.contains(next.number) else { continue }
      guard next.moment == steps.count else {
        heap.insert(candidate(next.number))
        continue
      }
      let creator = state.itemOfOption(next.number)
      let isFirst = state.options(ofItem: creator).isEmpty
      book(next.number)
      waiting.remove(next.number)
      guard isFirst, state.problem.items[creator].fixedCost > 0 else { continue }
      for other in planned[creator] ?? [] where waiting.contains(other) {
        heap.insert(candidate(other))
      }
    }
  }

  private mutating func book(_ option: Int) {
    steps.append(
      Step(
        option: option, addedSpend: addedSpend(option),
        marginalValue: state.gain(adding: option)))
    state.add(option)
  }

  private func candidate(_ option: Int) -> WaitingCandidate {
    WaitingCandidate(
      score: ValuePerYen.ratio(value: state.gain(adding: option), yen: addedSpend(option)),
      number: option, moment: steps.count)
  }

  private func addedSpend(_ option: Int) -> Double { ValuePerYen.addedSpend(option, to: state) }
}

/// How deals are compared by what they bring for their money.
enum ValuePerYen {
  /// Value per yen; infinite for what costs nothing.
  static func ratio(value: Double, yen: Double) -> Double { yen > 0 ? value / yen : .infinity }

  /// Money that an option adds: its cost, and its creator's activation when it is her first.
  static func addedSpend(_ option: Int, to state: AllocationState) -> Double {
    state.addedSpend(by: option)
  }
}
