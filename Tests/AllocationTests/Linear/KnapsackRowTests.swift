import Allocation
import LinearAlgebra
import Testing

/// Inequalities of single rows against every choice that fits.
@Suite struct KnapsackRowTests {
  /// Items with one to three columns on the row, with weights that keep the row, most of them whole.
  private func row(_ random: inout SeededGenerator) -> (row: [[KnapsackRow.Entry]], limit: Double) {
    var column: Int32 = 0
    var items: [[KnapsackRow.Entry]] = []
    for _ in 0..<(2 + Int(random.next() % 6)) {
      var entries: [KnapsackRow.Entry] = []
      for _ in 0..<(1 + Int(random.next() % 3)) {
        let amount = Double(1 + random.next() % 20)
        entries.append(
          .init(column: column, amount: amount, weight: 0, regret: random.nextUniform()))
        column += 1
      }
      items.append(entries)
    }
    let total = items.reduce(0) { $0 + ($1.map(\.amount).max() ?? 0) }
    let limit = (total * (0.3 + 0.5 * random.nextUniform())).rounded()
    var room = limit
    for item in items.indices.shuffled(using: &random) {
      let entry = Int(random.next() % UInt64(items[item].count))
      let amount = items[item][entry].amount
      let weight = min(1, room / amount)
      // The row is filled up; what does not fit whole is taken in part, at times shared by two.
      items[item][entry].weight = weight
      if weight == 1, items[item].count > 1, random.next() % 3 == 0 {
        let other = (entry + 1) % items[item].count
        let part = random.nextUniform()
        if items[item][other].amount <= amount {
          items[item][entry].weight = 1 - part
          items[item][other].weight = part
        }
      }
      room -= items[item].reduce(0) { $0 + $1.amount * $1.weight }
      if room < 1e-9 { break }
    }
    return (items, limit)
  }

  /// Calls `body` with every set of columns, one an item at the most, that keeps the limit.
  private func forEachFitting(
    _ items: [[KnapsackRow.Entry]], room: Double, chosen: [Int32] = [], _ body: ([Int32]) -> Void
  ) {
    guard let first = items.first else { return body(chosen) }
    let rest = Array(items.dropFirst())
    forEachFitting(rest, room: room, chosen: chosen, body)
    for entry in first where entry.amount <= room {
      forEachFitting(rest, room: room - entry.amount, chosen: chosen + [entry.column], body)
    }
  }

  private func violated(
    _ items: [[KnapsackRow.Entry]], _ limit: Double
  ) -> KnapsackRow.Inequality? {
    var work = 0
    return KnapsackRow(items: items, limit: limit).violatedInequality(work: &work)
  }

  @Test func everyWholeChoiceKeepsWhatTheWeightsBreak() {
    var found = 0
    for seed in 1...2_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (items, limit) = row(&random)
      guard let inequality = violated(items, limit) else {
        continue
      }
      found += 1
      let value = Dictionary(uniqueKeysWithValues: zip(inequality.columns, inequality.values))
      var tightest = -Double.infinity
      forEachFitting(items, room: limit) { chosen in
        tightest = max(tightest, chosen.reduce(0) { $0 + (value[$1] ?? 0) })
      }
      #expect(tightest == inequality.limit, "seed \(seed)")
      let activity = items.joined().reduce(0) { $0 + (value[$1.column] ?? 0) * $1.weight }
      #expect(activity > inequality.limit, "seed \(seed)")
    }
    // Fractional fillings lie outside the hull more often than not.
    #expect(found > 800)
  }

  @Test func mixturesOfWholeChoicesAreLeftAlone() {
    for seed in 1...500 {
      var random = SeededGenerator(seed: UInt64(seed))
      var (items, limit) = row(&random)
      var fitting: [[Int32]] = []
      forEachFitting(items, room: limit) { fitting.append($0) }
      let parts = (0..<4).map { _ in (fitting.randomElement(using: &random)!, random.nextUniform())
      }
      let sum = parts.reduce(0) { $0 + $1.1 }
      for item in items.indices {
        for entry in items[item].indices {
          let column = items[item][entry].column
          items[item][entry].weight = parts.reduce(0) {
            $0 + ($1.0.contains(column) ? $1.1 / sum : 0)
          }
        }
      }
      #expect(violated(items, limit) == nil, "seed \(seed)")
    }
  }

  @Test func aCoverIsFoundAndLifted() throws {
    // Of three columns of 5 within 9 only one fits; the fourth, of 9, excludes them all.
    let amounts = [5.0, 5, 5, 9]
    let items = zip(amounts, [0.9, 0.9, 0, 0]).enumerated().map { item, entry in
      [KnapsackRow.Entry(column: Int32(item), amount: entry.0, weight: entry.1)]
    }
    let inequality = try #require(violated(items, 9))
    let value = Dictionary(uniqueKeysWithValues: zip(inequality.columns, inequality.values))
    #expect((0..<4).map { (value[$0] ?? 0) / inequality.limit } == [1, 1, 1, 1])
  }
}
