/// What to branch on.
extension LinearBranching {
  struct Branch {
    var item: Int
    var option: Int32
    var isTaken: Bool
  }

  enum Choice {
    case split(Branch)
    /// One side holds nothing better: the other is taken at once.
    case forced(Branch)
  }

  /// Tries the most doubtful options both ways by a few pivots each.
  mutating func choose(
    _ shared: [SharedItem], _ simplex: ChoiceSimplex, bound: Double
  ) -> Choice? {
    var candidates: [(item: Int, option: Int32, weight: Double)] = []
    for entry in shared {
      for (option, weight) in entry.optionWeights(program)
      where weight > ChoiceSimplex.integrality && weight < 1 - ChoiceSimplex.integrality {
        candidates.append((entry.item, option, weight))
      }
    }
    if candidates.isEmpty { return anyOpen(simplex).map { .split($0) } }
    candidates.sort {
      (abs($0.weight - 0.5), $0.item, $0.option) < (abs($1.weight - 0.5), $1.item, $1.option)
    }
    var best = candidates[0]
    var bestScore = -1.0
    for candidate in candidates.prefix(isPart ? Self.partCandidates : Self.strongCandidates) {
      let up = trial(candidate.item, candidate.option, isTaken: true, simplex)
      if up <= cutoff {
        giveUp(up)
        return .forced(Branch(item: candidate.item, option: candidate.option, isTaken: false))
      }
      let down = trial(candidate.item, candidate.option, isTaken: false, simplex)
      if down <= cutoff {
        giveUp(down)
        return .forced(Branch(item: candidate.item, option: candidate.option, isTaken: true))
      }
      let floor = 1e-6 * max(1, abs(bound))
      let score = max(bound - up, floor) * max(bound - down, floor)
      if score > bestScore {
        bestScore = score
        best = candidate
      }
    }
    return .split(Branch(item: best.item, option: best.option, isTaken: best.weight > 0.5))
  }

  /// The bound of a side after a few pivots, proved.
  mutating func trial(
    _ item: Int, _ option: Int32, isTaken: Bool, _ simplex: ChoiceSimplex
  ) -> Double {
    var copy = simplex
    for column in program.columnStart[item]..<program.columnStart[item + 1]
    where program.options(column).contains(option) != isTaken {
      copy.forbid(column)
    }
    let outcome = copy.run(cutoff: cutoff, maximumPivots: Self.strongPivots)
    work += (copy.pivots - simplex.pivots) * program.workPerPivot
    switch outcome {
    case .infeasible:
      return infeasibleBound(copy)
    case .belowCutoff:
      return rounded(program.bound(at: copy.price, allowed: copy.allowed))
    case .optimal, .stalled:
      return max(copy.objective, cutoff + 1e-12 * abs(cutoff))
    }
  }

  mutating func split(
    _ branch: Branch, bound: Double, decision: Decision?, _ hopeless: [Int32],
    _ simplex: inout ChoiceSimplex
  ) -> Node {
    let basis = simplex.basis
    func child(_ isTaken: Bool) -> Node {
      numbers += 1
      return Node(
        bound: bound, number: numbers,
        decision: Decision(
          parent: decision, item: branch.item, option: branch.option, isTaken: isTaken,
          hopeless: hopeless),
        basis: basis)
    }
    let plunge = child(branch.isTaken)
    open.insert(child(!branch.isTaken))
    forEachExcluded(plunge.decision!) { simplex.forbid($0) }
    return plunge
  }

  /// An option that some allowed column of its item has and another has not.
  func anyOpen(_ simplex: ChoiceSimplex) -> Branch? {
    for item in 0..<program.itemCount {
      let columns = (program.columnStart[item]..<program.columnStart[item + 1]).filter {
        simplex.allowed[$0]
      }
      guard columns.count > 1 else { continue }
      for column in columns {
        for option in program.options(column)
        where !columns.allSatisfy({ program.options($0).contains(option) }) {
          return Branch(item: item, option: option, isTaken: true)
        }
      }
    }
    return nil
  }
}
