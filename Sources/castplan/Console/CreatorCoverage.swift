import Casting

/// How well the columns of a roster are known.
struct CreatorCoverage {
  let columns: [ColumnCoverage]

  init(_ roster: Roster) {
    columns = Self.numbers(roster) + Self.texts(roster)
  }

  private static func numbers(_ roster: Roster) -> [ColumnCoverage] {
    var columns: [(String, NumberColumn, String)] = [
      ("followers", roster.followers, ""),
      ("avg_views", roster.averageViews, "followers × the tier's view rate (estimated)"),
    ]
    for format in DealFormat.allCases where roster.formatViews[format.index].isPresent {
      columns.append(
        (
          "views_\(format.rawValue)", roster.formatViews[format.index],
          "followers × the tier's view rate (estimated)"
        ))
    }
    columns.append(("fee", roster.fees, "yen per follower of tier and platform (estimated)"))
    for format in DealFormat.allCases where roster.formatFees[format.index].isPresent {
      columns.append(("fee_\(format.rawValue)", roster.formatFees[format.index], "not offered"))
    }
    columns += [
      ("engagement_rate", roster.engagementRates, "the mean of the tier (default)"),
      ("posts_sampled", roster.postsSampled, "the rate is taken as it is"),
      ("reply_rate", roster.replyRates, "no effect (default)"),
      ("repeat_viewer_share", roster.repeatViewerShares, "no effect (default)"),
      ("authentic_share", roster.authenticShares, "no effect (default)"),
      ("uplink_mbps", roster.uplinks, "delivery assumed certain (default)"),
      ("commission", roster.commissions, "0"), ("guarantee", roster.guarantees, "0"),
      ("activation_cost", roster.activationCosts, "0"), ("slots", roster.slots, "1"),
      ("female_share", roster.femaleShares, "the default mix (default)"),
      ("age_13_19 …", roster.ageShares[0], "the default mix (default)"),
    ]
    let standIns = hidden(roster)
    return columns.filter { !standIns.contains($0.0) }.map { name, column, whenMissing in
      ColumnCoverage(
        name: name, known: column.values.count { !$0.isNaN }, rows: roster.count,
        whenMissing: whenMissing)
    }
  }

  /// General columns that are absent because every format has its own.
  private static func hidden(_ roster: Roster) -> [String] {
    var names: [String] = []
    if !roster.fees.isPresent && roster.formatFees.contains(where: \.isPresent) {
      names.append("fee")
    }
    if !roster.averageViews.isPresent && roster.formatViews.contains(where: \.isPresent) {
      names.append("avg_views")
    }
    return names
  }

  private static func texts(_ roster: Roster) -> [ColumnCoverage] {
    let rows = 0..<roster.count
    let matched = rows.count { !roster.niches.isEmpty($0) || !roster.bios.isEmpty($0) }
    return [
      ColumnCoverage(
        name: "niche or bio", known: matched, rows: roster.count,
        whenMissing: "a low affinity to every product (default)")
    ]
  }
}
