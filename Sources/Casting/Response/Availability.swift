/// Whether a creator is free on any day of the campaign.
package enum Availability {
  /// True when her days overlap the window, both ends included; missing ends are open.
  package static func overlaps(
    from: CalendarDay?, to: CalendarDay?, window: CampaignWindow?
  ) -> Bool {
    guard let window else { return true }
    if let from, from > window.to { return false }
    if let to, to < window.from { return false }
    return true
  }
}

extension Roster {
  /// Whether the creator is free on a day of the window; always where there is none.
  package func isAvailable(_ creator: Int, in window: CampaignWindow?) -> Bool {
    Availability.overlaps(
      from: availableFrom.isEmpty ? nil : availableFrom[creator],
      to: availableTo.isEmpty ? nil : availableTo[creator], window: window)
  }
}
