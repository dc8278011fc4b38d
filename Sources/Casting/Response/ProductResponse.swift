/// What the products' buyers do: conversion, market and worth of an order, model (5) and (7).
///
/// m products, S audience cells.
package struct ProductResponse: Sendable {
  /// c_js: orders per effectively reached person; m × S, row-major.
  package let conversion: [Double]
  /// N_js: people, `.infinity` where unlimited; m × S, row-major.
  package let marketSize: [Double]
  /// u_j under the objective; m.
  package let unitValue: [Double]
  /// Whether the conversion rate is the user's or the default; m.
  package let conversionGrades: [Grade]

  /// - Parameter population: the default mix; S.
  ///
  /// A cell whose name tells no age or no gender has no weight or appeal for it: 1.
  package init(
    products: [Product], brief: Brief, cells: AudienceCells, population: [Double]
  ) {
    var conversion: [Double] = []
    var marketSize: [Double] = []
    for product in products {
      let rate = product.conversion ?? brief.conversion
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
    conversionGrades = products.map { $0.conversion == nil ? .default : .measured }
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
