import HeapModule

/// The best deals of one product among all that were offered; among equals, those offered first.
struct TopDeals: Sendable {
  /// A kept deal with the id of its creator, whose part of the roster will be gone.
  struct Entry: Sendable {
    var creatorID: String
    var deal: ScoredDeal
    /// What else is told of the creator.
    var texts: [String]

    init(_ deal: ScoredDeal, of roster: Roster, telling columns: [TextColumn]) {
      creatorID = roster.creatorIDs[deal.creator]
      self.deal = deal
      texts = columns.map { $0[deal.creator] }
    }
  }

  /// What the order depends on, small enough to be moved about in the heap.
  private struct Place: Comparable, Sendable {
    var score: Double
    /// Row in the whole roster.
    var row: Int
    /// Position of the entry.
    var entry: Int

    /// Worse first.
    static func < (left: Place, right: Place) -> Bool {
      left.score != right.score ? left.score < right.score : left.row > right.row
    }

    static func == (left: Place, right: Place) -> Bool {
      left.score == right.score && left.row == right.row
    }
  }

  private let limit: Int
  private var heap = Heap<Place>()
  private var entries: [Entry] = []

  init(limit: Int) { self.limit = limit }

  /// A deal is kept when it scores more than this, if no deal of a later row was offered before.
  var threshold: Double {
    heap.count < limit ? -.infinity : heap.min?.score ?? .infinity
  }

  mutating func offer(
    _ deal: ScoredDeal, score: Double, row: Int, of roster: Roster, telling columns: [TextColumn]
  ) {
    var place = Place(score: score, row: row, entry: entries.count)
    if entries.count < limit {
      entries.append(Entry(deal, of: roster, telling: columns))
      heap.insert(place)
    } else if let worst = heap.min, place > worst {
      place.entry = worst.entry
      entries[worst.entry] = Entry(deal, of: roster, telling: columns)
      heap.replaceMin(with: place)
    }
  }

  /// Best first.
  var ranked: [Entry] { heap.unordered.sorted(by: >).map { entries[$0.entry] } }
}
