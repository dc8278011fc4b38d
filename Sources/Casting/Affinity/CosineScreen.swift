import LinearAlgebra

/// Cosines of many creators with all products in single precision: enough to tell who may be among
/// the best, at half the price.
struct CosineScreen: Sendable {
  let embeddings: NicheEmbeddings
  /// m × k, unit rows.
  private let products: [Float]

  /// For pairs that may reach a bar, without their cosines; nil where that is no faster.
  let bytes: ByteScreen?

  /// How far a screened cosine may be off: k products and sums of unit vectors, each rounded to
  /// 24 bits (Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1), and the
  /// rounding of the vectors, twice over.
  let error: Double

  init(_ embeddings: NicheEmbeddings, multipliesBytes: Bool) {
    self.embeddings = embeddings
    let width = embeddings.dimensions
    error = 2 * Double(width + 4) * 0x1p-24
    let products = (0..<embeddings.productCount).flatMap { product in
      embeddings.products[product * width..<(product + 1) * width].map {
        Float(Double($0) * embeddings.productScales[product])
      }
    }
    self.products = products
    bytes = multipliesBytes ? ByteScreen(columns: products, width: width) : nil
  }

  /// Creators per product of matrices: what it writes stays in the second-level cache.
  private var creatorsPerProduct: Int {
    max(64, min(1024, (1 << 18) / max(1, embeddings.productCount) / 64 * 64))
  }

  /// Calls `body` with creators, some at a time, and the products of their own vectors, whatever
  /// their length, with the products' unit vectors; as many × m, row-major.
  func forEach(_ rows: Range<Int>, _ body: (Range<Int>, UnsafeBufferPointer<Float>) -> Void) {
    let (width, count, height) = (
      embeddings.dimensions, embeddings.productCount, creatorsPerProduct
    )
    withUnsafeTemporaryAllocation(of: Float.self, capacity: height * count) { block in
      embeddings.creators.withUnsafeBufferPointer { creators in
        products.withUnsafeBufferPointer { products in
          for first in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
            let part = first..<min(first + height, rows.upperBound)
            let result = UnsafeMutableBufferPointer(rebasing: block[..<(part.count * count)])
            MatrixProducts.productWithTransposed(
              UnsafeBufferPointer(
                rebasing: creators[part.lowerBound * width..<part.upperBound * width]),
              products, rows: part.count, columns: count, inner: width, into: result)
            body(part, UnsafeBufferPointer(result))
          }
        }
      }
    }
  }
}
