import HeapModule

/// A queue by falling score, ties by ascending option.
struct LazyQueue {
  private struct Entry: Comparable {
    var option: Int
    var score: Double

    static func < (left: Entry, right: Entry) -> Bool {
      (left.score, -left.option) < (right.score, -right.option)
    }
  }

  private var heap: Heap<Entry>

  init(_ entries: [(option: Int, score: Double)]) {
    heap = Heap(entries.map { Entry(option: $0.option, score: $0.score) })
  }

  var first: (option: Int, score: Double)? { heap.max.map { ($0.option, $0.score) } }

  mutating func popFirst() -> (option: Int, score: Double)? {
    heap.popMax().map { ($0.option, $0.score) }
  }

  mutating func insert(_ entry: (option: Int, score: Double)) {
    heap.insert(Entry(option: entry.option, score: entry.score))
  }
}
