import Casting

extension ClaimCheck {
  /// What is said of fees and bookings, by the inputs; of reserves only what needs no solving: they are told
  /// for deals that nobody confirmed, and name one that is on offer and not in the plan.
  func talkFinding(_ claimed: [PlanClaims.Talks?], _ inputs: AuditInputs) -> AuditFinding {
    let cast = Set(claims.deals.map { [$0.creatorID, $0.productID, $0.format.rawValue] })
    for (place, deal) in claims.deals.enumerated() {
      guard let talks = place < claimed.count ? claimed[place] : nil else { continue }
      func differs(_ column: String, _ expected: String?, _ found: String?) -> AuditFinding? {
        expected == found
          ? nil
          : AuditFinding(
            .talks,
            .init(
              expected: .column(name: column, text: expected, creator: deal.creatorID),
              found: .column(name: column, text: found, creator: deal.creatorID)))
      }
      func text(_ number: Double?) -> String? { number.map { "\($0)" } }
      let fee = inputs.feeKnown(of: deal)
      let booking = inputs.booking(of: deal)
      let pairs = [
        ("fee_state", fee.state.rawValue, talks.state.rawValue),
        ("fee_low", text(fee.low), text(talks.low)), ("fee_high", text(fee.high), text(talks.high)),
        ("status", booking?.status.rawValue, talks.status?.rawValue),
        ("date", booking?.date?.iso, talks.date),
      ]
      if let finding = pairs.lazy.compactMap({ differs($0.0, $0.1, $0.2) }).first { return finding }
      guard let reserve = talks.reserve else { continue }
      if talks.status == .confirmed {
        return differs("reserve", nil, "\(reserve.loss)") ?? .init(.talks)
      }
      if let other = reserve.deal {
        let isCast = cast.contains([other.creatorID, other.productID, other.format.rawValue])
        let isOffered =
          inputs.row(ofCreator: other.creatorID).map { creator in
            inputs.product(other.productID).map {
              inputs.cost(creator: creator, product: $0, format: other.format) != nil
            } ?? false
          } ?? false
        if isCast || !isOffered {
          return differs("reserve", nil, other.creatorID) ?? .init(.talks)
        }
      }
    }
    return AuditFinding(.talks)
  }
}

extension AuditInputs {
  /// The row of any creator of the roster.
  fileprivate func row(ofCreator id: String) -> Int? {
    (0..<campaign.roster.count).first { campaign.roster.creatorIDs[$0] == id }
  }

  /// The booking of a deal that was not declined.
  fileprivate func booking(of deal: PlanClaims.Deal) -> Booking? {
    campaign.bookings.first {
      $0.creatorID == deal.creatorID && $0.productID == deal.productID && $0.status != .declined
        && ($0.format == nil || $0.format == deal.format)
    }
  }

  /// What the inputs say of the fee: a booking's goes before a prediction, and that before the roster's.
  fileprivate func feeKnown(
    of deal: PlanClaims.Deal
  ) -> (state: FeeState, low: Double?, high: Double?) {
    guard let creator = creator(deal.creatorID), let product = product(deal.productID) else {
      return (.stated, nil, nil)
    }
    if booking(of: deal)?.fee != nil || isPredicted(creator: creator, product: product) {
      return (.stated, nil, nil)
    }
    let roster = campaign.roster
    let hasOwn = roster.formatFees[deal.format.index].isPresent
    let most = (hasOwn ? roster.formatFees[deal.format.index] : roster.fees)[creator]
    let least = (hasOwn ? roster.formatFeeLows[deal.format.index] : roster.feeLows)[creator]
    if most.isNaN { return (least.isInfinite ? .ask : .estimated, nil, nil) }
    return least.isFinite && least < most ? (.range, least, most) : (.stated, nil, nil)
  }
}
