import Casting

/// How well the columns of a roster are known.
package struct CreatorCoverage: Sendable {
  package let columns: [ColumnCoverage]

  /// - Parameters:
  ///   - table: where the roster was read from.
  ///   - estimatesFees: whether it is known what published fees are worth.
  package init(_ roster: Roster, in table: InputTable, estimatesFees: Bool = true) {
    let standIns = Self.hidden(roster)
    columns =
      (Self.size + Self.money(roster, estimatesFees) + Self.quality + Self.audience)
      .filter { !standIns.contains($0.0) }
      .map { name, unit, standIn in
        ColumnCoverage(name, unit, in: table, of: roster.count, standIn: standIn)
      } + Self.texts(roster)
  }

  private typealias Entry = (String, ColumnUnit, StandIn?)

  private static let size: [Entry] = [
    ("followers", .people, nil), ("avg_views", .viewers, .byTier),
    ("views_live", .viewers, .byTier),
    ("views_video", .viewers, .byTier), ("views_post", .viewers, .byTier),
    ("views_story", .viewers, .byTier),
  ]

  private static func money(_ roster: Roster, _ estimatesFees: Bool) -> [Entry] {
    [("fee", .yen, estimatesFees ? .byFollowers : .notOffered)]
      + DealFormat.simple.map { ("fee_\($0.rawValue)", .yen, .notOffered) } + [
        ("commission", .share, StandIn.zero), ("guarantee", .yen, StandIn.zero),
        ("activation_cost", .yen, StandIn.zero),
        ("slots", .deals, .one),
      ]
  }

  private static let quality: [Entry] = [
    ("engagement_rate", .share, .tierMean),
    ("posts_sampled", .posts, .rateAsItIs),
    ("reply_rate", .share, .noEffect),
    ("repeat_viewer_share", .share, .noEffect),
    ("authentic_share", .share, .allReal),
    ("uplink_mbps", .megabits, .sureDelivery),
  ]

  private static let audience: [Entry] =
    [("female_share", .share, .usualMix)]
    + AudienceCells.ageBands.map { ("age_\($0)", .share, .usualMix) }

  /// Columns that nobody misses: general ones where every format has its own, and formats' own
  /// where the file has none.
  private static func hidden(_ roster: Roster) -> [String] {
    var names: [String] = []
    if !roster.fees.isPresent && roster.formatFees.contains(where: \.isPresent) {
      names.append("fee")
    }
    if !roster.averageViews.isPresent && roster.formatViews.contains(where: \.isPresent) {
      names.append("avg_views")
    }
    for format in DealFormat.simple {
      if !roster.formatFees[format.index].isPresent { names.append("fee_\(format.rawValue)") }
      if !roster.formatViews[format.index].isPresent { names.append("views_\(format.rawValue)") }
    }
    return names
  }

  private static func texts(_ roster: Roster) -> [ColumnCoverage] {
    let rows = 0..<roster.count
    let platforms = rows.count { !roster.platforms[$0].isEmpty }
    let matched = rows.count { !roster.niches.isEmpty($0) || !roster.bios.isEmpty($0) }
    return [
      ColumnCoverage(
        "platform", .none, known: platforms, of: roster.count,
        standIn: .asOthers),
      ColumnCoverage(
        "niche or bio", .none, known: matched, of: roster.count,
        standIn: .lowAffinity),
    ]
  }
}
