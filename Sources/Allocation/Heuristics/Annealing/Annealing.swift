import Foundation
import LinearAlgebra

/// Simulated annealing on contested options: single options come, go, and change places, and items
/// exchange groups; rows are never broken.
///
/// The relaxation leaves a few hundred options undecided, and what a plan loses against it is mostly
/// that pools end up beside their best fill. Which way is better is told by small sums, so millions of
/// moves can be looked at. What a move makes of the rows' room counts at their prices, first in
/// full, in the end not at all: then all room is spent on value. Kirkpatrick, Gelatt and Vecchi,
/// Optimization by simulated annealing (1983).
struct Annealing {
  /// The temperature at first and in the end, as a share of what rows charge for the dearer option of
  /// a move: one that suits stars would melt everything beside them.
  private static let firstTemperature = 0.003
  private static let lastTemperature = 1e-4

  private static let movesPerCandidate = 200
  /// Share of the moves in which the rows' room counts in full; after that it counts ever less.
  private static let pricedShare = 0.7
  /// Least scale of the temperature, as a share of what an option of the plan is worth.
  private static let leastScale = 0.1
  /// Changes since the best plan that are written down one by one, for each candidate.
  private static let longestRecord = 4
  /// Moves between two looks at the clock and the temperature.
  private static let stride = 1024
  /// Chains run beside each other: more where candidates are few.
  private static let candidatesOfChains = 8000
  static let chains = 2...8
  /// How often an option comes or goes alone; of the others, how often one takes the place of one of
  /// its group, or of one that costs about as much.
  private static let aloneShare = 0.2
  private static let groupShare = 1.0 / 3
  private static let classShare = 1.0 / 3
  /// How often one whose item is of another group changes places with one of its own.
  private static let exchangeShare = 0.25
  /// Candidates in a class of about equal cost.
  private static let candidatesPerClass = 64

  private let moves: AnnealingMoves
  private let deadline: Deadline
  /// The row that may be overdrawn.
  private let shared: SharedRow?
  private let classes: [Int32]
  private let classCount: Int

  /// Nil where moves cannot be looked at quickly.
  ///
  /// - Parameter shared: the row that may be overdrawn; none when nil.
  init?(tables: PriceTables, options: [Int], overdrawing shared: SharedRow?, deadline: Deadline) {
    guard
      let moves = AnnealingMoves(tables: tables, options: options, shared: shared?.row),
      moves.count > 1
    else { return nil }
    self.moves = moves
    self.deadline = deadline
    self.shared = shared
    classCount = max(1, moves.count / Self.candidatesPerClass)
    classes = moves.costClasses(classCount)
  }

  /// Runs several chains from one plan; the options of the best plan that any of them met, nil where none
  /// is better.
  ///
  /// The chains do not depend on the number of threads.
  ///
  /// - Parameter mostMoves: of each chain.
  func runChains(
    from state: AllocationState, moves mostMoves: Int, seed: UInt64, goal: Double, threads: Int
  ) -> [Int]? {
    guard state.chosenCount > 0 else { return nil }
    let wanted = Self.candidatesOfChains / moves.count
    let count = min(max(wanted, Self.chains.lowerBound), Self.chains.upperBound)
    let plan = AnnealingPlan(
      moves, state, classes: classes, classCount: classCount, overdrawing: shared)
    var ends = [(gained: Double, options: [Int])](repeating: (0, []), count: count)
    ends.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: 1, threads: threads) { chain, _ in
        var generator = SeededGenerator(seed: seed &+ UInt64(chain))
        output.base[chain] = run(
          plan, typical: abs(state.value) / Double(state.chosenCount),
          moves: min(mostMoves, Self.movesPerCandidate * moves.count), generator: &generator,
          toGain: goal - state.value)
      }
    }
    var best = (gained: 0.0, options: [Int]())
    for end in ends where end.gained > best.gained { best = end }
    guard best.gained > 0 else { return nil }
    let candidates = Set(moves.options)
    return state.chosenOptions.filter { !candidates.contains(Int32($0)) } + best.options
  }

  /// The best plan met: what it gained, and its candidates.
  private func run(
    _ start: AnnealingPlan, typical: Double, moves total: Int,
    generator: inout SeededGenerator, toGain goal: Double
  ) -> (gained: Double, options: [Int]) {
    var plan = start
    var gained = 0.0
    var best = 0.0
    // What was done since the best plan was met: to copy plans is slow where they are long.
    var since: [Int32] = []
    var temperature = 0.0
    var charge = 1.0
    for step in 0..<total {
      if step % Self.stride == 0 {
        if deadline.hasPassed || best >= goal { break }
        let progress = Double(step) / Double(total)
        temperature =
          Self.firstTemperature
          * pow(Self.lastTemperature / Self.firstTemperature, progress)
        charge = min(1, (1 - progress) / (1 - Self.pricedShare))
      }
      guard let move = proposal(&generator, plan) else { continue }
      let change = plan.change(move)
      let sharedCharge = shared?.charge(at: plan.activity[shared!.row]) ?? charge
      let worth =
        change.value - charge * (change.payment - change.shared) - sharedCharge * change.shared
      if worth < 0 {
        let scale = max(
          Self.leastScale * typical, moves.largestPayment(move.incoming, move.outgoing))
        if worth < temperature * scale * log(generator.nextUniform() + 1e-300) { continue }
      }
      guard plan.fits(move) else { continue }
      plan.make(move)
      move.forEachChanged { since.append(Int32($0)) }
      if since.count > Self.longestRecord * moves.count { since = Array(Self.oddOnes(since)) }
      // What a plan overdraws is taken off at its price: it has to be made up for.
      gained += change.value - change.shared
      if gained > best {
        best = gained
        since.removeAll(keepingCapacity: true)
      }
    }
    return (best, plan.options(withChanged: Self.oddOnes(since)))
  }

  /// Those that changed an odd number of times.
  private static func oddOnes(_ changed: [Int32]) -> Set<Int32> {
    changed.reduce(into: Set()) { if $0.remove($1) == nil { $0.insert($1) } }
  }

  private func proposal(
    _ generator: inout SeededGenerator, _ plan: borrowing AnnealingPlan
  ) -> AnnealingMove? {
    let draw = generator.nextUniform()
    if draw < Self.aloneShare / 2 {
      guard let outgoing = plan.members.anyTaken(&generator) else { return nil }
      return plan.move(incoming: nil, outgoing: outgoing)
    }
    guard let incoming = plan.members.anyFree(&generator) else { return nil }
    var outgoing: Int?
    if let sibling = moves.siblings(of: incoming).first(where: { plan.members.isTaken(Int($0)) }) {
      if draw < Self.aloneShare / 2 + Self.exchangeShare,
        moves.groups[Int(sibling)] != moves.groups[incoming]
      {
        return exchange(incoming, leaving: Int(sibling), &generator, plan)
      }
      outgoing = Int(sibling)
    } else if draw >= Self.aloneShare {
      let kin = generator.nextUniform()
      if kin < Self.groupShare {
        outgoing = plan.members.anyTaken(ofGroupOf: incoming, &generator)
      } else if kin < Self.groupShare + Self.classShare {
        outgoing = plan.members.anyTaken(ofClassOf: incoming, &generator)
      } else {
        outgoing = plan.members.anyTaken(&generator)
      }
    }
    return plan.move(incoming: incoming, outgoing: outgoing)
  }

  /// The item of a candidate leaves another group for it, and one of the candidate's group makes way.
  private func exchange(
    _ incoming: Int, leaving left: Int, _ generator: inout SeededGenerator,
    _ plan: borrowing AnnealingPlan
  ) -> AnnealingMove? {
    guard let outgoing = plan.members.anyTaken(ofGroupOf: incoming, &generator),
      !moves.siblings(of: incoming).contains(Int32(outgoing))
    else { return nil }
    let taken = moves.siblings(of: outgoing).first {
      moves.groups[Int($0)] == moves.groups[left] && !plan.members.isTaken(Int($0))
    }
    return plan.exchange(
      incoming: incoming, leaving: left, outgoing: outgoing, taking: taken.map { Int($0) })
  }
}
