/// Numbers the kinds of deals: product × format, product-major.
///
/// Where a last plan is kept its deals are kinds of their own, next to those of the same product and
/// format: that tells a rule which deals are changes.
package struct DealKinds: Sendable, Equatable {
  package let productCount: Int
  /// Each twice where a plan is kept: for other deals, then for those of the plan.
  package let formats: [DealFormat]
  /// Whether a plan is kept.
  let marksKeptDeals: Bool

  package init(productCount: Int, formats: [DealFormat], marksKeptDeals: Bool = false) {
    self.productCount = productCount
    self.formats = marksKeptDeals ? formats.flatMap { [$0, $0] } : formats
    self.marksKeptDeals = marksKeptDeals
  }

  package var count: Int { productCount * formats.count }

  /// - Parameters:
  ///   - formatPosition: the first one of the format.
  ///   - isKept: whether the deal is one of the plan that is kept.
  package func kind(product: Int, formatPosition: Int, isKept: Bool = false) -> Int {
    product * formats.count + formatPosition + (isKept ? 1 : 0)
  }

  package func product(ofKind kind: Int) -> Int { kind / formats.count }

  package func format(ofKind kind: Int) -> DealFormat { formats[kind % formats.count] }

  /// Whether the kind is one of deals of the plan that is kept.
  package func isKept(_ kind: Int) -> Bool { marksKeptDeals && kind % formats.count % 2 == 1 }

  /// Kinds of one product, one for each format, or two where a plan is kept.
  package func kinds(ofProduct product: Int) -> Range<Int> {
    product * formats.count..<(product + 1) * formats.count
  }
}
