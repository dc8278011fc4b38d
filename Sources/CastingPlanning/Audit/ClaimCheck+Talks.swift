import Casting

extension ClaimCheck {
  /// What is said of fees and bookings, by the inputs; of reserves only what needs no solving: they are told
  /// for deals that nobody confirmed, and name one that is on offer and not in the plan.
  func talkFinding(_ claimed: [PlanClaims.Talks?], _ inputs: AuditInputs) -> AuditFinding {
    let cast = Set(claims.deals.map { [$0.creatorID, $0.productID, $0.format.rawValue] })
    for (place, deal) in claims.deals.enumerated() {
      guard let talks = place < claimed.count ? claimed[place] : nil else { continue }
      func difference(_ column: String, _ expected: String?, _ found: String?) -> AuditFinding {
        AuditFinding(
          .talks,
          .init(
            expected: .column(name: column, text: expected, creator: deal.creatorID),
            found: .column(name: column, text: found, creator: deal.creatorID)))
      }
      // Sums of parts may round otherwise.
      func text(_ number: Double?, like claimed: Double?) -> String? {
        guard let number else { return nil }
        let isSame = claimed.map { (number - $0).magnitude <= 1e-9 * max(1, $0) } ?? false
        return "\(isSame ? claimed ?? number : number)"
      }
      let fee = inputs.feeKnown(of: deal)
      let booking = inputs.booking(of: deal)
      let pairs = [
        ("fee_state", fee.state.rawValue, talks.state.rawValue),
        ("fee_low", text(fee.low, like: talks.low), talks.low.map { "\($0)" }),
        ("fee_high", text(fee.high, like: talks.high), talks.high.map { "\($0)" }),
        ("status", booking?.status.rawValue, talks.status?.rawValue),
        ("date", booking?.date?.iso, talks.date),
      ]
      if let pair = pairs.first(where: { $0.1 != $0.2 }) {
        return difference(pair.0, pair.1, pair.2)
      }
      guard let reserve = talks.reserve else { continue }
      if talks.status == .confirmed {
        return difference("reserve", nil, "\(reserve.loss)")
      }
      if let other = reserve.deal {
        let isCast = cast.contains([other.creatorID, other.productID, other.format.rawValue])
        let isOffered =
          inputs.campaign.roster.creatorIDs.firstRow(of: other.creatorID).map { creator in
            inputs.product(other.productID).map {
              inputs.cost(creator: creator, product: $0, format: other.format) != nil
            } ?? false
          } ?? false
        if isCast || !isOffered {
          return difference("reserve", nil, other.creatorID)
        }
      }
    }
    return AuditFinding(.talks)
  }
}

extension AuditInputs {
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
    if booking(of: deal)?.fee != nil || isPredicted(creator, product) {
      return (.stated, nil, nil)
    }
    return feeKnown(creator, deal.format)
  }

  /// Of a package without a column what is known least of its parts, a range where all are stated and one is.
  private func feeKnown(
    _ creator: Int, _ format: DealFormat
  ) -> (state: FeeState, low: Double?, high: Double?) {
    let roster = campaign.roster
    let package = format.package
    let column = package.flatMap { package in
      roster.packageFees.last { $0.package == package.name && $0.fees.isPresent }
    }
    let isPaidAsWhole =
      roster.feeFormats.count > creator && roster.feeFormats[creator] == format.rawValue
    if let package, column == nil, !isPaidAsWhole {
      let parts = package.counts.enumerated().filter { $0.element > 0 }.map {
        (
          known: feeKnown(creator, DealFormat.simple[$0.offset]), place: $0.offset,
          count: $0.element
        )
      }
      for state in [FeeState.ask, .estimated]
      where parts.contains(where: { $0.known.state == state }) {
        return (state, nil, nil)
      }
      guard parts.contains(where: { $0.known.state == .range }) else { return (.stated, nil, nil) }
      var (low, high) = (0.0, 0.0)
      for part in parts {
        let fee = fee(creator: creator, format: DealFormat.simple[part.place]) ?? .nan
        low += Double(part.count) * (part.known.low ?? fee)
        high += Double(part.count) * (part.known.high ?? fee)
      }
      let rate = 1 - (campaign.brief.packages.first { $0 == package }?.discount ?? 0)
      return (.range, low * rate, high * rate)
    }
    let isOwn = package == nil && roster.formatFees[format.index].isPresent
    let fees = column?.fees ?? (isOwn ? roster.formatFees[format.index] : roster.fees)
    let lows = column?.lows ?? (isOwn ? roster.formatFeeLows[format.index] : roster.feeLows)
    let (most, least) = (fees[creator], lows[creator])
    if most.isNaN { return (least.isInfinite ? .ask : .estimated, nil, nil) }
    return least.isFinite && least < most ? (.range, least, most) : (.stated, nil, nil)
  }
}
