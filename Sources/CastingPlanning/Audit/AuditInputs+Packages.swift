import Casting

/// Packages, straight from the brief and the roster: not by way of the response.
extension AuditInputs {
  /// Whom every part of a package adds, one part after the other, before anything that is hers as a whole.
  func people(of package: DealPackage, creator: Int) -> [(format: DealFormat, people: Double)] {
    let brief = campaign.brief
    let stages = brief.announcements?.stages.reduce(1.0) { $0 * (1 - $1.strength) } ?? 1
    let lift = 1 + (brief.announcements?.lift ?? 0) * (1 - stages)
    return people(of: package, creator: creator, lift: lift, arrives: arrival(creator))
  }

  /// People whom a package is seen by, delivered or not: what rules count.
  func viewers(of package: DealPackage, creator: Int) -> Double {
    let brief = campaign.brief
    let stages = brief.announcements?.stages.reduce(1.0) { $0 * (1 - $1.strength) } ?? 1
    let lift = 1 + (brief.announcements?.lift ?? 0) * (1 - stages)
    return people(of: package, creator: creator, lift: lift, arrives: 1).reduce(0) {
      $0 + $1.people
    }
  }

  private func people(
    of package: DealPackage, creator: Int, lift: Double, arrives: Double
  ) -> [(format: DealFormat, people: Double)] {
    let followers = campaign.roster.followers[creator]
    var missed = 1.0
    var added: [(format: DealFormat, people: Double)] = []
    for (format, isLive) in [
      (DealFormat.live, true), (.story, false), (.post, false), (.video, false),
    ] {
      let seen = views(creator, format) * (isLive ? lift : 1)
      for _ in 0..<package.counts[format.index] {
        let share = followers > 0 ? (seen > followers ? 1 : seen / followers) : 0
        let before = missed
        missed *= 1 - (isLive ? arrives : 1) * share
        added.append((format, followers * (before - missed)))
      }
    }
    return added
  }

  private func views(_ creator: Int, _ format: DealFormat) -> Double {
    let roster = campaign.roster
    let own = roster.formatViews[format.index]
    let stated = own.isPresent ? own[creator] : roster.averageViews[creator]
    guard stated.isNaN else { return stated }
    return roster.followers[creator]
      * CampaignDefaults.viewsPerFollower(format: format, tier: roster.tier(creator))
  }

  /// How likely a stream of hers arrives.
  private func arrival(_ creator: Int) -> Double {
    let (speed, needed) = (campaign.roster.uplinks[creator], campaign.brief.requiredUplink)
    if speed.isNaN || needed == 0 { return 1 }
    let ratio = needed / speed
    return 9 / (9 + ratio * ratio * ratio * ratio)
  }

  /// Money: the package's own column alone where there is one, else the parts' fees less the discount; nil where
  /// it is not offered.
  func fee(creator: Int, package: DealPackage) -> Double? {
    let roster = campaign.roster
    if let column = roster.packageFees.last(where: { $0.package == package.name }),
      column.fees.isPresent
    {
      return counted(
        most: column.fees[creator], least: column.lows[creator], of: creator, isOwn: true)
    }
    if roster.feeFormats.count > creator, roster.feeFormats[creator] == package.name {
      return commonFee(creator)
    }
    var sum = 0.0
    for (place, count) in package.counts.enumerated() where count > 0 {
      guard let fee = fee(creator: creator, format: DealFormat.simple[place]) else { return nil }
      sum += Double(count) * fee
    }
    return sum - sum * (campaign.brief.packages.first { $0 == package }?.discount ?? 0)
  }
}
