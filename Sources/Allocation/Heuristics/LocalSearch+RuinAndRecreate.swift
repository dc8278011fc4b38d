import HeapModule
import LinearAlgebra

extension LocalSearch {
  /// Options tried, best first, when a hole is filled anew.
  private static let recreationWidth = 200
  /// Spread of the random factor on scores, one drawn for each hole.
  private static let noise = [0.02, 0.06, 0.2]
  /// How many options count as contested, and how often a hole is made among them alone.
  private static let contestedCount = 400
  private static let contestedShare = 0.8

  /// Takes out a few options and fills the hole anew, `rounds` times; ends with the best found.
  ///
  /// Worse plans are accepted within an allowance that falls to zero, so that the search can leave
  /// a plan that no small change improves (threshold accepting; Dueck and Scheuer, 1990).
  func ruinAndRecreate(
    _ state: inout AllocationState, rounds: Int, allowance: Double,
    generator: inout SeededGenerator, goal: Double
  ) {
    var limits = pool.limits(state)
    let contested = contestedOptions(count: Self.contestedCount)
    var best = (value: state.value, options: state.chosenOptions)
    for round in 0..<rounds {
      if deadline.hasPassed || best.value >= goal || state.chosenCount < 2 { break }
      let before = state.value
      let old = state.chosenOptions
      let holes = ruin(&state, contested: contested, generator: &generator)
      let banned = holes[Int(generator.next() % UInt64(holes.count))]
      refresh(&limits, after: holes, state)
      let added = recreate(&state, limits, without: banned, generator: &generator)
      let allowed = allowance * (1 - Double(round + 1) / Double(rounds))
      if state.value <= before - allowed || !state.isFeasible(touching: holes) {
        state.change(to: old)
      } else if state.value > best.value + threshold(state) {
        best = (state.value, state.chosenOptions)
      }
      refresh(&limits, after: holes + added, state)
    }
    state.change(to: best.options)
  }

  private func refresh(_ limits: inout [Double], after options: [Int], _ state: AllocationState) {
    for group in Set(options.map { state.group(of: $0) }) {
      pool.updateLimits(&limits, group: Int(group), state: state)
    }
  }

  /// Gives up one to six options, mostly contested ones, half of the time all of one group; returns
  /// them.
  private func ruin(
    _ state: inout AllocationState, contested: [Int], generator: inout SeededGenerator
  ) -> [Int] {
    let size = 1 + Int(generator.next() % 6)
    let taken = state.chosenOptions
    let present = contested.filter { state.isChosen($0) }
    let source = generator.nextUniform() < Self.contestedShare && !present.isEmpty ? present : taken
    let first = source[Int(generator.next() % UInt64(source.count))]
    let keepsGroup = generator.next() % 2 == 0
    var rest = source.filter {
      $0 != first && (!keepsGroup || state.group(of: $0) == state.group(of: first))
    }
    var holes = [first]
    while holes.count < size, !rest.isEmpty {
      holes.append(rest.remove(at: Int(generator.next() % UInt64(rest.count))))
    }
    for option in holes { state.remove(option) }
    return holes
  }

  /// Options of the pool that the prices hardly tell apart from their alternatives.
  func contestedOptions(count: Int) -> [Int] {
    var choices = ItemChoices(tables: tables)
    var found: [(option: Int, regret: Double)] = []
    for item in Set(pool.options.map { pool.index.itemOfOption[Int($0)] }).sorted() {
      let best = choices.bestAlone(Int(item)).profit
      let second = choices.margin(ofItem: Int(item), best: best)
      for (option, regret) in second { found.append((option, regret)) }
    }
    found.sort { ($0.regret, $0.option) < ($1.regret, $1.option) }
    return found.prefix(count).map(\.option)
  }

  /// Fills a hole by noisy scores, the banned option last; returns what was added.
  private func recreate(
    _ state: inout AllocationState, _ limits: [Double], without banned: Int,
    generator: inout SeededGenerator
  ) -> [Int] {
    var open = Heap<Scored>()
    let spread = Self.noise[Int(generator.next() % UInt64(Self.noise.count))]
    for position in pool.options.indices where limits[position] > 0 {
      let option = Int(pool.options[position])
      guard option != banned, pool.admits(position, state) else { continue }
      let noise = 1 + spread * (generator.nextUniform() - 0.5)
      let scored = Scored(
        option: option, score: noise * score(option, gain: limits[position], state))
      if open.count < Self.recreationWidth {
        open.insert(scored)
      } else if let worst = open.min, worst < scored {
        open.replaceMin(with: scored)
      }
    }
    var added: [Int] = []
    for option in open.unordered.sorted(by: >).map(\.option) + [banned]
    where !state.isChosen(option) && state.canAdd(option) && state.gain(adding: option) > 0 {
      state.add(option)
      added.append(option)
    }
    return added
  }
}

/// An option and how much it is wanted; of equal ones the first option comes first.
private struct Scored: Comparable {
  var option: Int
  var score: Double

  static func < (left: Scored, right: Scored) -> Bool {
    (left.score, right.option) < (right.score, left.option)
  }
}
