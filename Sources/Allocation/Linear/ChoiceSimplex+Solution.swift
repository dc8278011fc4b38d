/// How the weight of one item is shared among its columns.
struct SharedItem {
  var item: Int
  /// Columns with weight, as found in the basis.
  var weights: [(column: Int, weight: Double)]

  /// Weight of every option among the columns, in the order met.
  func optionWeights(_ program: ChoiceProgram) -> [(option: Int32, weight: Double)] {
    var result: [(option: Int32, weight: Double)] = []
    for (column, weight) in weights {
      for option in program.options(column) {
        if let known = result.firstIndex(where: { $0.option == option }) {
          result[known].weight += weight
        } else {
          result.append((option, weight))
        }
      }
    }
    return result
  }
}

extension ChoiceProgram {
  /// Options of an item column; none for taking nothing.
  func options(_ column: Int) -> ArraySlice<Int32> {
    let choice = choiceOfColumn[column]
    return choice < 0 ? [] : core.choices.options(Int(choice))
  }
}

extension ChoiceSimplex {
  /// Weights nearer than this to 0 or 1 are whole.
  static let integrality = 1e-6

  /// Items whose weight is shared by several columns, in the order of the basis.
  func sharedItems() -> [SharedItem] {
    var shared: [SharedItem] = []
    for (position, column) in working.enumerated() where Int(column) < program.itemColumnCount {
      let item = Int(program.itemOfColumn[Int(column)])
      let entry = (column: Int(column), weight: value[position])
      if let known = shared.firstIndex(where: { $0.item == item }) {
        shared[known].weights.append(entry)
      } else {
        shared.append(SharedItem(item: item, weights: [entry]))
      }
    }
    for number in shared.indices {
      let rest = shared[number].weights.reduce(1) { $0 - $1.weight }
      shared[number].weights.append((Int(key[shared[number].item]), rest))
      shared[number].weights.removeAll { $0.weight < Self.integrality }
    }
    return shared.filter { $0.weights.count > 1 }
  }

  /// Column of largest weight of every item.
  func heaviestColumns() -> [Int] {
    var columns = key.map { Int($0) }
    var largest = [Double](repeating: 1, count: program.itemCount)
    for (position, column) in working.enumerated() where Int(column) < program.itemColumnCount {
      largest[Int(program.itemOfColumn[Int(column)])] -= value[position]
    }
    for (position, column) in working.enumerated() where Int(column) < program.itemColumnCount {
      let item = Int(program.itemOfColumn[Int(column)])
      if value[position] > largest[item] {
        largest[item] = value[position]
        columns[item] = Int(column)
      }
    }
    return columns
  }
}
