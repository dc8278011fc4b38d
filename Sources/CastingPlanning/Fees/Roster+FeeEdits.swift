import Casting

/// Fees as a user would edit them.
extension Roster {
  /// Edits a fee as a user would: in the column of the format, or where the roster has none in the
  /// common one; without a format in every column that has a fee for her.
  mutating func setFee(
    _ fee: Double, ofCreator creator: Int, in format: DealFormat?, _ terms: DealTerms
  ) {
    if let format {
      setOwnFee(fee, ofCreator: creator, in: column(of: format, terms))
      return
    }
    let offered = ownColumns.filter { column in
      !self[keyPath: column.fees][creator].isNaN
        || self[keyPath: column.lows][creator] == .infinity
    }
    for column in offered { setOwnFee(fee, ofCreator: creator, in: column) }
    if offered.isEmpty || fees.isPresent { setOwnFee(fee, ofCreator: creator, in: Self.common) }
  }

  /// Sets what a change makes of the fee in a format, or of the first that she states; the estimate where
  /// she states none. Returns it.
  mutating func changeFee(
    ofCreator creator: Int, in format: DealFormat?, _ terms: DealTerms,
    _ change: (Double) -> Double
  ) -> Double {
    if format == nil, let changed = changeOwnFees(ofCreator: creator, change) {
      changeOwnFee(ofCreator: creator, in: Self.common, change)
      return changed
    }
    let column = format.map { self.column(of: $0, terms) } ?? Self.common
    if let changed = changeOwnFee(ofCreator: creator, in: column, change) { return changed }
    let fee = change(estimatedFee(creator, terms))
    setFee(fee, ofCreator: creator, in: format, terms)
    return fee
  }

  /// Whether there was any.
  mutating func changeStatedFees(
    ofCreator creator: Int, _ change: (Double) -> Double
  ) -> Bool {
    let isOwn = changeOwnFees(ofCreator: creator, change) != nil
    let isCommon = changeOwnFee(ofCreator: creator, in: Self.common, change) != nil
    return isOwn || isCommon
  }

  // MARK: Columns

  /// Where fees stand, and the lower ends of those that are ranges.
  private struct FeeColumn {
    var fees: WritableKeyPath<Roster, NumberColumn>
    var lows: WritableKeyPath<Roster, NumberColumn>
  }

  private static var common: FeeColumn { FeeColumn(fees: \.fees, lows: \.feeLows) }

  /// Columns of a single format each.
  private var ownColumns: [FeeColumn] {
    formatFees.indices.map { FeeColumn(fees: \.formatFees[$0], lows: \.formatFeeLows[$0]) }
      + packageFees.indices.map {
        FeeColumn(fees: \.packageFees[$0].fees, lows: \.packageFees[$0].lows)
      }
  }

  /// The column of a format; that of a package is made of what its parts cost where there is none.
  private mutating func column(of format: DealFormat, _ terms: DealTerms) -> FeeColumn {
    if let package = format.package {
      let place = columnOfFees(package, terms)
      return FeeColumn(fees: \.packageFees[place].fees, lows: \.packageFees[place].lows)
    }
    let place = format.index
    return formatFees[place].isPresent
      ? FeeColumn(fees: \.formatFees[place], lows: \.formatFeeLows[place]) : Self.common
  }

  private mutating func columnOfFees(_ package: DealPackage, _ terms: DealTerms) -> Int {
    let fees = ownFees(.package(package))
    let place =
      packageFees.firstIndex { $0.package == package.name } ?? packageFees.count
    if place == packageFees.count { packageFees.append(PackageFees(package: package.name)) }
    if !fees.isPresent {
      let made = OfferedFees(self, terms)
      packageFees[place].fees = NumberColumn(made.fees(of: [.package(package)]).0)
    }
    return place
  }

  // MARK: Cells

  private mutating func setOwnFee(_ fee: Double, ofCreator creator: Int, in column: FeeColumn) {
    if !self[keyPath: column.fees].isPresent {
      self[keyPath: column.fees] = NumberColumn([Double](repeating: .nan, count: count))
    }
    self[keyPath: column.fees].values[creator] = fee
    if self[keyPath: column.lows].isPresent { self[keyPath: column.lows].values[creator] = .nan }
  }

  /// Changes the fee in every column of a single format; the first of them, nil where there is none.
  private mutating func changeOwnFees(
    ofCreator creator: Int, _ change: (Double) -> Double
  ) -> Double? {
    var first: Double?
    for column in ownColumns {
      let changed = changeOwnFee(ofCreator: creator, in: column, change)
      first = first ?? changed
    }
    return first
  }

  /// Nil where no fee stands there. Both ends of a range move.
  @discardableResult
  private mutating func changeOwnFee(
    ofCreator creator: Int, in column: FeeColumn, _ change: (Double) -> Double
  ) -> Double? {
    let fee = self[keyPath: column.fees][creator]
    guard !fee.isNaN else { return nil }
    self[keyPath: column.fees].values[creator] = change(fee)
    let low = self[keyPath: column.lows][creator]
    if low.isFinite { self[keyPath: column.lows].values[creator] = change(low) }
    return change(fee)
  }
}
