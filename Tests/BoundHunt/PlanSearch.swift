import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Plans found by annealing random moves: nothing of it knows prices or the solver's way.
struct PlanSearch {
  let ledger: PlanLedger
  private var random: SeededGenerator
  /// The best plan that obeys every rule, so far.
  private(set) var best: (options: [Int], value: Double, size: Double)?

  init(_ ledger: PlanLedger, seed: UInt64) {
    self.ledger = ledger
    random = SeededGenerator(seed: seed)
  }

  /// Counts a plan if it obeys every rule.
  mutating func offer(_ options: [Int]) {
    guard ledger.excess(of: options) == 0 else { return }
    let (net, size) = ledger.value(of: options)
    if net > best?.value ?? -.infinity { best = (options, net, size) }
  }

  /// Walks from a plan, obeying the rules or not, by adding, dropping and exchanging options.
  ///
  /// - Parameter warmth: share of a usual option's worth that a step may lose at first.
  mutating func walk(from start: [Int], steps: Int, warmth: Double) {
    var plan = start
    offer(plan)
    guard !ledger.usable.isEmpty else { return }
    let scale = max(1, ledger.value(of: ledger.usable).size / Double(ledger.usable.count))
    var score = score(plan, scale: scale, heat: 1)
    for step in 0..<steps {
      let heat = 1 - Double(step) / Double(steps)
      let next = moved(plan)
      let new = self.score(next, scale: scale, heat: heat)
      let allowed = scale * warmth * heat * heat
      if new >= score || random.nextUniform() < exp((new - score) / max(allowed, 1e-12)) {
        (plan, score) = (next, new)
      }
    }
  }

  /// The value less a fine for broken rules that grows as the walk goes on; plans without any count
  /// as found.
  private mutating func score(_ plan: [Int], scale: Double, heat: Double) -> Double {
    let excess = ledger.excess(of: plan)
    let (net, size) = ledger.value(of: plan)
    if excess == 0, net > best?.value ?? -.infinity { best = (plan, net, size) }
    return net - excess * scale * (1 + 8 * (1 - heat))
  }

  private mutating func moved(_ plan: [Int]) -> [Int] {
    var plan = plan
    let draw = random.nextUniform()
    if !plan.isEmpty && draw < 0.65 {
      plan.remove(at: Int(random.next() % UInt64(plan.count)))
      if draw < 0.15 { return plan }
    }
    let option = ledger.usable[Int(random.next() % UInt64(ledger.usable.count))]
    guard !plan.contains(option) else { return plan }
    // An item that is full gives up what it has.
    let item = ledger.itemOf[option]
    if plan.count(where: { ledger.itemOf[$0] == item }) >= ledger.problem.items[item].slots {
      plan.removeAll { ledger.itemOf[$0] == item }
    }
    plan.append(option)
    return plan
  }
}
