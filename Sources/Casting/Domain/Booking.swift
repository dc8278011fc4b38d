/// What was agreed, asked or declined of a deal before the campaign is planned.
public struct Booking: Sendable, Equatable {
  /// How far the talks went.
  public enum Status: String, CaseIterable, Sendable, Codable {
    /// Agreed: every plan has the deal, at the fee that was agreed.
    case confirmed
    /// Turned down: no plan has it.
    case declined
    /// Asked for, and not answered: plans keep it.
    case asked
    /// On hold with her: plans keep it.
    case hold

    /// Whether every plan has the deal.
    public var isKept: Bool { self != .declined }
  }

  /// As the roster has it.
  public var creatorID: String
  /// As the product list has it; nil, of a declined one alone: all of them.
  public var productID: String?
  /// What is made; nil: whatever she makes of the product.
  public var format: DealFormat?
  /// How far it went.
  public var status: Status
  /// Money that were agreed or named; nil: as the roster has it.
  public var fee: Double?
  /// The day of the deal; nil where none is settled.
  public var date: CalendarDay?

  /// What is known of a deal.
  public init(
    creatorID: String, productID: String?, format: DealFormat?, status: Status, fee: Double? = nil,
    date: CalendarDay? = nil
  ) {
    self.creatorID = creatorID
    self.productID = productID
    self.format = format
    self.status = status
    self.fee = fee
    self.date = date
  }
}
