@_spi(Bench) public func benchRoot(_ p: AllocationProblem, _ s: AllocationSettings) {
  let d = Deadline(seconds: s.timeLimit)
  let r = AllocationSolver(problem: p, settings: s).solve(progress: nil)
  print(
    r.outcome, "value", r.value, "bound", r.bound, "gap", r.relativeGap * 100, "% priceBound",
    r.priceBound, r.statistics, "t", d.elapsed)
}
