/// The choices the solver works on at the moment, as sparse affine functions of the prices.
///
/// Profit of a choice at point π is `constant + Σ coefficient · π`. Items whose choice is settled
/// are not listed: they are summed up in `settledConstant` and `settledVector`.
struct Core: Sendable {
  let variables: PriceVariables
  /// Factor on limits and capacities: the share of all items that the core stands for.
  let scale: Double
  /// Items with a choice to make, ascending; leaders stand for their units.
  private(set) var items: [Int32] = []
  /// Choices of the item at a position: `choiceStart[position] ..< choiceStart[position + 1]`.
  private(set) var choiceStart: [Int] = [0]
  /// Whether the item at a position may take nothing.
  private(set) var mayBeEmpty: [Bool] = []
  private(set) var choices = ChoiceList()
  private(set) var constant: [Double] = []
  private(set) var coefficientStart: [Int] = [0]
  private(set) var coefficientVariable: [Int32] = []
  private(set) var coefficientValue: [Double] = []
  private(set) var settledConstant = 0.0
  private(set) var settledVector: [Double]
  /// Settled options, in the order they were settled.
  private(set) var settledOptions: [Int32] = []

  var choiceCount: Int { choices.count }
  private var index: ProblemIndex { variables.index }

  init(variables: PriceVariables, scale: Double = 1) {
    self.variables = variables
    self.scale = scale
    settledVector = [Double](repeating: 0, count: variables.count)
  }

  /// The core of the kept choices, which must be grouped by item.
  init(variables: PriceVariables, scale: Double = 1, kept: ChoiceList) {
    self.init(variables: variables, scale: scale)
    var places = CoefficientPlaces(variables.count)
    reserve(kept)
    for choice in 0..<kept.count {
      let item = Int(kept.items[choice])
      if items.last != kept.items[choice] { begin(item: item) }
      append(item: item, options: kept.options(choice), &places)
    }
  }

  /// The core of every choice that may matter, items that must choose included even when nothing
  /// was kept for them.
  init(variables: PriceVariables, keptForAll kept: ChoiceList) {
    self.init(variables: variables, scale: 1)
    var places = CoefficientPlaces(variables.count)
    reserve(kept)
    var choice = 0
    for item in 0..<variables.index.problem.itemCount
    where !variables.index.units.isSpokenFor(item) {
      let isForced = !variables.index.mayBeEmpty(unitOf: item)
      let hasChoices = choice < kept.count && Int(kept.items[choice]) == item
      guard isForced || hasChoices else { continue }
      begin(item: item)
      while choice < kept.count, Int(kept.items[choice]) == item {
        append(item: item, options: kept.options(choice), &places)
        choice += 1
      }
    }
  }

  // MARK: Building

  /// Coefficients a choice has, about: as many as an option of one item in a dozen pools.
  private static let coefficientsPerChoice = 20

  private mutating func reserve(_ kept: ChoiceList) {
    constant.reserveCapacity(kept.count)
    coefficientStart.reserveCapacity(kept.count + 1)
    coefficientVariable.reserveCapacity(kept.count * Self.coefficientsPerChoice)
    coefficientValue.reserveCapacity(kept.count * Self.coefficientsPerChoice)
  }

  private mutating func begin(item: Int) {
    begin(item: item, mayBeEmpty: index.mayBeEmpty(unitOf: item))
  }

  fileprivate mutating func begin(item: Int, mayBeEmpty isFree: Bool) {
    items.append(Int32(item))
    mayBeEmpty.append(isFree)
    choiceStart.append(choiceStart.last!)
  }

  fileprivate mutating func dropLastItem() {
    items.removeLast()
    mayBeEmpty.removeLast()
    choiceStart.removeLast()
  }

  fileprivate mutating func append(
    item: Int, options: ArraySlice<Int32>, _ places: inout CoefficientPlaces
  ) {
    choices.append(item: item, options: options)
    choiceStart[choiceStart.count - 1] += 1
    constant.append(appendCoefficients(options: options, &places))
    coefficientStart.append(coefficientVariable.count)
  }

  /// Appends the coefficients of a set of options, merged by variable; returns the constant.
  private mutating func appendCoefficients(
    options: ArraySlice<Int32>, _ places: inout CoefficientPlaces
  ) -> Double {
    let first = coefficientVariable.count
    let item = Int(index.itemOfOption[Int(options[options.startIndex])])
    guard index.units.unit(of: item) == nil else {
      // Options of several items: seldom, and each set is unlike the others.
      return index.collectCoefficients(options: options, variables: variables) {
        merge($0, $1, first, &places)
      }
    }
    var constant = index.collectShared(item: item, options: options, variables: variables) {
      merge($0, $1, first, &places)
    }
    for option in options {
      let own = places.own(Int(option), item: item, variables)
      constant += places.constant[own]
      for entry in places.start[own]..<places.start[own + 1] {
        merge(places.variable[entry], places.value[entry], first, &places)
      }
    }
    return constant
  }

  /// Adds to the coefficient of a variable in the choice that begins at `first`.
  @inline(__always)
  private mutating func merge(
    _ variable: Int32, _ value: Double, _ first: Int, _ places: inout CoefficientPlaces
  ) {
    let place = Int(places.place[Int(variable)])
    // A place of an earlier choice, or of none, is not this variable's.
    if place >= first, place < coefficientVariable.count, coefficientVariable[place] == variable {
      coefficientValue[place] += value
    } else {
      places.place[Int(variable)] = Int32(coefficientVariable.count)
      coefficientVariable.append(variable)
      coefficientValue.append(value)
    }
  }

  /// Takes a set of options whatever the prices.
  mutating func settle(options: ArraySlice<Int32>) {
    settledConstant += index.collectCoefficients(options: options, variables: variables) {
      settledVector[Int($0)] += $1
    }
    settledOptions.append(contentsOf: options)
  }

  /// The same core with some items settled and some choices dropped.
  ///
  /// - Parameters:
  ///   - settled: By position: nil leaves the item open, −1 settles it on nothing, else the choice.
  ///   - keeps: Whether an open item's choice stays.
  func narrowed(settled: [Int?], keeps: (Int) -> Bool) -> Core {
    var result = Core(variables: variables, scale: scale)
    result.settledConstant = settledConstant
    result.settledVector = settledVector
    result.settledOptions = settledOptions
    for position in items.indices {
      if let choice = settled[position] {
        if choice >= 0 { result.settle(options: choices.options(choice)) }
        continue
      }
      let mayStayEmpty = mayBeEmpty[position]
      let before = result.choices.count
      for choice in choiceStart[position]..<choiceStart[position + 1] where keeps(choice) {
        result.copy(choice, of: self)
      }
      if result.choices.count == before && mayStayEmpty { continue }
      result.items.append(items[position])
      result.mayBeEmpty.append(mayStayEmpty)
      result.choiceStart.append(result.choices.count)
    }
    return result
  }

  private mutating func copy(_ choice: Int, of other: Core) {
    choices.append(item: Int(other.choices.items[choice]), options: other.choices.options(choice))
    constant.append(other.constant[choice])
    let range = other.coefficientStart[choice]..<other.coefficientStart[choice + 1]
    coefficientVariable.append(contentsOf: other.coefficientVariable[range])
    coefficientValue.append(contentsOf: other.coefficientValue[range])
    coefficientStart.append(coefficientVariable.count)
  }

  // MARK: Reading

  /// Calls `body` with every variable of a choice's profit and its coefficient.
  func forEachCoefficient(of choice: Int, _ body: (Int, Double) -> Void) {
    for entry in coefficientStart[choice]..<coefficientStart[choice + 1] {
      body(Int(coefficientVariable[entry]), coefficientValue[entry])
    }
  }

  /// Profit of a choice at a point.
  func profit(_ choice: Int, at point: [Double]) -> Double {
    var sum = constant[choice]
    for position in coefficientStart[choice]..<coefficientStart[choice + 1] {
      sum += coefficientValue[position] * point[Int(coefficientVariable[position])]
    }
    return sum
  }

  /// What a choice earns at a point before it pays anything.
  func gross(_ choice: Int, at point: [Double]) -> Double {
    var gross = max(0, constant[choice])
    forEachCoefficient(of: choice) { variable, value in
      if value > 0 { gross += value * max(0, point[variable]) }
    }
    return gross
  }

  /// The exact bound of this core at a point: what its items can bring at best, rounding allowed
  /// for.
  func bound(at point: [Double]) -> Double {
    var sum = variables.sharedBound(at: point, scale: scale) + settledConstant
    sum += variables.roundingAllowance(at: point)
    for variable in point.indices { sum += settledVector[variable] * point[variable] }
    for position in items.indices {
      var best = mayBeEmpty[position] ? 0 : -Double.infinity
      for choice in choiceStart[position]..<choiceStart[position + 1] {
        best = max(best, profit(choice, at: point))
      }
      sum += best
    }
    return sum
  }
}

/// Makes a core item by item, ascending.
struct CoreBuilder {
  private var core: Core
  private var places: CoefficientPlaces
  private var item = -1
  private var isFree = true
  private var hasChoices = true

  init(_ variables: PriceVariables) {
    core = Core(variables: variables)
    places = CoefficientPlaces(variables.count)
  }

  /// Takes a set of options whatever the prices.
  mutating func settle(_ options: ArraySlice<Int32>) { core.settle(options: options) }

  /// The next item; one that may take nothing and gets no choice is left out.
  mutating func begin(item: Int, mayBeEmpty: Bool) {
    dropIdle()
    core.begin(item: item, mayBeEmpty: mayBeEmpty)
    (self.item, isFree, hasChoices) = (item, mayBeEmpty, false)
  }

  mutating func append(_ options: ArraySlice<Int32>) {
    core.append(item: item, options: options, &places)
    hasChoices = true
  }

  mutating func finished() -> Core {
    dropIdle()
    hasChoices = true
    return core
  }

  private mutating func dropIdle() {
    if !hasChoices && isFree { core.dropLastItem() }
  }
}

/// Where the last coefficient of each variable stands, for merging those of one choice, and what the
/// options of the item at work have by themselves: its choices are sets of few options.
private struct CoefficientPlaces {
  var place: [Int32]
  private(set) var start: [Int] = [0]
  private(set) var variable: [Int32] = []
  private(set) var value: [Double] = []
  private(set) var constant: [Double] = []
  private var options: [Int] = []
  private var item = -1

  init(_ variableCount: Int) { place = [Int32](repeating: -1, count: variableCount) }

  /// Number of the option among those known, worked out when it is new.
  mutating func own(_ option: Int, item: Int, _ variables: PriceVariables) -> Int {
    if item != self.item {
      self.item = item
      options.removeAll(keepingCapacity: true)
      variable.removeAll(keepingCapacity: true)
      value.removeAll(keepingCapacity: true)
      constant.removeAll(keepingCapacity: true)
      start.removeLast(start.count - 1)
    }
    if let known = options.firstIndex(of: option) { return known }
    options.append(option)
    constant.append(
      variables.index.collectOwn(option, item: item, variables: variables) {
        variable.append($0)
        value.append($1)
      })
    start.append(variable.count)
    return options.count - 1
  }
}
