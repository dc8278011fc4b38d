import HeapModule

/// The best deals of one product among all that were offered; among equals, those offered first.
struct TopDeals: Sendable {
  /// A kept deal with the id of its creator, whose part of the roster will be gone.
  struct Entry: Comparable, Sendable {
    var score: Double
    /// Row in the whole roster.
    var row: Int
    var creatorID: String
    var deal: ScoredDeal

    /// Worse first.
    static func < (left: Entry, right: Entry) -> Bool {
      left.score != right.score ? left.score < right.score : left.row > right.row
    }

    static func == (left: Entry, right: Entry) -> Bool {
      left.score == right.score && left.row == right.row
    }
  }

  private let limit: Int
  private var heap = Heap<Entry>()

  init(limit: Int) { self.limit = limit }

  /// A deal is kept when it scores more than this, if no deal of a later row was offered before.
  var threshold: Double {
    heap.count < limit ? -.infinity : heap.min?.score ?? .infinity
  }

  mutating func offer(_ entry: Entry) {
    if heap.count < limit {
      heap.insert(entry)
    } else if let worst = heap.min, entry > worst {
      heap.replaceMin(with: entry)
    }
  }

  /// Best first.
  var ranked: [Entry] { heap.unordered.sorted(by: >) }
}
