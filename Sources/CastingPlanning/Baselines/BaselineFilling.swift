import Allocation
import HeapModule

/// A baseline in the making: every step keeps the rules' upper sides, and the groups of creators.
struct BaselineFilling {
  var state: AllocationState
  let field: BaselineField

  init(field: BaselineField) {
    self.field = field
    state = field.empty
  }

  func options(_ creator: Int) -> Range<Int> { field.problem.options(ofCreator: creator) }

  /// The creator's deal that adds most, of those that pass; nil when none adds anything.
  func best(_ creator: Int, where passes: (Int) -> Bool) -> Int? {
    mayBeCast(creator)
      ? best(of: creator, most: { field.mostGain($0, of: creator) }) {
        passes($0) ? state.gain(adding: $0) : nil
      }?.option : nil
  }

  /// The creator's deal with the highest score, the first of equals; nil where none has one.
  ///
  /// - Parameters:
  ///   - most: no score of the deal is higher.
  ///   - score: takes long to work out, so the most promising deal comes first and spares others.
  private func best(
    of creator: Int, most: (Int) -> Double, _ score: (Int) -> Double?
  ) -> (option: Int, score: Double)? {
    var best: (option: Int, score: Double)?
    func offer(_ option: Int) {
      guard let score = score(option) else { return }
      guard let last = best else {
        best = (option, score)
        return
      }
      if score > last.score || (score == last.score && option < last.option) {
        best = (option, score)
      }
    }
    let promising = options(creator).max { most($0) < most($1) }
    if let promising { offer(promising) }
    for option in options(creator) where option != promising {
      if let best, most(option) < best.score { continue }
      offer(option)
    }
    return best
  }

  mutating func meetLocks() {
    let allocation = field.problem.allocation
    for (creator, item) in allocation.items.enumerated() {
      for kinds in item.requiredKinds {
        let option = best(creator) {
          kinds.contains(allocation.optionKind[$0]) && state.canAdd($0)
        }
        if let option { take(option, creator) }
      }
      guard item.isRequired, state.options(ofItem: creator).isEmpty else { continue }
      if let option = best(creator, where: { state.canAdd($0) }) { take(option, creator) }
    }
  }

  /// Adds deals that raise rows below their lower side, by the order or the cheapest first; gives up at
  /// the first row that nobody can raise far enough.
  mutating func meetMinimums(order: [Int], cheapestFirst: Bool) {
    for (number, row) in field.problem.allocation.rows.enumerated() {
      guard isBelow(number) else { continue }
      for creator in cheapestFirst ? byCheapestDeal(in: row) : order {
        guard isBelow(number) else { break }
        if let option = best(creator, where: { raises(row, $0, creator) && state.canAdd($0) }) {
          take(option, creator)
        }
      }
      // Asking everybody for every other row as well would not mend this one.
      if isBelow(number) { return }
    }
  }

  private func isBelow(_ row: Int) -> Bool {
    state.rowActivity[row] < field.problem.allocation.rows[row].lower - 1e-9
  }

  private func raises(_ row: AllocationRow, _ option: Int, _ creator: Int) -> Bool {
    let allocation = field.problem.allocation
    let kind = Int(allocation.optionKind[option])
    guard row.countsAmounts else {
      return raises(
        row, kind: kind, ofMember: row.memberItems.isEmpty || row.memberItems[creator])
    }
    return allocation.weight(of: option, ofItem: creator, in: row) > 0
      || (row.perTouchedItem > 0 && row.isInside(item: creator, kind: kind))
  }

  private func raises(_ row: AllocationRow, kind: Int, ofMember isMember: Bool) -> Bool {
    let isInside = isMember && (row.memberKinds.isEmpty || row.memberKinds[kind])
    let weight = isInside ? row.inside : row.outside
    return weight.perOption + weight.perCost > 0 || (isInside && row.perTouchedItem > 0)
  }

  private func byCheapestDeal(in row: AllocationRow) -> [Int] {
    let allocation = field.problem.allocation
    let (kinds, costs) = (allocation.optionKind, allocation.optionCost)
    // Without amounts, whether a deal raises the row goes by its kind, and by whether its creator is a member.
    let raised = [false, true].map { isMember in
      (0..<allocation.kindCount).map { raises(row, kind: $0, ofMember: isMember) }
    }
    return field.creators.compactMap { creator -> (cost: Double, creator: Int)? in
      let isMember = row.memberItems.isEmpty || row.memberItems[creator]
      let raises = raised[isMember ? 1 : 0]
      var cheapest = Double.infinity
      for option in options(creator)
      where row.countsAmounts ? self.raises(row, option, creator) : raises[Int(kinds[option])] {
        cheapest = min(cheapest, costs[option])
      }
      return cheapest < .infinity ? (cheapest, creator) : nil
    }.sorted { $0 < $1 }.map(\.creator)
  }

  /// Gives a creator her best deals while they add value and every rule that holds goes on to.
  mutating func fill(creator: Int) {
    while let option = best(creator, where: { state.canAddKeepingLowerSides($0) }),
      state.gain(adding: option) > 0, take(option, creator)
    {}
  }

  /// Always the deal with most value per yen (CELF over creators).
  mutating func fillByReturn() {
    var waiting = field.creators
    var moment = 0
    // Deals outside a share rule may fit later, when its group has grown: a few more rounds.
    for _ in 0..<4 {
      let before = moment
      waiting = fillOnce(waiting, &moment)
      if moment == before { return }
    }
  }

  /// One round; returns the creators none of whose deals fitted when their turn came.
  private mutating func fillOnce(_ creators: [Int], _ moment: inout Int) -> [Int] {
    var heap = Heap(
      creators.map {
        WaitingCandidate(score: field.freshReturns[$0], number: $0, moment: -1)
      })
    var parked: [Int] = []
    while let next = heap.popMin() {
      if next.moment == moment, let (option, _) = bestReturn(next.number) {
        guard take(option, next.number) else {
          parked.append(next.number)
          continue
        }
        moment += 1
      }
      guard let (_, score) = bestReturn(next.number) else {
        parked.append(next.number)
        continue
      }
      heap.insert(.init(score: score, number: next.number, moment: moment))
    }
    return parked
  }

  /// The creator's deal with most value per yen that fits and adds value.
  private func bestReturn(_ creator: Int) -> (option: Int, score: Double)? {
    guard mayBeCast(creator) else { return nil }
    func ratio(_ option: Int, _ value: Double) -> Double {
      ValuePerYen.ratio(value: value, yen: ValuePerYen.addedSpend(option, to: state))
    }
    return best(of: creator, most: { ratio($0, field.mostGain($0, of: creator)) }) { option in
      guard state.canAddKeepingLowerSides(option) else { return nil }
      let gain = state.gain(adding: option)
      return gain > 0 ? ratio(option, gain) : nil
    }
  }

  /// Asks the niches in turn, the one with least spend first, each for its next creator.
  mutating func fillEvenly(order: [Int]) {
    var queues = [[Int]](repeating: [], count: field.nicheCount)
    for creator in order.reversed() { queues[field.niches[creator]].append(creator) }
    var heap = Heap(
      queues.indices.map { WaitingCandidate(score: 0, number: $0, moment: 0) })
    while let next = heap.popMin() {
      guard let creator = queues[next.number].popLast() else { continue }
      let before = state.spend
      fill(creator: creator)
      heap.insert(
        .init(
          score: next.score - (state.spend - before), number: next.number, moment: 0))
    }
  }
}
