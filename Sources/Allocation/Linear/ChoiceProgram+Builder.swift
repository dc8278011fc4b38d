extension ChoiceProgram {
  /// Columns and rows on the way.
  struct Builder {
    let core: Core
    var columnStart = [0]
    var choiceOfColumn: [Int32] = []
    var itemOfColumn: [Int32] = []
    var worth: [Double] = []
    var entries: [(row: Int32, column: Int32, value: Double)] = []

    mutating func addItem(_ position: Int) {
      for choice in core.choiceStart[position]..<core.choiceStart[position + 1] {
        let column = Int32(worth.count)
        // Profit falls by what a row charges: the row's weight is the coefficient's negative.
        core.forEachCoefficient(of: choice) { variable, value in
          if value != 0 { entries.append((Int32(variable), column, -value)) }
        }
        append(Int32(choice), position, core.constant[choice])
      }
      if core.mayBeEmpty[position] { append(-1, position, 0) }
      columnStart.append(worth.count)
    }

    private mutating func append(_ choice: Int32, _ position: Int, _ value: Double) {
      choiceOfColumn.append(choice)
      itemOfColumn.append(Int32(position))
      worth.append(value)
    }

    /// The links as rows; items that the core does not list take what is settled, or nothing.
    func rows(of links: [ItemLink]) -> [Cut] {
      guard !links.isEmpty else { return [] }
      let items = core.items.enumerated()
      let position = Dictionary(uniqueKeysWithValues: items.map { ($1, $0) })
      let index = core.variables.index
      let settled = Set(core.settledOptions.map { index.itemOfOption[Int($0)] })
      // Adds a member's weight to a row; what is settled moves to the other side.
      func add(_ member: Int32, sign: Double, to row: inout Cut) {
        if settled.contains(member) { row.limit -= sign }
        guard let position = position[member] else { return }
        for column in columnStart[position]..<columnStart[position + 1]
        where choiceOfColumn[column] >= 0 {
          row.columns.append(Int32(column))
          row.values.append(sign)
        }
      }
      return links.flatMap { link -> [Cut] in
        switch link.rule {
        case .atMostOne:
          var row = Cut(limit: 1)
          for member in link.members { add(member, sign: 1, to: &row) }
          return [row]
        case .allOrNone:
          return zip(link.members, link.members.dropFirst()).map { first, second in
            var row = Cut(limit: 0, isEquality: true)
            add(first, sign: 1, to: &row)
            add(second, sign: -1, to: &row)
            return row
          }
        case .within(let options, let cost):
          let counts = sharedRow(of: link, limit: Double(options), position, core) { _ in 1 }
          guard cost.isFinite else { return [counts] }
          let costs = index.problem.optionCost
          return [counts, sharedRow(of: link, limit: cost, position, core) { costs[$0] }]
        }
      }
    }

    /// A sum over the options of a link's members, those that are settled on the other side.
    private func sharedRow(
      of link: ItemLink, limit: Double, _ position: [Int32: Int], _ core: Core,
      weight: (Int) -> Double
    ) -> Cut {
      var row = Cut(limit: limit)
      let members = Set(link.members)
      let owner = core.variables.index.itemOfOption
      for option in core.settledOptions where members.contains(owner[Int(option)]) {
        row.limit -= weight(Int(option))
      }
      for place in link.members.compactMap({ position[$0] }) {
        for column in columnStart[place]..<columnStart[place + 1]
        where choiceOfColumn[column] >= 0 {
          row.columns.append(Int32(column))
          row.values.append(
            core.choices.options(Int(choiceOfColumn[column])).reduce(0) {
              $0 + weight(Int($1))
            })
        }
      }
      return row
    }

    mutating func addLooseColumns() {
      let variables = core.variables
      for group in 0..<variables.index.problem.groupCount where variables.hasOutputPrice(group) {
        let column = Int32(worth.count)
        for (variable, sign) in variables.outputTerms(of: group) {
          entries.append((Int32(variable), column, -sign))
        }
        worth.append(-variables.index.problem.groupWorth[group])
      }
    }
  }
}
