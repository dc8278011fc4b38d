import Casting

/// What amounts that are asked about are without tax: they stand as those of the tables do.
extension Campaign {
  /// Columns of fees that the roster has, with those of packages.
  var feeColumns: [(name: String, fees: NumberColumn)] {
    let own = brief.allFormats.map { ("fee_\($0.rawValue)", roster.ownFees($0)) }
    return ([("fee", roster.fees)] + own).filter { $0.1.isPresent }
  }

  /// What an amount of the column is multiplied by.
  func taxFactor(_ column: String) -> Double {
    guard let tax = brief.terms.tax, columnsWithTax.contains(column) else { return 1 }
    return 1 / (1 + tax.rate)
  }

  /// What an amount of fees is multiplied by; nil where some columns stand with tax and some without.
  ///
  /// - Parameters:
  ///   - format: nil: of all columns that have a fee.
  ///   - creator: whose fees; nil: of anybody.
  func taxFactor(ofFeesIn format: DealFormat?, creator: Int?) -> Double? {
    guard let tax = brief.terms.tax else { return 1 }
    let column = format.map { roster.ownFees($0).isPresent ? "fee_\($0.rawValue)" : "fee" }
    let columns = feeColumns.filter { name, fees in
      if let column { return name == column }
      return creator.map { !fees[$0].isNaN } ?? true
    }
    let factors = Set(columns.map { taxFactor($0.name) })
    if factors.isEmpty { return tax.feesInclude ? 1 / (1 + tax.rate) : 1 }
    return factors.count == 1 ? factors.first : nil
  }
}

extension NumberChange {
  /// What it multiplies with, whatever the tax; nil where it is about an amount.
  var factor: Double? { if case .times = self { 1 } else { nil } }

  /// The change of an amount without tax where this one is of it with tax.
  func scaled(by factor: Double) -> NumberChange {
    switch self {
    case .to(let amount): .to(amount * factor)
    case .by(let amount): .by(amount * factor)
    case .times: self
    }
  }
}
