import Casting

extension RosterFile {
  /// Fills in followers where tier or views are known and they are not; where nothing tells them, the
  /// row has an issue.
  static func estimateFollowers(
    _ roster: inout Roster, _ table: inout TypedTable, _ issues: inout InputIssues
  ) {
    if !roster.followers.isPresent {
      roster.followers = NumberColumn([Double](repeating: .nan, count: roster.count))
    }
    guard let column = table.schema.index(of: "followers"),
      table.match?.isRequired(column, of: table.schema) == false
    else { return }
    for creator in 0..<roster.count where roster.followers[creator].isNaN {
      if let estimate = followers(of: creator, roster) {
        roster.followers.values[creator] = estimate
        table.estimatedFollowers += 1
      } else if !table.faultyRows.contains(creator) {
        table.faultyRows.insert(creator)
        issues.appendRow(
          .emptyCell(
            Cell(
              name: .named("followers"), isRequired: true, text: "",
              place: table.place(row: creator, column: "followers")), .people))
      }
    }
  }

  /// The middle of her tier, else what her views are usually seen by; nil where neither is known.
  private static func followers(of creator: Int, _ roster: Roster) -> Double? {
    if let tier = Tier(rawValue: roster.statedTiers[creator]) { return tier.typicalFollowers }
    for format in DealFormat.simple {
      let own = roster.formatViews[format.index][creator]
      let views = own.isNaN ? roster.averageViews[creator] : own
      guard views > 0, !(own.isNaN && format == .live) else { continue }
      var tier = Tier.micro
      var followers = 0.0
      // The share of followers who watch depends on how many there are.
      for _ in 0..<3 {
        followers = views / CampaignDefaults.viewsPerFollower(format: format, tier: tier)
        tier = Tier(followers: followers)
      }
      return followers.rounded()
    }
    return nil
  }
}

extension Tier {
  /// The geometric middle of the tier, people; mega up to ten million.
  var typicalFollowers: Double {
    switch self {
    case .nano: 3_162
    case .micro: 31_623
    case .mid: 223_607
    case .macro: 707_107
    case .mega: 3_162_278
    }
  }
}
