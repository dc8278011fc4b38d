extension ChoiceSimplex {
  enum Leaving {
    /// A working column below 0, or above 0 though it may not be taken.
    case working(Int, isAbove: Bool)
    /// The only basic column of an item, which may not be taken.
    case settledKey(Int)
  }

  /// The basic column to leave: largest violation against the length of its row.
  mutating func leaving() -> Leaving? {
    var best = 0.0
    var found: (position: Int, isAbove: Bool)?
    func consider(_ violation: Double, _ position: Int, isAbove: Bool) {
      guard violation > Self.feasibility else { return }
      var norm = 0.0
      for row in 0..<rows {
        let entry = inverse[position * rows + row]
        norm += entry * entry
      }
      let score = violation * violation / max(norm, 1e-12)
      if score > best {
        best = score
        found = (position, isAbove)
      }
    }
    for position in 0..<rows {
      let column = Int(working[position])
      consider(-value[position], position, isAbove: false)
      if isFixed(column) { consider(value[position], position, isAbove: true) }
      if column < program.itemColumnCount {
        taken[Int(program.itemOfColumn[column])] += value[position]
      }
    }
    // Keys that stand alone have the value 1: wrong only where they may not be taken.
    exiled.removeAll { allowed[Int(key[Int($0)])] }
    var violated: (item: Int, amount: Double, isAbove: Bool)?
    func considerKey(_ item: Int) {
      let amount = 1 - taken[item]
      let violation = allowed[Int(key[item])] ? -amount : abs(amount)
      if violation > max(Self.feasibility, violated?.amount ?? 0) {
        violated = (item, violation, amount > 0)
      }
    }
    var alone: Int?
    for item in exiled where !hasWorking(Int(item)) { alone = alone ?? Int(item) }
    for column in working where Int(column) < program.itemColumnCount {
      considerKey(Int(program.itemOfColumn[Int(column)]))
    }
    for column in working where Int(column) < program.itemColumnCount {
      taken[Int(program.itemOfColumn[Int(column)])] = 0
    }
    if let alone { return .settledKey(alone) }
    if let violated, found == nil || violated.amount * violated.amount > best {
      return .working(exchangeKey(of: violated.item), isAbove: violated.isAbove)
    }
    return found.map { .working($0.position, isAbove: $0.isAbove) }
  }

  func hasWorking(_ item: Int) -> Bool {
    working.contains {
      Int($0) < program.itemColumnCount && Int(program.itemOfColumn[Int($0)]) == item
    }
  }

  func isFixed(_ column: Int) -> Bool {
    if column < program.itemColumnCount { return !allowed[column] }
    return column >= program.columnCount && program.isEquality[column - program.columnCount]
  }

  /// Makes the item's working column of largest value its key; returns where the old key went.
  mutating func exchangeKey(of item: Int) -> Int {
    let rows = rows
    var members: [Int] = []
    for position in 0..<rows
    where Int(working[position]) < program.itemColumnCount
      && Int(program.itemOfColumn[Int(working[position])]) == item
    {
      members.append(position)
    }
    let chosen = members.max { value[$0] < value[$1] }!
    let (old, new) = (key[item], working[chosen])
    key[item] = new
    if !allowed[Int(new)] { exiled.append(Int32(item)) }
    working[chosen] = old
    place[Int(new)] = -2
    place[Int(old)] = Int32(chosen)
    // Columns a_j − a_old become a_j − a_new: only the chosen row of the inverse changes.
    for row in 0..<rows {
      var sum = 0.0
      for member in members { sum += inverse[member * rows + row] }
      inverse[chosen * rows + row] = -sum
    }
    program.byColumn.forEach(Int(old)) { base[Int($0)] += $1 }
    program.byColumn.forEach(Int(new)) { base[Int($0)] -= $1 }
    keyWorth += program.perturbedWorth[Int(new)] - program.perturbedWorth[Int(old)]
    return chosen
  }

  /// Gives an item whose only basic column is forbidden its next best one; false when it has none.
  mutating func replaceKey(ofSettled item: Int) -> Bool {
    let old = Int(key[item])
    var best: Int?
    for column in program.columnStart[item]..<program.columnStart[item + 1] where allowed[column] {
      if best == nil || reduced[column] > reduced[best!] { best = column }
    }
    guard let new = best else { return false }
    let own = reduced[new]
    for column in program.columnStart[item]..<program.columnStart[item + 1] {
      reduced[column] -= own
    }
    reduced[new] = 0
    place[old] = -1
    place[new] = -2
    renew(old)
    renew(new)
    key[item] = Int32(new)
    program.byColumn.forEach(old) { base[Int($0)] += $1 }
    program.byColumn.forEach(new) { base[Int($0)] -= $1 }
    keyWorth += program.perturbedWorth[new] - program.perturbedWorth[old]
    pivots += 1
    return true
  }
}
