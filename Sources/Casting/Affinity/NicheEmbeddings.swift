import LinearAlgebra

/// What creators and products are about, as vectors whose angle says how well they fit, model (2).
///
/// n creators, m products, k dimensions. A creator or product about which nothing is known has a
/// row of zeros; one whose text has nothing in common with any other has one too, but is known.
package struct NicheEmbeddings: Sendable {
  /// Where the vectors come from.
  package enum Source: Sendable, Equatable {
    /// The user's own files, as given: rows need not have unit length.
    case own
    /// Tags and texts; rows have unit length.
    case text
  }

  package let source: Source
  /// k.
  package let dimensions: Int
  /// n × k, row-major.
  package let creators: [Float]
  /// m × k, row-major.
  package let products: [Float]
  package let creatorIsKnown: [Bool]
  package let productIsKnown: [Bool]

  /// 1 / |row|, or 0 for a row of zeros.
  let creatorScales: [Double]
  let productScales: [Double]

  package var creatorCount: Int { creatorIsKnown.count }
  package var productCount: Int { productIsKnown.count }

  package init(
    source: Source, dimensions: Int, creators: [Float], products: [Float],
    creatorIsKnown: [Bool], productIsKnown: [Bool], creatorScales: [Double]? = nil,
    productScales: [Double]? = nil
  ) {
    precondition(creators.count == creatorIsKnown.count * dimensions)
    precondition(products.count == productIsKnown.count * dimensions)
    self.source = source
    self.dimensions = dimensions
    self.creators = creators
    self.products = products
    self.creatorIsKnown = creatorIsKnown
    self.productIsKnown = productIsKnown
    self.creatorScales =
      creatorScales ?? Self.scales(creators, dimensions, count: creatorIsKnown.count)
    self.productScales =
      productScales ?? Self.scales(products, dimensions, count: productIsKnown.count)
  }

  /// The user's own vectors; a row of zeros is a creator or product about which nothing is known.
  ///
  /// `creators` is n × `dimensions` and `products` m × `dimensions`, row-major.
  package init(
    ownCreators creators: [Float], ownProducts products: [Float], dimensions: Int,
    threads: Int = 1
  ) {
    precondition(dimensions > 0, "embeddings without dimensions")
    let creatorScales = VectorMath.inverseNorms(creators, columns: dimensions, threads: threads)
    let productScales = Self.scales(products, dimensions, count: products.count / dimensions)
    self.init(
      source: .own, dimensions: dimensions, creators: creators, products: products,
      creatorIsKnown: creatorScales.map { $0 > 0 }, productIsKnown: productScales.map { $0 > 0 },
      creatorScales: creatorScales, productScales: productScales)
  }

  /// The user's own vectors where both the roster and the products bring them, else vectors made
  /// from tags and texts. The bytes do not depend on `threads`.
  package static func make(
    roster: Roster, products: ProductList, brief: Brief, threads: Int
  ) -> NicheEmbeddings {
    guard roster.embeddingDimensions > 0, products.embeddingDimensions > 0 else {
      return fromText(roster: roster, products: products, niches: brief.niches, threads: threads)
    }
    precondition(
      roster.embeddingDimensions == products.embeddingDimensions,
      "creators have \(roster.embeddingDimensions) dimensions, products \(products.embeddingDimensions)"
    )
    return NicheEmbeddings(
      ownCreators: roster.embeddings, ownProducts: products.embeddings,
      dimensions: roster.embeddingDimensions, threads: threads)
  }

  /// Of some of the creators, and of all products.
  package func selecting(_ rows: [Int]) -> NicheEmbeddings {
    NicheEmbeddings(
      source: source, dimensions: dimensions,
      creators: creators.selecting(rows, width: dimensions), products: products,
      creatorIsKnown: creatorIsKnown.selecting(rows), productIsKnown: productIsKnown,
      creatorScales: creatorScales.selecting(rows), productScales: productScales)
  }

  private static func scales(_ rows: [Float], _ dimensions: Int, count: Int) -> [Double] {
    dimensions > 0
      ? VectorMath.inverseNorms(rows, columns: dimensions) : [Double](repeating: 0, count: count)
  }
}
