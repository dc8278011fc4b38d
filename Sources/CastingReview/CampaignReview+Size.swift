import Casting

// Followers, viewers and engagement against each other and against those of peers.

extension CampaignReview {
  func noFollowers() -> [ReviewMark] {
    rows { roster.followers[$0] == 0 }.map { ReviewMark($0, "followers", value: 0) }
  }

  func lowAuthenticity() -> [ReviewMark] {
    rows { roster.authenticShares[$0] < ReviewLimits.authenticShare }.map {
      ReviewMark($0, "authentic_share", value: roster.authenticShares[$0])
    }
  }

  /// Against the median of platform and tier, else the published rate.
  func engagement() -> [(ReviewKind, [ReviewMark])] {
    guard roster.engagementRates.isPresent else { return [] }
    let groups = PeerGroups(roster, values: roster.engagementRates.values)
    var low: [ReviewMark] = []
    var high: [ReviewMark] = []
    for row in 0..<roster.count where !roster.engagementRates[row].isNaN {
      // Without followers there is nobody to engage; that is a finding of its own.
      guard roster.followers[row] > 0 else { continue }
      let rate = roster.engagementRates[row]
      let peers = groups.reference(row) ?? publishedEngagement(row)
      let mark = ReviewMark(row, "engagement_rate", value: rate, peers: peers)
      if rate * ReviewLimits.engagementFactor < peers.median {
        low.append(mark)
      } else if rate > peers.median * ReviewLimits.engagementFactor
        || rate > ReviewLimits.engagementCeiling
      {
        high.append(mark)
      }
    }
    return [(.lowEngagement, Self.worstFirst(low)), (.highEngagement, Self.worstFirst(high))]
  }

  func viewers() -> [(ReviewKind, [ReviewMark])] {
    var few: [ReviewMark] = []
    var none: [ReviewMark] = []
    var above: [ReviewMark] = []
    let columns =
      [("avg_views", roster.averageViews)]
      + DealFormat.simple.map { ("views_\($0.rawValue)", roster.formatViews[$0.index]) }
    for (name, column) in columns where column.isPresent {
      let shares = (0..<roster.count).map { column[$0] / roster.followers[$0] }
      let groups = PeerGroups(roster, values: shares)
      for row in 0..<roster.count where !column[row].isNaN {
        if column[row] == 0 {
          none.append(ReviewMark(row, name, value: 0))
        } else if column[row] > roster.followers[row] * ReviewLimits.viewersPerFollower {
          above.append(ReviewMark(row, name, value: column[row]))
        } else if let peers = groups.reference(row),
          shares[row] * ReviewLimits.viewerFactor < peers.median
        {
          few.append(ReviewMark(row, name, value: shares[row], peers: peers))
        }
      }
    }
    // Without followers any viewer is above them; that is a finding of its own.
    above.removeAll { roster.followers[$0.row] == 0 }
    return [
      (.fewViewers, Self.worstFirst(few)), (.noViewers, none), (.viewersAboveFollowers, above),
    ]
  }

  private func publishedEngagement(_ row: Int) -> PeerReference {
    let tier = roster.tier(row)
    return PeerReference(
      basis: .published, platform: roster.platforms[row], tier: tier, count: 0,
      median: CampaignDefaults.engagementRate(
        platform: roster.platforms[row], tier: tier, followers: roster.followers[row]),
      spread: .nan)
  }

  func rows(_ isMarked: (Int) -> Bool) -> [Int] { (0..<roster.count).filter(isMarked) }
}
