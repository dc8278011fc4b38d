import LinearAlgebra

/// A vector space of niches and words, fitted to some documents and then applied to any.
package struct NicheModel: Sendable {
  /// Dimensions of the space at most.
  static let maximumDimensions = 64

  private let matcher: NicheMatcher
  let vocabulary: NicheVocabulary
  /// Features × dimensions.
  let basis: Matrix

  package var dimensions: Int { basis.columns }

  /// Reads document after document into a reader.
  typealias DocumentSource = @Sendable (_ document: Int, _ reader: inout TextReader) -> Void

  /// Fits the space to `count` documents, of which `products` are products. The bytes of the
  /// result do not depend on `threads`.
  init(
    taxonomy: NicheTaxonomy, documents count: Int, products: Range<Int>, threads: Int,
    _ source: DocumentSource
  ) {
    matcher = NicheMatcher(taxonomy)
    var reader = TextReader(matcher)
    var counter = NicheVocabulary.Counter(parents: taxonomy.parents)
    for document in 0..<count {
      source(document, &reader)
      counter.count(reader)
    }
    vocabulary = counter.vocabulary()
    basis = LatentBasis.fit(
      Self.table(vocabulary, &reader, documents: count, source), products: products,
      dimensions: Self.maximumDimensions, threads: threads)
  }

  /// A space that was fitted before.
  init(taxonomy: NicheTaxonomy, vocabulary: NicheVocabulary, basis: Matrix) {
    matcher = NicheMatcher(taxonomy)
    self.vocabulary = vocabulary
    self.basis = basis
  }

  /// Documents × features.
  private static func table(
    _ vocabulary: NicheVocabulary, _ reader: inout TextReader, documents: Int,
    _ source: DocumentSource
  ) -> SparseMatrix {
    var vector = DocumentVector(vocabulary)
    var (starts, features, values) = ([0], [Int32](), [Float]())
    for document in 0..<documents {
      source(document, &reader)
      vector.replace(by: reader)
      features += vector.features
      values += vector.values
      starts.append(features.count)
    }
    return SparseMatrix(
      rows: documents, columns: vocabulary.count, rowStart: starts, columnIndex: features,
      values: values)
  }

  /// Enough documents to pay for the buffers that every block makes for itself.
  private static let documentsPerBlock = 1024

  /// Unit rows of `count` documents, `count` × `dimensions`, and whether each says anything.
  func embeddings(
    documents count: Int, threads: Int, _ source: DocumentSource
  ) -> (rows: [Float], isKnown: [Bool]) {
    var rows = [Float](repeating: 0, count: count * dimensions)
    var isKnown = [Bool](repeating: false, count: count)
    rows.withUnsafeMutableBufferPointer { rows in
      isKnown.withUnsafeMutableBufferPointer { isKnown in
        let (output, known) = (DisjointWrites(rows), DisjointWrites(isKnown))
        Blocks.forEach(count: count, blockSize: Self.documentsPerBlock, threads: threads) {
          _, range in
          var reader = TextReader(matcher)
          var vector = DocumentVector(vocabulary)
          for document in range {
            source(document, &reader)
            known.base[document] = !reader.isEmpty
            vector.replace(by: reader)
            project(vector, to: output.base + document * dimensions)
          }
        }
      }
    }
    return (rows, isKnown)
  }

  /// A document of whose squared length the space keeps less has nothing in common with it: what
  /// is left is close to rounding, and must not be blown up to unit length.
  private static let lostShare = 1e-6

  private func project(_ vector: DocumentVector, to row: UnsafeMutablePointer<Float>) {
    let width = dimensions
    basis.elements.withUnsafeBufferPointer { basis in
      for (feature, value) in zip(vector.features, vector.values) {
        let direction = basis.baseAddress! + Int(feature) * width
        for column in 0..<width { row[column] += value * direction[column] }
      }
    }
    var sum = 0.0
    for column in 0..<width { sum += Double(row[column]) * Double(row[column]) }
    let scale = sum > Self.lostShare ? 1 / sum.squareRoot() : 0
    for column in 0..<width { row[column] = Float(Double(row[column]) * scale) }
  }
}
