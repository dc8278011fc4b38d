import Casting

extension PlannedDeal {
  /// Money: the fee up to which the deal stays, solved again; nil where no single one is known.
  public var breakEvenFee: Double? { feeFinding.fee }
  /// What `breakEvenFee` rests on, or why there is none.
  public var feeBasis: FeeBasis { feeFinding.basis(besides: pricedFee) }
}

extension LeftOutCreator {
  /// Money: the fee up to which she comes in, solved again; nil where no single one is known.
  public var breakEvenFee: Double? { feeFinding.fee }
  /// What `breakEvenFee` rests on, or why there is none.
  public var feeBasis: FeeBasis { feeFinding.basis(besides: pricedFee) }
}
