/// The table of deals, found by creator and product.
package struct PredictedDeals: Sendable {
  package let table: [DealTable.Row]
  /// Rows of creator i are `starts[i] ..< starts[i + 1]`; empty when there is no table.
  private let starts: [Int]

  package init(_ deals: DealTable, creators: Int) {
    table = deals.rows
    guard !table.isEmpty else {
      starts = []
      return
    }
    var starts = [Int](repeating: 0, count: creators + 1)
    for row in table { starts[row.creator + 1] += 1 }
    for creator in 0..<creators { starts[creator + 1] += starts[creator] }
    self.starts = starts
  }

  package func rows(ofCreator creator: Int) -> Range<Int> {
    starts.isEmpty ? 0..<0 : starts[creator]..<starts[creator + 1]
  }

  /// Whether the pair's deals come from the table.
  package func contains(creator: Int, product: Int) -> Bool {
    rows(ofCreator: creator).contains { table[$0].product == product }
  }
}
