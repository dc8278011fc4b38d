import Casting

extension ReviewWording {
  /// What the row has, and what it was held against.
  ///
  /// - Parameter place: how a row is named, as `line 7 (C0006)`.
  public static func detail(
    _ mark: ReviewMark, _ kind: ReviewKind, in campaign: Campaign, place: (Int) -> String
  ) -> String {
    let value = mark.value ?? .nan
    switch kind {
    case .engagementUnit, .feeUnit, .noFollowers, .noSlots, .noStock, .noMargin: return ""
    case .samePerson, .sameProduct: return twin(mark, kind, campaign, place)
    case .lowEngagement, .highEngagement: return percent(value) + against(mark, percent)
    case .lowAuthenticity, .highCommission, .highConversion: return percent(value)
    case .fewViewers:
      let viewers = Yen.grouped(value * campaign.roster.followers[mark.row])
      return "\(mark.column) \(viewers), \(percent(value)) of \(followers(mark, campaign))"
        + against(mark, percent)
    case .noViewers, .noPay: return "\(mark.column) 0"
    case .viewersAboveFollowers:
      return "\(mark.column) \(Yen.grouped(value)), \(followers(mark, campaign))"
    case .highFee, .lowFee:
      let fee = Yen.text(value * campaign.roster.followers[mark.row])
      return "\(mark.column) \(fee), \(yenPerFollower(value))"
        + against(mark) { "¥" + Yen.decimal($0, places: 2) }
    case .outsideWindow: return days(mark, campaign)
    case .otherTier:
      let stated = campaign.roster.statedTiers[mark.row]
      return "\(stated), but \(followers(mark, campaign)) are \(Tier(followers: value).rawValue)"
    case .scaledAges: return "they add to \(Yen.decimal(value, places: 3))"
    }
  }

  /// `; instagram micro: 2.0 % (median of 95)`.
  private static func against(_ mark: ReviewMark, _ text: (Double) -> String) -> String {
    guard let peers = mark.peers else { return "" }
    let group = [peers.platform, peers.tier.rawValue].filter { !$0.isEmpty }
    let source = peers.basis == .published ? "published" : "median of \(peers.count)"
    return "; \(group.joined(separator: " ")): \(text(peers.median)) (\(source))"
  }

  private static func followers(_ mark: ReviewMark, _ campaign: Campaign) -> String {
    "\(Yen.grouped(campaign.roster.followers[mark.row])) followers"
  }

  private static func twin(
    _ mark: ReviewMark, _ kind: ReviewKind, _ campaign: Campaign, _ place: (Int) -> String
  ) -> String {
    guard let twin = mark.twin, let sign = mark.sign else { return "" }
    if kind == .sameProduct { return "the name of \(place(twin))" }
    let roster = campaign.roster
    switch sign {
    case .url: return "the url of \(place(twin)): \(roster.urls[mark.row])"
    case .handle: return "the handle of \(place(twin)): \(roster.handles[mark.row])"
    case .name:
      let platform = roster.platforms[mark.row]
      let other = PersonKey.haveOtherHandles(mark.row, twin, in: roster)
      return "the name of \(place(twin))" + (platform.isEmpty ? "" : ", on \(platform) too")
        + (other ? "; the handles differ" : "")
    }
  }

  private static func days(_ mark: ReviewMark, _ campaign: Campaign) -> String {
    guard let window = campaign.brief.window else { return "" }
    if mark.column == "available_to" {
      let day = campaign.roster.availableTo[mark.row]?.iso ?? ""
      return "until \(day); the window begins on \(window.from.iso)"
    }
    let day = campaign.roster.availableFrom[mark.row]?.iso ?? ""
    return "from \(day); the window ends on \(window.to.iso)"
  }
}
