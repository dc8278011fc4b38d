import Foundation
import LinearAlgebra

/// Simulated annealing on contested options: single options come, go, and change places; rows are
/// never broken.
///
/// The relaxation leaves a few hundred options undecided, and what a plan loses against it is mostly
/// that pools end up beside their best fill. Which way is better is told by small sums, so millions of
/// moves can be looked at. What a move makes of the rows' room counts at their prices, first in
/// full, in the end not at all: then all room is spent on value. Kirkpatrick, Gelatt and Vecchi,
/// Optimization by simulated annealing (1983).
struct Annealing {
  /// The temperature at first and in the end, as a share of what rows charge for the dearer option of
  /// a move: one that suits stars would melt everything beside them.
  struct Schedule: Sendable {
    var first: Double
    var last: Double
  }

  private static let movesPerCandidate = 400
  private static let mostMoves = 4_000_000
  /// Share of the moves in which the rows' room counts in full; after that it counts ever less.
  private static let pricedShare = 0.7
  /// Least scale of the temperature, as a share of what an option of the plan is worth.
  private static let leastScale = 0.1
  /// Moves between two looks at the clock and the temperature.
  private static let stride = 1024
  /// Chains run beside each other: more where candidates are few.
  private static let candidatesOfChains = 4000
  static let chains = 2...8
  /// How often an option comes or goes alone; of the others, how often one takes the place of one of
  /// its group, or of one that costs about as much.
  private static let aloneShare = 0.2
  private static let groupShare = 1.0 / 3
  private static let classShare = 1.0 / 3
  /// Candidates in a class of about equal cost.
  private static let candidatesPerClass = 64

  private var moves: AnnealingMoves
  private let deadline: Deadline
  private let classes: [Int32]
  private let classCount: Int

  /// Nil where moves cannot be looked at quickly.
  init?(search: LocalSearch, options: [Int]) {
    guard let moves = AnnealingMoves(tables: search.tables, options: options), moves.count > 1
    else { return nil }
    self.moves = moves
    deadline = search.deadline
    classCount = max(1, moves.count / Self.candidatesPerClass)
    classes = moves.costClasses(classCount)
  }

  /// Runs several chains from one plan and leaves the best that any of them met.
  ///
  /// The chains do not depend on the number of threads.
  func runChains(
    _ state: inout AllocationState, schedules: [Schedule], seed: UInt64, goal: Double, threads: Int
  ) {
    let wanted = Self.candidatesOfChains / moves.count
    let count = min(max(wanted, Self.chains.lowerBound), Self.chains.upperBound)
    var states = [AllocationState](repeating: state, count: count)
    states.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: 1, threads: threads) { chain, _ in
        var own = self
        var generator = SeededGenerator(seed: seed &+ UInt64(chain))
        own.run(
          &output.base[chain], schedule: schedules[chain % schedules.count],
          generator: &generator, goal: goal)
      }
    }
    for other in states where other.value > state.value { state = other }
  }

  /// Leaves the best plan met, at least as good as the one given.
  private mutating func run(
    _ state: inout AllocationState, schedule: Schedule, generator: inout SeededGenerator,
    goal: Double
  ) {
    guard state.chosenCount > 0 else { return }
    let groupCount = state.problem.groupCount
    for group in 0..<groupCount { moves.refresh(group: group, state) }
    var members = AnnealingMembers(
      groups: moves.groups, groupCount: groupCount, classes: classes, classCount: classCount,
      taken: moves.options.map { state.isChosen(Int($0)) })
    var best = (value: state.value, options: state.chosenOptions)
    let typical = abs(state.value) / Double(state.chosenCount)
    let total = min(Self.mostMoves, Self.movesPerCandidate * moves.count)
    var temperature = 0.0
    var charge = 1.0
    for step in 0..<total {
      if step % Self.stride == 0 {
        if deadline.hasPassed || best.value >= goal { break }
        let progress = Double(step) / Double(total)
        temperature = schedule.first * pow(schedule.last / schedule.first, progress)
        charge = min(1, (1 - progress) / (1 - Self.pricedShare))
      }
      guard let move = proposal(&generator, members, state) else { continue }
      if let incoming = move.incoming, move.begins,
        !moves.mayFit(incoming, replacing: move.outgoing, state)
      {
        continue
      }
      let change = moves.change(
        adding: move.incoming, begins: move.begins, removing: move.outgoing, ends: move.ends)
      let worth = change.value - charge * change.payment
      if worth < 0 {
        let scale = max(
          Self.leastScale * typical, moves.largestPayment(move.incoming, move.outgoing))
        if worth < temperature * scale * log(generator.nextUniform() + 1e-300) { continue }
      }
      guard apply(move, &state, &members) else { continue }
      if state.value > best.value { best = (state.value, state.chosenOptions) }
    }
    state.change(to: best.options)
  }

  // MARK: Moves

  private struct Move {
    var incoming: Int?
    var outgoing: Int?
    var begins = false
    var ends = false
  }

  private func proposal(
    _ generator: inout SeededGenerator, _ members: borrowing AnnealingMembers,
    _ state: borrowing AllocationState
  ) -> Move? {
    let draw = generator.nextUniform()
    if draw < Self.aloneShare / 2 {
      guard let outgoing = members.anyTaken(&generator) else { return nil }
      return finished(nil, outgoing, state)
    }
    guard let incoming = members.anyFree(&generator) else { return nil }
    var outgoing: Int?
    if let sibling = moves.siblings(of: incoming).first(where: { members.isTaken(Int($0)) }) {
      outgoing = Int(sibling)
    } else if draw >= Self.aloneShare {
      let kin = generator.nextUniform()
      if kin < Self.groupShare {
        outgoing = members.anyTaken(ofGroupOf: incoming, &generator)
      } else if kin < Self.groupShare + Self.classShare {
        outgoing = members.anyTaken(ofClassOf: incoming, &generator)
      } else {
        outgoing = members.anyTaken(&generator)
      }
    }
    return finished(incoming, outgoing, state)
  }

  private func finished(
    _ incoming: Int?, _ outgoing: Int?, _ state: borrowing AllocationState
  ) -> Move {
    var move = Move(incoming: incoming, outgoing: outgoing)
    let left = outgoing.map { Int(moves.items[$0]) }
    let entered = incoming.map { Int(moves.items[$0]) }
    // Within one item neither its first comes nor its last goes.
    guard left != entered else { return move }
    move.ends = left.map { state.chosenOfItem[$0].count == 1 } ?? false
    move.begins = entered.map { state.isItemEmpty($0) } ?? false
    return move
  }

  /// Whether the move was made: it was not where it would break a rule.
  private mutating func apply(
    _ move: Move, _ state: inout AllocationState, _ members: inout AnnealingMembers
  ) -> Bool {
    let outgoing = move.outgoing.map { Int(moves.options[$0]) }
    let incoming = move.incoming.map { Int(moves.options[$0]) }
    if let outgoing { state.remove(outgoing) }
    let fits = incoming.map { state.canAdd($0) } ?? true
    if let incoming, fits { state.add(incoming) }
    let touched = [outgoing, incoming].compactMap { $0 }
    guard fits, state.isFeasible(touching: touched) else {
      if let incoming, fits { state.remove(incoming) }
      if let outgoing { state.add(outgoing) }
      return false
    }
    for candidate in [move.outgoing, move.incoming].compactMap({ $0 }) {
      members.toggle(candidate)
      moves.refresh(group: Int(moves.groups[candidate]), state)
    }
    return true
  }
}
