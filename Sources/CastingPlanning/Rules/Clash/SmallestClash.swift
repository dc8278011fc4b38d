/// Finds a smallest set of rules that no plan obeys: without any one of them there is a plan.
///
/// Divide and conquer (Junker, "QuickXplain", AAAI 2004): about k log(n / k) questions for k rules
/// out of n.
struct SmallestClash {
  private(set) var oracle: ClashOracle
  private let state: RuleState
  /// Whether every question was answered; else some rule of the set may be needless.
  private(set) var isSmallest = true

  init(_ oracle: ClashOracle, state: RuleState) {
    self.oracle = oracle
    self.state = state
  }

  /// The smaller of two such sets, the one of more telling rules if they are the same size;
  /// ascending. The rules of the state must be known to be impossible together.
  mutating func find() -> [Int] {
    let forward = search(state.kept)
    guard forward.count > 1 else { return forward }
    let wasSmallest = isSmallest
    isSmallest = true
    let backward = search(state.kept.reversed())
    if backward.count < forward.count && (isSmallest || !wasSmallest) { return backward }
    isSmallest = wasSmallest
    return forward
  }

  private mutating func search(_ rules: [Int]) -> [Int] {
    guard !isImpossible([]) else { return [] }
    return explain(background: [], isGrown: false, rules).sorted()
  }

  /// Rules that clash with the background, which is kept; none of them is needless.
  private mutating func explain(
    background: [Int], isGrown: Bool, _ rules: [Int]
  ) -> [Int] {
    if isGrown && isImpossible(background) { return [] }
    if rules.count <= 1 { return rules }
    let half = rules.count / 2
    let (first, second) = (Array(rules[..<half]), Array(rules[half...]))
    let late = explain(background: background + first, isGrown: true, second)
    let early = explain(background: background + late, isGrown: !late.isEmpty, first)
    return early + late
  }

  /// What cannot be decided counts as possible: the set found still clashes.
  private mutating func isImpossible(_ rules: [Int]) -> Bool {
    switch oracle.answer(state.keeping(only: rules)) {
    case .impossible: return true
    case .plan: return false
    case .undecided:
      isSmallest = false
      return false
    }
  }
}
