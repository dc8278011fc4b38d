extension AllocationState {
  /// What an option adds to the spend: its cost, and its item's fixed cost when it is the first there.
  package func addedSpend(by option: Int) -> Double {
    let item = itemOfOption(option)
    let fixed = chosenOfItem[item].isEmpty ? index.problem.items[item].fixedCost : 0
    return index.problem.optionCost[option] + fixed
  }

  /// Increase of the value if the option were added.
  package func gain(adding option: Int) -> Double {
    let item = itemOfOption(option)
    let separable = separableGain(of: option, item: item)
    guard problem.optionReach[option] > 0 else { return separable }
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let output = groupOutput[group] + outputGain(adding: option)
    if !index.limitsOutput {
      return separable + problem.groupWorth[group] * (output - groupOutput[group])
    }
    return separable + served(replacing: group, by: output) - servedValue
  }

  /// Increase of the group's output, before limits, if the option were added.
  package func outputGain(adding option: Int) -> Double {
    let segments = problem.segmentCount
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let shareBase = itemOfOption(option) * segments
    let poolBase = group * segments
    let reach = problem.optionReach[option]
    var sum = 0.0
    for segment in 0..<segments {
      let pool = poolBase + segment
      let capacity = problem.poolCapacity[pool]
      let step = reach * problem.segmentShares[shareBase + segment]
      guard step > 0, capacity > 0 else { continue }
      switch problem.curve {
      case .exponential where capacity.isFinite:
        // N(1 − e^{−(y+r)/N}) − N(1 − e^{−y/N}) = e^{−y/N} · N(1 − e^{−r/N}): nothing cancels.
        sum +=
          problem.poolYield[pool]
          * problem.curve.marginalOutput(fill: poolFill[pool], capacity: capacity)
          * problem.curve.output(fill: step, capacity: capacity)
      default:
        sum +=
          problem.poolYield[pool]
          * (problem.curve.output(fill: poolFill[pool] + step, capacity: capacity)
            - problem.curve.output(fill: poolFill[pool], capacity: capacity))
      }
    }
    return sum
  }

  func output(ofGroup group: Int) -> Double {
    var sum = 0.0
    for pool in group * problem.segmentCount..<(group + 1) * problem.segmentCount {
      sum +=
        problem.poolYield[pool]
        * problem.curve.output(fill: poolFill[pool], capacity: problem.poolCapacity[pool])
    }
    return sum
  }

  /// Value of the output that can be served, with one group's output replaced (−1: none).
  func served(replacing group: Int, by output: Double) -> Double {
    var left = problem.totalOutputLimit
    var sum = 0.0
    for number in index.servingOrder {
      let raw = number == group ? output : groupOutput[number]
      let units = min(raw, problem.groupOutputLimit[number], left)
      left -= units
      sum += problem.groupWorth[number] * units
    }
    return sum
  }

  /// Output of every group that is served, those worth most first; G.
  package func servedOutput() -> [Double] {
    var left = problem.totalOutputLimit
    var served = [Double](repeating: 0, count: problem.groupCount)
    for number in index.servingOrder {
      served[number] = min(groupOutput[number], problem.groupOutputLimit[number], left)
      left -= served[number]
    }
    return served
  }

  /// Decrease of the value if a taken option were given up.
  package func loss(removing option: Int) -> Double {
    var without = separableLoss(of: option)
    guard problem.optionReach[option] > 0 else { return without }
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let output = groupOutput[group] - outputLoss(removing: option)
    if index.limitsOutput {
      without += servedValue - served(replacing: group, by: output)
    } else {
      without += problem.groupWorth[group] * (groupOutput[group] - output)
    }
    return without
  }

  private func separableLoss(of option: Int) -> Double {
    let own = problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
    guard problem.costWeight != 0 else { return own }
    let item = itemOfOption(option)
    let fixed = chosenOfItem[item].count == 1 ? problem.items[item].fixedCost : 0
    return own - problem.costWeight * (problem.optionCost[option] + fixed)
  }

  private func outputLoss(removing option: Int) -> Double {
    let segments = problem.segmentCount
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let shareBase = itemOfOption(option) * segments
    let reach = problem.optionReach[option]
    var sum = 0.0
    for segment in 0..<segments {
      let pool = group * segments + segment
      let capacity = problem.poolCapacity[pool]
      let step = reach * problem.segmentShares[shareBase + segment]
      guard step > 0, capacity > 0 else { continue }
      let rest = max(0, poolFill[pool] - step)
      sum +=
        problem.poolYield[pool]
        * (problem.curve.output(fill: poolFill[pool], capacity: capacity)
          - problem.curve.output(fill: rest, capacity: capacity))
    }
    return sum
  }

  /// Worth of one more unit of fill in every pool, output limits ignored: an upper bound on what
  /// any addition can gain per unit; G × S.
  func marginalWorth() -> [Double] {
    poolFill.indices.map { pool in
      problem.groupWorth[pool / problem.segmentCount] * problem.poolYield[pool]
        * problem.curve.marginalOutput(fill: poolFill[pool], capacity: problem.poolCapacity[pool])
    }
  }
}
