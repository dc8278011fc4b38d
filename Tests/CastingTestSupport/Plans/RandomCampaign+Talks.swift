import AllocationTestSupport
import Casting

extension RandomCampaign {
  /// Makes some fees ranges or words that ask for a quote, and books some deals.
  ///
  /// - Parameter books: how likely a creator has a booking, 0…1.
  package static func addTalks(to campaign: inout Campaign, seed: UInt64, books: Double = 0.25) {
    var random = TestRandom(seed: seed &* 101 &+ 13)
    let count = campaign.roster.count
    func lows(_ fees: inout NumberColumn) -> NumberColumn {
      guard fees.isPresent else { return NumberColumn() }
      return NumberColumn(
        (0..<count).map { row in
          if random.chance(0.2) {
            fees.values[row] = .nan
            return .infinity
          }
          return random.chance(0.4) ? fees[row] * random.number(0.3...1) : .nan
        })
    }
    campaign.roster.feeLows = lows(&campaign.roster.fees)
    for format in 0..<4 {
      campaign.roster.formatFeeLows[format] = lows(&campaign.roster.formatFees[format])
    }
    campaign.brief.terms.feePolicy = FeePolicy.allCases[random.index(3)]
    campaign.brief.terms.askPolicy = random.chance(0.3) ? .exclude : .estimate
    for row in 0..<count where random.chance(books) {
      book(&campaign, campaign.roster.creatorIDs[row], &random)
    }
  }

  private static func book(
    _ campaign: inout Campaign, _ creator: String, _ random: inout TestRandom
  ) {
    let statuses: [Booking.Status] = [.confirmed, .declined, .declined, .asked, .hold]
    let status = statuses[random.index(5)]
    let product = campaign.products.products[random.index(campaign.products.count)].id
    let isWhole = status == .declined && random.chance(0.4)
    let formats = campaign.brief.formats ?? [.live]
    let booking = Booking(
      creatorID: creator, productID: isWhole ? nil : product,
      format: random.chance(0.5) ? nil : formats[random.index(formats.count)], status: status,
      fee: status != .declined && random.chance(0.6) ? random.number(3_000...40_000).rounded() : nil
    )
    campaign.bookings.append(booking)
    if status.isKept {
      campaign.brief.locks.append(Lock(creatorID: creator, productID: booking.productID))
    }
  }
}
