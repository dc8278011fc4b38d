/// Lists of (item, value), end to end.
struct SparseLists: Sendable {
  let start: [Int]
  let item: [Int32]
  let value: [Double]

  /// Entries keep their order within a list.
  init(count: Int, entries: [(list: Int32, item: Int32, value: Double)]) {
    var start = [Int](repeating: 0, count: count + 1)
    for entry in entries { start[Int(entry.list) + 1] += 1 }
    for list in 0..<count { start[list + 1] += start[list] }
    var next = start
    var item = [Int32](repeating: 0, count: entries.count)
    var value = [Double](repeating: 0, count: entries.count)
    for entry in entries {
      item[next[Int(entry.list)]] = entry.item
      value[next[Int(entry.list)]] = entry.value
      next[Int(entry.list)] += 1
    }
    self.start = start
    self.item = item
    self.value = value
  }

  @inline(__always)
  func forEach(_ list: Int, _ body: (Int32, Double) -> Void) {
    for entry in start[list]..<start[list + 1] { body(item[entry], value[entry]) }
  }
}
