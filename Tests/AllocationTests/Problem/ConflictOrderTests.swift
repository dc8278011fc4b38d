import Allocation
import LinearAlgebra
import Testing

/// Parties that exclude each other, against every set of them.
@Suite struct ConflictOrderTests {
  private struct Case {
    var rivals: [Set<Int>]
    var worth: [Double]
    var isRequired: [Bool]

    /// Every set that may act, as bits, and its worth.
    func sets() -> [(bits: Int, worth: Double)] {
      (0..<(1 << rivals.count)).compactMap { bits in
        var sum = 0.0
        for party in rivals.indices {
          if bits >> party & 1 == 0 {
            if isRequired[party] { return nil }
            continue
          }
          if rivals[party].contains(where: { bits >> $0 & 1 == 1 }) { return nil }
          sum += worth[party]
        }
        return sum > -.infinity ? (bits, sum) : nil
      }
    }
  }

  private static func random(_ seed: UInt64, count: Int, density: Double) -> Case {
    var random = SeededGenerator(seed: seed)
    var rivals = [Set<Int>](repeating: [], count: count)
    for left in 0..<count {
      for right in 0..<left where random.nextUniform() < density {
        rivals[left].insert(right)
        rivals[right].insert(left)
      }
    }
    return Case(
      rivals: rivals,
      worth: (0..<count).map { _ in
        random.nextUniform() < 0.05 ? -.infinity : 10 * random.nextUniform() - 2
      }, isRequired: (0..<count).map { _ in random.nextUniform() < 0.05 })
  }

  private func expectAllSets(_ entry: Case, threshold: Double, _ comment: String) -> Bool {
    let order = ConflictOrder(rivals: entry.rivals)
    let values = ConflictValues(order, worth: entry.worth, isRequired: entry.isRequired)
    let truth = entry.sets()
    let most = truth.map(\.worth).max() ?? -.infinity
    if order.isExact {
      #expect(values.total == most || abs(values.total - most) < 1e-9, "\(comment)")
    } else {
      #expect(values.total >= most - 1e-9, "\(comment)")
    }
    var search = ConflictSearch(values, rivals: entry.rivals)
    let found = search.most()
    #expect(found == most || abs(found - most) < 1e-9, "\(comment)")
    var seen: [Int: Double] = [:]
    search = ConflictSearch(values, rivals: entry.rivals)
    search.forEach(threshold: { most - threshold }) { acting, worth in
      let bits = acting.reduce(0) { $0 | 1 << $1 }
      #expect(seen[bits] == nil, "\(comment): twice")
      seen[bits] = worth
    }
    let expected = truth.filter { $0.worth >= most - threshold }
    for set in expected {
      #expect(abs((seen[set.bits] ?? .infinity) - set.worth) < 1e-9, "\(comment): \(set.bits)")
    }
    #expect(seen.count == expected.count, "\(comment)")
    return order.isExact
  }

  @Test func everySetIsFoundOnce() {
    var exact = 0
    for seed in 0..<400 {
      let density = [0.1, 0.25, 0.5, 0.9][seed % 4]
      let entry = Self.random(UInt64(seed), count: 1 + seed % 11, density: density)
      if expectAllSets(entry, threshold: Double(seed % 7) * 1.37 + 0.001, "seed \(seed)") {
        exact += 1
      }
    }
    #expect(exact == 400)
  }

  /// Two sides of ten, each party of which excludes the whole other side but one: no order has few sets.
  @Test func neighboursAreLeftOutWhereSetsAreMany() {
    let count = 20
    var random = SeededGenerator(seed: 5)
    var entry = Case(
      rivals: (0..<count).map { party in
        let other = party < 10 ? 10..<20 : 0..<10
        return Set(other.filter { $0 % 10 != party % 10 })
      }, worth: [], isRequired: [Bool](repeating: false, count: count))
    entry.worth = (0..<count).map { _ in 1 + random.nextUniform() }
    #expect(!expectAllSets(entry, threshold: 0.5, "two sides"))
  }

  /// A chain of 200 and a group of 300: as many steps as there are parties, and no more.
  @Test func chainsAndGroupsAreSearchedWithoutDetours() {
    let chain = (0..<200).map { party in
      Set([party - 1, party + 1].filter { (0..<200).contains($0) })
    }
    let values = ConflictValues(
      ConflictOrder(rivals: chain), worth: (0..<200).map { Double(1 + $0 * 7 % 5) },
      isRequired: [Bool](repeating: false, count: 200))
    // The best of two neighbours or of neither, along the chain.
    var (last, before) = (0.0, 0.0)
    for party in 0..<200 { (last, before) = (max(last, before + Double(1 + party * 7 % 5)), last) }
    #expect(values.total == last)
    var search = ConflictSearch(values, rivals: chain, visits: 1_000)
    var best = -Double.infinity
    search.forEach(threshold: { best > -.infinity ? best + 1e-6 : best }) { best = max(best, $1) }
    #expect(best == last)
    #expect(search.visitsLeft > 500)
    let group = (0..<300).map { Set(0..<300).subtracting([$0]) }
    let one = ConflictValues(
      ConflictOrder(rivals: group), worth: (0..<300).map { Double($0 * 7 % 300) },
      isRequired: [Bool](repeating: false, count: 300))
    #expect(one.total == 299)
  }
}
