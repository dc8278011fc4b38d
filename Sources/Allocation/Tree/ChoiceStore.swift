import LinearAlgebra

/// The choices that a tree begins with. A choice is a sum of parts, one for each of its options and one
/// for what its items have once; parts stand once, however many choices share them.
///
/// There may be hundreds of thousands of choices, sets of two or three of tens of thousands of options.
struct ChoiceStore: Sendable {
  /// Items that a thread takes at a time, and choices for which it is worth to have several.
  private static let itemsPerBlock = 128
  private static let parallelChoices = 8_000

  let variables: PriceVariables
  /// Items with a choice to make, ascending; leaders stand for their units.
  private(set) var items: [Int32] = []
  /// Choices of the item at a position: `choiceStart[position] ..< choiceStart[position + 1]`.
  private(set) var choiceStart: [Int] = [0]
  /// Whether the item at a position may take nothing.
  private(set) var mayBeEmpty: [Bool] = []
  private(set) var choices = ChoiceList()
  /// Parts of a choice: `parts[partStart[choice] ..< partStart[choice + 1]]`.
  private(set) var partStart: [Int32] = [0]
  private(set) var parts: [Int32] = []
  /// Profit of a part at point π is `partConstant + Σ coefficient · π`; a variable may come twice.
  private var partConstant: [Double] = []
  private var coefficientStart: [Int32] = [0]
  private var coefficientVariable: [Int32] = []
  private var coefficientValue: [Double] = []

  var choiceCount: Int { choices.count }
  var partCount: Int { partConstant.count }

  /// Every choice that may matter, items that must choose included even when nothing was kept for them.
  ///
  /// - Parameter kept: grouped by item, ascending.
  init(variables: PriceVariables, keptForAll kept: ChoiceList, threads: Int) {
    self.variables = variables
    let itemCount = variables.index.problem.itemCount
    var blocks = [ChoiceStore?](
      repeating: nil, count: Blocks.count(covering: itemCount, blockSize: Self.itemsPerBlock))
    blocks.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(
        count: itemCount, blockSize: Self.itemsPerBlock,
        threads: kept.count >= Self.parallelChoices ? threads : 1
      ) {
        output.base[$0] = ChoiceStore(variables, kept, items: $1)
      }
    }
    for block in blocks { if let block { append(block) } }
  }

  // MARK: Building

  private init(_ variables: PriceVariables, _ kept: ChoiceList, items range: Range<Int>) {
    self.variables = variables
    let index = variables.index
    var choice = kept.firstChoice(ofItem: range.lowerBound)
    for item in range where !index.units.isSpokenFor(item) {
      let isForced = !index.mayBeEmpty(unitOf: item)
      let hasChoices = choice < kept.count && Int(kept.items[choice]) == item
      guard isForced || hasChoices else { continue }
      items.append(Int32(item))
      mayBeEmpty.append(!isForced)
      var known = KnownParts()
      while choice < kept.count, Int(kept.items[choice]) == item {
        append(item, kept.options(choice), &known)
        choice += 1
      }
      choiceStart.append(choices.count)
    }
  }

  /// Parts of the choices of one item, or of one unit.
  private struct KnownParts {
    var options: [(option: Int32, part: Int32)] = []
    var shared: [(item: Int32, kinds: [Int32], part: Int32)] = []
  }

  private mutating func append(
    _ leader: Int, _ options: ArraySlice<Int32>, _ known: inout KnownParts
  ) {
    choices.append(item: leader, options: options)
    let index = variables.index
    var start = options.startIndex
    while start < options.endIndex {
      let item = index.itemOfOption[Int(options[start])]
      var end = start
      while end < options.endIndex, index.itemOfOption[Int(options[end])] == item {
        parts.append(ownPart(options[end], of: item, &known))
        end += 1
      }
      if let shared = sharedPart(options[start..<end], of: item, &known) { parts.append(shared) }
      start = end
    }
    partStart.append(Int32(parts.count))
  }

  private mutating func ownPart(
    _ option: Int32, of item: Int32, _ known: inout KnownParts
  ) -> Int32 {
    if let part = known.options.first(where: { $0.option == option })?.part { return part }
    let constant = variables.index.collectOwn(
      Int(option), item: Int(item), variables: variables
    ) {
      coefficientVariable.append($0)
      coefficientValue.append($1)
    }
    let part = endPart(constant)
    known.options.append((option, part))
    return part
  }

  /// Nil where the item has nothing once.
  private mutating func sharedPart(
    _ options: ArraySlice<Int32>, of item: Int32, _ known: inout KnownParts
  ) -> Int32? {
    let index = variables.index
    let touching = options.map { index.problem.optionKind[Int($0)] }
      .filter { !index.touchRange(item: Int(item), kind: $0).isEmpty }
    guard !touching.isEmpty || index.problem.items[Int(item)].fixedCost != 0 else { return nil }
    if let part = known.shared.first(where: { $0.item == item && $0.kinds == touching })?.part {
      return part
    }
    let constant = index.collectShared(item: Int(item), options: options, variables: variables) {
      coefficientVariable.append($0)
      coefficientValue.append($1)
    }
    let part = endPart(constant)
    known.shared.append((item, touching, part))
    return part
  }

  private mutating func endPart(_ constant: Double) -> Int32 {
    partConstant.append(constant)
    coefficientStart.append(Int32(coefficientVariable.count))
    return Int32(partConstant.count - 1)
  }

  private mutating func append(_ block: ChoiceStore) {
    let (choiceBase, partBase) = (choices.count, Int32(partCount))
    let (entryBase, coefficientBase) = (Int32(parts.count), Int32(coefficientVariable.count))
    items.append(contentsOf: block.items)
    choiceStart.append(contentsOf: block.choiceStart.dropFirst().map { $0 + choiceBase })
    mayBeEmpty.append(contentsOf: block.mayBeEmpty)
    choices.append(block.choices)
    partStart.append(contentsOf: block.partStart.dropFirst().map { $0 + entryBase })
    parts.append(contentsOf: block.parts.map { $0 + partBase })
    partConstant.append(contentsOf: block.partConstant)
    coefficientStart.append(
      contentsOf: block.coefficientStart.dropFirst().map { $0 + coefficientBase })
    coefficientVariable.append(contentsOf: block.coefficientVariable)
    coefficientValue.append(contentsOf: block.coefficientValue)
  }

  // MARK: Reading

  /// Position of an item that has choices.
  func position(ofItem item: Int32) -> Int {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with every variable of a choice's parts and its coefficient.
  func forEachCoefficient(of choice: Int, _ body: (Int, Double) -> Void) {
    for entry in partStart[choice]..<partStart[choice + 1] {
      let part = Int(parts[Int(entry)])
      for place in coefficientStart[part]..<coefficientStart[part + 1] {
        body(Int(coefficientVariable[Int(place)]), coefficientValue[Int(place)])
      }
    }
  }

  /// Works out what every masked choice is worth at a point; the others keep what they have.
  func evaluate(
    at point: [Double], _ mask: ChoiceMask, into worth: inout ChoiceWorth, threads: Int
  ) {
    let threads = choiceCount > Self.parallelChoices ? threads : 1
    worth.look += 1
    let look = worth.look
    worth.withDisjointWrites { profit, gross, part in
      Blocks.forEach(count: items.count, blockSize: Self.itemsPerBlock, threads: threads) {
        _, positions in
        point.withUnsafeBufferPointer { point in
          mask.forEach(
            in: choiceStart[positions.lowerBound]..<choiceStart[positions.upperBound]
          ) { choice in
            var (ownProfit, ownGross) = (0.0, 0.0)
            for entry in partStart[choice]..<partStart[choice + 1] {
              // Parts are those of one item: no other block asks for them.
              let place = part.base + Int(parts[Int(entry)])
              if place.pointee.look != look {
                let earned = earnings(ofPart: Int(parts[Int(entry)]), at: point)
                place.pointee = .init(look: look, profit: earned.profit, gross: earned.gross)
              }
              ownProfit += place.pointee.profit
              ownGross += place.pointee.gross
            }
            (profit.base[choice], gross.base[choice]) = (ownProfit, ownGross)
          }
        }
      }
    }
  }

  /// What a part earns at a point, and what it earns before it pays anything.
  @inline(__always)
  private func earnings(
    ofPart part: Int, at point: UnsafeBufferPointer<Double>
  ) -> (profit: Double, gross: Double) {
    var profit = partConstant[part]
    var gross = max(0, profit)
    for place in coefficientStart[part]..<coefficientStart[part + 1] {
      let coefficient = coefficientValue[Int(place)]
      let price = point[Int(coefficientVariable[Int(place)])]
      profit += coefficient * price
      if coefficient > 0 { gross += coefficient * max(0, price) }
    }
    return (profit, gross)
  }
}

/// What every choice of a store earns at a point.
struct ChoiceWorth: Sendable {
  /// A part's earnings, and the look that they were worked out in: choices of an item share parts.
  fileprivate struct Part: Sendable {
    var look: Int
    var profit: Double
    var gross: Double
  }

  var profit: [Double]
  /// Before it pays anything.
  var gross: [Double]
  private var parts: [Part]
  /// Number of the last evaluation.
  fileprivate var look = 0

  init(_ store: ChoiceStore) {
    profit = [Double](repeating: 0, count: store.choiceCount)
    gross = profit
    parts = [Part](repeating: Part(look: 0, profit: 0, gross: 0), count: store.partCount)
  }

  fileprivate mutating func withDisjointWrites(
    _ body: (DisjointWrites<Double>, DisjointWrites<Double>, DisjointWrites<Part>) -> Void
  ) {
    profit.withUnsafeMutableBufferPointer { profit in
      gross.withUnsafeMutableBufferPointer { gross in
        parts.withUnsafeMutableBufferPointer { parts in
          body(DisjointWrites(profit), DisjointWrites(gross), DisjointWrites(parts))
        }
      }
    }
  }
}
