/// What the products' buyers do: conversion, market and worth of an order, model (5) and (7).
///
/// m products, S audience cells.
package struct ProductResponse: Sendable {
  /// c_js: orders per effectively reached person of a live deal; m × S, row-major.
  package let conversion: [Double]
  /// φ_jf: how many people a person reached in a format stands for, one of a live deal being one;
  /// m × formats, row-major.
  private let formatFactors: [Double]
  /// N_js: people, `.infinity` where unlimited; m × S, row-major.
  package let marketSize: [Double]
  /// u_j under the objective; m.
  package let unitValue: [Double]
  /// Whether the conversion rates are the user's, follow from them, or are defaults; m × formats.
  private let conversionGrades: [Grade]
  let countsPeople: Bool

  /// - Parameter population: the default mix; S.
  ///
  /// A cell whose name tells no age or no gender has no weight or appeal for it: 1.
  package init(
    products: [Product], brief: Brief, cells: AudienceCells, population: [Double]
  ) {
    var conversion: [Double] = []
    var marketSize: [Double] = []
    var factors: [Double] = []
    var grades: [Grade] = []
    for product in products {
      let rates = FormatConversion(product, brief: brief)
      let rate = rates.reference
      factors += rates.rates.map { rate > 0 ? $0 / rate : 1 }
      grades += rates.grades
      for cell in population.indices {
        let gender = cells.genderOfCell[cell].map {
          $0 == 0 ? product.appealFemale : product.appealMale
        }
        let age = cells.ageOfCell[cell]
        let appeal = (age.map { product.appealByAge[$0] } ?? 1) * (gender ?? 1)
        conversion.append(min(1, rate * (age.map { brief.ageWeights[$0] } ?? 1) * appeal))
        marketSize.append(
          product.market.isFinite ? product.market * population[cell] : .infinity)
      }
    }
    self.conversion = conversion
    self.marketSize = marketSize
    unitValue = products.map { Self.unitValue(of: $0, objective: brief.objective) }
    formatFactors = factors
    conversionGrades = grades
    countsPeople = brief.objective == .reach
  }

  /// φ_jf of a simple format.
  package func factor(product: Int, format: DealFormat) -> Double {
    formatFactors[product * DealFormat.simple.count + format.index]
  }

  /// What a person reached in a format adds to the product's pools: φ_jf, or 1 where people are what is
  /// wanted.
  package func weight(product: Int, format: DealFormat) -> Double {
    countsPeople ? 1 : factor(product: product, format: format)
  }

  /// The largest φ of what is published, and the largest weight: no deal in the format has a larger one.
  package func most(product: Int, format: DealFormat) -> (factor: Double, weight: Double) {
    let factor = format.partFormats.map { self.factor(product: product, format: $0) }.max() ?? 0
    return (factor, countsPeople ? 1 : factor)
  }

  /// Of a package that of its least known part.
  package func conversionGrade(product: Int, format: DealFormat) -> Grade {
    if let package = format.package {
      return package.parts.map { conversionGrade(product: product, format: $0.format) }.max()
        ?? .measured
    }
    return ownGrade(product, format)
  }

  private func ownGrade(_ product: Int, _ format: DealFormat) -> Grade {
    conversionGrades[product * DealFormat.simple.count + format.index]
  }

  static func unitValue(of product: Product, objective: Objective) -> Double {
    switch objective {
    case .gmv: product.price
    case .profit: product.price * product.margin
    case .ltv: product.price * product.margin * product.lifetimeOrders
    case .orders, .reach: 1
    }
  }
}
