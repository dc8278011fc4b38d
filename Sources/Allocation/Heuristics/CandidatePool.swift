/// Options that a search may add, laid out for scanning: what each weighs on rows and earns at
/// most, without a look at the problem's tables.
struct CandidatePool: Sendable {
  let index: ProblemIndex
  /// By group, then ascending.
  let options: [Int32]
  private let items: [Int32]
  private let groups: [Int32]
  /// Positions of a group's options.
  let groupRanges: [Range<Int>]
  /// Reach by segment; options × S.
  private let reach: [Double]
  /// Value beside the pools, costs subtracted where they count, when the item takes nothing else.
  private let own: [Double]
  private let weights: LoneWeights

  init(index: ProblemIndex, options unsorted: [Int32]) {
    let problem = index.problem
    self.index = index
    func group(_ option: Int32) -> Int32 {
      problem.kindGroup[Int(problem.optionKind[Int(option)])]
    }
    options = unsorted.sorted { (group($0), $0) < (group($1), $1) }
    items = options.map { index.itemOfOption[Int($0)] }
    groups = options.map(group)
    var ranges = [Range<Int>](repeating: 0..<0, count: problem.groupCount)
    var start = 0
    for position in options.indices
    where position + 1 == options.count || groups[position + 1] != groups[position] {
      ranges[Int(groups[position])] = start..<position + 1
      start = position + 1
    }
    groupRanges = ranges
    var reach: [Double] = []
    var own: [Double] = []
    for (option, item) in zip(options, items) {
      let (option, item) = (Int(option), Int(item))
      for segment in 0..<problem.segmentCount {
        reach.append(
          problem.optionReach[option]
            * problem.segmentShares[item * problem.segmentCount + segment])
      }
      let value = problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
      own.append(
        value - problem.costWeight * (problem.optionCost[option] + problem.items[item].fixedCost))
    }
    self.reach = reach
    self.own = own
    weights = LoneWeights(index: index, options: options)
  }

  /// Recomputes the most each option of a group can gain: reach at the pools' marginal worth, as far as
  /// the group's output limit leaves room.
  ///
  /// An item that has taken options already may gain its fixed cost more: it is not charged twice.
  func updateLimits(_ limits: inout [Double], group: Int, state: AllocationState) {
    let problem = index.problem
    let segments = problem.segmentCount
    let marginal = state.marginalWorth(ofGroup: group)
    let most = state.worthLeft(ofGroup: group)
    reach.withUnsafeBufferPointer { reach in
      for position in groupRanges[group] {
        var sum = 0.0
        for segment in 0..<segments {
          sum += marginal[segment] * reach[position * segments + segment]
        }
        limits[position] = own[position] + min(sum, most)
      }
    }
    guard problem.costWeight != 0 else { return }
    for position in groupRanges[group] where !state.isItemEmpty(Int(items[position])) {
      limits[position] += problem.costWeight * problem.items[Int(items[position])].fixedCost
    }
  }

  func limits(_ state: AllocationState) -> [Double] {
    var limits = [Double](repeating: 0, count: options.count)
    for group in groupRanges.indices { updateLimits(&limits, group: group, state: state) }
    return limits
  }

  /// Whether an option may be added: `AllocationState.canAdd`, quickly where its item is free.
  @inline(__always)
  func admits(_ position: Int, _ state: borrowing AllocationState) -> Bool {
    let item = Int(items[position])
    guard state.isItemEmpty(item) else {
      let option = Int(options[position])
      return !state.isChosen(option) && state.canAdd(option)
    }
    return weights.fits(position, state) && index.problem.items[item].slots > 0
      && (index.units.isEmpty || state.itemCanTake(Int(options[position]), item: item))
  }
}

extension AllocationState {
  func isItemEmpty(_ item: Int) -> Bool { chosenOfItem[item].isEmpty }

  /// Most that more output of a group can be worth: what is left of its limit.
  func worthLeft(ofGroup group: Int) -> Double {
    let limit = problem.groupOutputLimit[group]
    guard limit.isFinite else { return .infinity }
    return problem.groupWorth[group] * max(0, limit - groupOutput[group])
  }

  /// Worth of one more unit of fill in each of a group's pools, output limits ignored; S.
  func marginalWorth(ofGroup group: Int) -> [Double] {
    (group * problem.segmentCount..<(group + 1) * problem.segmentCount).map { pool in
      problem.groupWorth[group] * problem.poolYield[pool]
        * problem.curve.marginalOutput(fill: poolFill[pool], capacity: problem.poolCapacity[pool])
    }
  }
}
