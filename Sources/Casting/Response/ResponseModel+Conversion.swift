/// How many orders people reached bring, and what pools count them as.
extension ResponseModel {
  /// Orders per person of a creator's audience whom a live deal reaches: Σ_s c_js q_is.
  package func meanConversion(creator: Int, product: Int) -> Double {
    var sum = 0.0
    for cell in 0..<cellCount {
      sum +=
        products.conversion[product * cellCount + cell]
        * roster.audience.shares[creator * cellCount + cell]
    }
    return sum
  }

  /// The same of a deal in any format: φ_jf Σ_s c_js q_is.
  package func meanConversion(creator: Int, product: Int, format: DealFormat) -> Double {
    factor(creator: creator, product: product, format: format)
      * meanConversion(creator: creator, product: product)
  }

  /// φ_jf; of a package the mean over the people whom its parts add.
  package func factor(creator: Int, product: Int, format: DealFormat) -> Double {
    guard let package = format.package else {
      return products.factor(product: product, format: format)
    }
    return roster.packages.mean(creator: creator, package) {
      products.factor(product: product, format: $0)
    }
  }

  /// What a person reached in a format adds to the product's pools: φ_jf, or 1 where people are what is
  /// wanted.
  package func weight(creator: Int, product: Int, format: DealFormat) -> Double {
    products.countsPeople ? 1 : factor(creator: creator, product: product, format: format)
  }
}
