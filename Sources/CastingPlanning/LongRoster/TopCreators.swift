import HeapModule

/// The creators who score highest, as many as asked for; of equals the first of the roster.
struct TopCreators: Sendable {
  private struct Entry: Comparable {
    var score: Double
    var row: Int
    var fee: Double

    static func < (left: Entry, right: Entry) -> Bool {
      (left.score, right.row) < (right.score, left.row)
    }

    static func == (left: Entry, right: Entry) -> Bool { left.row == right.row }
  }

  private let most: Int
  private var entries = Heap<Entry>()

  init(most: Int) { self.most = most }

  /// The order in which creators are offered makes no difference.
  ///
  /// - Parameter fee: Money that is told back with her.
  mutating func offer(row: Int, score: Double, fee: Double = 0) {
    let entry = Entry(score: score, row: row, fee: fee)
    if entries.count < most {
      entries.insert(entry)
    } else if let last = entries.min, last < entry {
      entries.replaceMin(with: entry)
    }
  }

  /// Best first.
  var ranked: [(row: Int, fee: Double)] {
    entries.unordered.sorted(by: >).map { ($0.row, $0.fee) }
  }
}
