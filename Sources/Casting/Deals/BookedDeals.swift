/// Bookings by rows of roster and products: which deals are off, and what is paid for others.
package struct BookedDeals: Sendable {
  private struct Pair: Hashable {
    var creator: Int
    var product: Int
  }

  /// In the order in which they were made.
  private let bookings: [Pair: [Booking]]
  /// Creators who declined whatever they were asked for.
  private let declined: Set<Int>

  package var isEmpty: Bool { bookings.isEmpty && declined.isEmpty }

  package init(_ campaign: Campaign) {
    var bookings: [Pair: [Booking]] = [:]
    var declined: Set<Int> = []
    let rowOfCreator = campaign.roster.creatorIDs.rows(
      of: Set(campaign.bookings.map(\.creatorID)))
    let products = campaign.products.products
    for booking in campaign.bookings {
      guard let creator = rowOfCreator[booking.creatorID] else { continue }
      if let id = booking.productID {
        guard let product = products.firstIndex(where: { $0.id == id }) else { continue }
        bookings[Pair(creator: creator, product: product), default: []].append(booking)
      } else if booking.status == .declined {
        declined.insert(creator)
      }
    }
    self.bookings = bookings
    self.declined = declined
  }

  /// Whether the deal is off: declined, or another format of the same product is booked.
  package func refuses(creator: Int, product: Int, format: DealFormat) -> Bool {
    if booking(creator: creator, product: product, format: format) != nil { return false }
    let booked = bookings[Pair(creator: creator, product: product)] ?? []
    return declined.contains(creator)
      || booked.contains { $0.status.isKept || ($0.format ?? format) == format }
  }

  /// What is booked of the deal; nil where it is not.
  package func booking(creator: Int, product: Int, format: DealFormat) -> Booking? {
    bookings[Pair(creator: creator, product: product)]?.first {
      $0.status.isKept && ($0.format ?? format) == format
    }
  }

  /// Money that were agreed or named for the deal; nil where the roster's fee counts.
  package func fee(creator: Int, product: Int, format: DealFormat) -> Double? {
    booking(creator: creator, product: product, format: format)?.fee
  }
}
