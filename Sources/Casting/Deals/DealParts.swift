/// What the cost of a deal is made of, in whole yen or cents: the parts add up to it.
public struct DealParts: Sendable, Equatable {
  /// Money: what the creator asks for the deal, up to the next yen or cent; estimated where the roster does not
  /// say. Of a deal with a cost of its own: that cost.
  public var fee = 0.0
  /// Money: kept for what she may be paid beyond her fee: commission on the un-saturated expectation, or
  /// what her guarantee adds to fee and commission; the yen that rounding adds among it.
  public var commissionReserve = 0.0
  /// Money: the product's cost per deal, down to a whole yen or cent.
  public var productCost = 0.0
  /// Money: samples, studio and travel, down to a whole yen or cent.
  public var extras = 0.0
  /// Money: the right to use what she makes, down to a whole yen or cent.
  public var usage = 0.0

  /// Parts that are not told: NaN each.
  package static let unknown = DealParts(
    fee: .nan, commissionReserve: .nan, productCost: .nan, extras: .nan, usage: .nan)

  /// A deal that costs nothing.
  package init() {}

  package init(
    fee: Double, commissionReserve: Double, productCost: Double, extras: Double = 0,
    usage: Double = 0
  ) {
    self.fee = fee
    self.commissionReserve = commissionReserve
    self.productCost = productCost
    self.extras = extras
    self.usage = usage
  }
}

extension ResponseModel {
  /// The parts of a cost that this model made, (8): fee, product, extras and rights as they are stated, and
  /// what is left.
  ///
  /// - Parameters:
  ///   - cost: whole yen or cents.
  ///   - fee: that the cost was made from, money.
  package func parts(ofCost cost: Double, creator: Int, product: Int, fee: Double) -> DealParts {
    let productCost = money.down(productCosts[product])
    let extras = money.down(roster.extras[creator])
    let usage = money.down(roster.usage(creator: creator, fee: fee))
    let fee = min(money.up(fee), money.nearest(cost - productCost - extras - usage))
    return DealParts(
      fee: fee, commissionReserve: money.nearest(cost - productCost - extras - usage - fee),
      productCost: productCost, extras: extras, usage: usage)
  }
}
