extension DealTable {
  /// The deals of some creators, numbered by their places in `rows`, which ascend.
  package func selecting(_ rows: [Int]) -> DealTable {
    guard let first = rows.first, !self.rows.isEmpty else { return DealTable() }
    var selected: [Row] = []
    var place = 0
    for deal in self.rows[index(ofFirstFrom: first)...] {
      while place < rows.count, rows[place] < deal.creator { place += 1 }
      if place == rows.count { break }
      guard rows[place] == deal.creator else { continue }
      var moved = deal
      moved.creator = place
      selected.append(moved)
    }
    return DealTable(rows: selected)
  }

  /// Where the deals of a creator begin, or would.
  private func index(ofFirstFrom creator: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].creator < creator { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
