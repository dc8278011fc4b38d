import Casting

extension PlanClaims {
  /// What a plan says of the fee of a deal, and how far the talks about it went.
  package struct Talks: Sendable, Equatable {
    package var state: FeeState
    /// Money; nil, as the next, where the fee is no range.
    package var low: Double?
    package var high: Double?
    package var status: Booking.Status?
    /// ISO.
    package var date: String?
    package var reserve: Reserve?

    package init(
      state: FeeState, low: Double?, high: Double?, status: Booking.Status?, date: String?,
      reserve: Reserve?
    ) {
      (self.state, self.low, self.high) = (state, low, high)
      (self.status, self.date, self.reserve) = (status, date, reserve)
    }

    init(_ deal: PlannedDeal) {
      self.init(
        state: deal.statedFee?.state ?? .stated, low: deal.statedFee?.low,
        high: deal.statedFee?.high, status: deal.booking?.status,
        date: deal.booking?.date?.iso, reserve: deal.reserve)
    }
  }
}
