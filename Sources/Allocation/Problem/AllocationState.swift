/// A choice of options under evaluation: value, pool fills and row activities, kept up to date as
/// options come and go.
///
/// Adding and removing costs O(S + rows of the option); a gain the same, and O(G) more where the
/// total output is limited.
package struct AllocationState: Sendable {
  package var problem: AllocationProblem { index.problem }
  let index: ProblemIndex
  /// Fill of every pool; G × S.
  package private(set) var poolFill: [Double]
  /// Output of every group before limits; G.
  package private(set) var groupOutput: [Double]
  /// Activity of every row.
  package private(set) var rowActivity: [Double]
  /// Chosen options of every item.
  private(set) var chosenOfItem: [[Int32]]
  /// Chosen options, ascending.
  package private(set) var chosenOptions: [Int] = []
  /// Σ optionValue − costWeight · (costs + fixed costs).
  private(set) var separableValue = 0.0
  private(set) var servedValue = 0.0

  package init(_ problem: AllocationProblem) { self.init(index: ProblemIndex(problem)) }

  init(index: ProblemIndex) {
    self.index = index
    let problem = index.problem
    poolFill = [Double](repeating: 0, count: problem.groupCount * problem.segmentCount)
    groupOutput = [Double](repeating: 0, count: problem.groupCount)
    rowActivity = [Double](repeating: 0, count: problem.rows.count)
    chosenOfItem = [[Int32]](repeating: [], count: problem.itemCount)
  }

  init(index: ProblemIndex, choosing options: some Sequence<Int>) {
    self.init(index: index)
    for option in options { add(option) }
  }

  /// Value of the choice.
  package var value: Double { servedValue + separableValue }

  package var chosenCount: Int { chosenOptions.count }

  /// Where an option stands, or would stand, among the chosen ones.
  private func position(of option: Int) -> Int {
    var low = 0
    var high = chosenOptions.count
    while low < high {
      let middle = (low + high) / 2
      if chosenOptions[middle] < option { low = middle + 1 } else { high = middle }
    }
    return low
  }

  package func options(ofItem item: Int) -> [Int] { chosenOfItem[item].map { Int($0) } }

  package func itemOfOption(_ option: Int) -> Int { Int(index.itemOfOption[option]) }

  package func isChosen(_ option: Int) -> Bool {
    chosenOfItem[itemOfOption(option)].contains(Int32(option))
  }

  // MARK: Change

  /// Takes an option that is not taken yet, whatever the rules say.
  package mutating func add(_ option: Int) {
    let item = itemOfOption(option)
    applyWeights(of: option, sign: 1)
    chosenOfItem[item].append(Int32(option))
    chosenOptions.insert(option, at: position(of: option))
    fill(option, sign: 1)
  }

  /// Gives up an option that is taken.
  package mutating func remove(_ option: Int) {
    let item = itemOfOption(option)
    guard let position = chosenOfItem[item].firstIndex(of: Int32(option)) else {
      preconditionFailure("option \(option) of item \(item) is not chosen")
    }
    chosenOfItem[item].remove(at: position)
    chosenOptions.remove(at: self.position(of: option))
    applyWeights(of: option, sign: -1)
    fill(option, sign: -1)
  }

  private mutating func fill(_ option: Int, sign: Double) {
    let reach = problem.optionReach[option]
    guard reach > 0 else { return }
    let segments = problem.segmentCount
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let shareBase = itemOfOption(option) * segments
    let poolBase = group * segments
    for segment in 0..<segments {
      poolFill[poolBase + segment] = max(
        0, poolFill[poolBase + segment] + sign * reach * problem.segmentShares[shareBase + segment])
    }
    groupOutput[group] = output(ofGroup: group)
    servedValue = served(replacing: -1, by: 0)
  }

  /// Adds or takes away the option's share of rows and separable value. Called while the item's
  /// list holds its other options only.
  private mutating func applyWeights(of option: Int, sign: Double) {
    let item = itemOfOption(option)
    forEachWeight(of: option, item: item) { row, weight in rowActivity[row] += sign * weight }
    separableValue += sign * separableGain(of: option, item: item)
  }

  /// Calls `body` with every row the option changes beside other options of its item (those taken
  /// when nil).
  @inline(__always)
  func forEachWeight(
    of option: Int, item: Int, beside others: [Int32]? = nil, _ body: (Int, Double) -> Void
  ) {
    let others = others ?? chosenOfItem[item]
    let kind = problem.optionKind[option]
    for number in index.termRange(item: item, kind: kind) {
      let term = index.terms[number]
      body(Int(term.row), index.weight(term, of: option))
    }
    for touch in index.touchRange(item: item, kind: kind) {
      let row = index.touches[touch].row
      let isTouched = others.contains { other in
        let otherKind = problem.optionKind[Int(other)]
        return index.touchRange(item: item, kind: otherKind).contains {
          index.touches[$0].row == row
        }
      }
      if !isTouched { body(Int(row), index.touches[touch].perOption) }
    }
    if others.isEmpty {
      let fixed = problem.items[item].fixedCost
      if fixed != 0 {
        for term in index.fixedCostTerms { body(Int(term.row), term.perCost * fixed) }
      }
    }
  }

  func separableGain(of option: Int, item: Int) -> Double {
    let own = problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
    guard problem.costWeight != 0 else { return own }
    let fixed = chosenOfItem[item].isEmpty ? problem.items[item].fixedCost : 0
    return own - problem.costWeight * (problem.optionCost[option] + fixed)
  }
}
