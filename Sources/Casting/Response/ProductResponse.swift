/// What the products' buyers do: conversion, market and worth of an order, model (5) and (7).
///
/// m products, S audience cells.
public struct ProductResponse: Sendable {
  /// c_js: orders per effectively reached person; m × S, row-major.
  public let conversion: [Double]
  /// N_js: people, `.infinity` where unlimited; m × S, row-major.
  public let marketSize: [Double]
  /// u_j under the objective; m.
  public let unitValue: [Double]
  /// Whether the conversion rate is the user's or the default; m.
  public let conversionGrades: [Grade]

  /// `population` is the default mix, S.
  public init(products: [Product], brief: Brief, population: [Double]) {
    let bands = AudienceCells.ageBands.count
    var conversion: [Double] = []
    var marketSize: [Double] = []
    for product in products {
      let rate = product.conversion ?? brief.conversion
      for cell in population.indices {
        let band = cell % bands
        let gender = cell < bands ? product.appealFemale : product.appealMale
        let appeal = product.appealByAge[band] * gender
        conversion.append(min(1, rate * brief.ageWeights[band] * appeal))
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
