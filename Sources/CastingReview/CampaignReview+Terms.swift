import Casting

// What creators ask for, and when they can work.

extension CampaignReview {
  /// Yen per follower, column by column: a stream and a post have prices of their own.
  func fees() -> [(ReviewKind, [ReviewMark])] {
    var high: [ReviewMark] = []
    var low: [ReviewMark] = []
    for (name, column) in feeColumns {
      let perFollower = (0..<roster.count).map { column[$0] / roster.followers[$0] }
      let groups = PeerGroups(roster, values: perFollower)
      for row in 0..<roster.count {
        let value = perFollower[row]
        guard value > 0, value.isFinite else { continue }
        let peers = groups.reference(row) ?? publishedFee(row)
        guard Self.isOutlier(value, peers) else { continue }
        let mark = ReviewMark(row, name, value: value, peers: peers)
        if value > peers.median { high.append(mark) } else { low.append(mark) }
      }
    }
    return [(.highFee, Self.worstFirst(high)), (.lowFee, Self.worstFirst(low))]
  }

  private static func isOutlier(_ value: Double, _ peers: PeerReference) -> Bool {
    let factor = max(value / peers.median, peers.median / value)
    if peers.basis == .published { return factor > ReviewLimits.publishedFeeFactor }
    return factor > ReviewLimits.feeFactor && abs(peers.score(value)) > ReviewLimits.outlierScore
  }

  private func publishedFee(_ row: Int) -> PeerReference {
    PeerReference(
      basis: .published, platform: roster.platforms[row], tier: roster.tier(row), count: 0,
      median: roster.usualFee(perFollowerOf: row, campaign.brief.terms)?.middle ?? .nan,
      spread: .nan)
  }

  /// Columns that the file has, with their names.
  var feeColumns: [(name: String, column: NumberColumn)] {
    ([("fee", roster.fees)]
      + DealFormat.simple.map { ("fee_\($0.rawValue)", roster.formatFees[$0.index]) })
      .filter { $0.1.isPresent }
  }

  /// A fee of 0 with neither commission nor guarantee, from one who is not on the payroll.
  func noPay() -> [ReviewMark] {
    let columns = feeColumns
    return rows { row in
      roster.employments[row] == Employment.external.rawValue
        && !(roster.commissions[row] > 0) && !(roster.guarantees[row] > 0)
        && columns.contains { $0.column[row] == 0 }
    }.map { row in
      ReviewMark(row, columns.first { $0.column[row] == 0 }?.name ?? "", value: 0)
    }
  }

  func highCommissions() -> [ReviewMark] {
    rows { roster.commissions[$0] >= ReviewLimits.commission }.map {
      ReviewMark($0, "commission", value: roster.commissions[$0])
    }
  }

  /// Whose days and the campaign's have none in common.
  func outsideWindow() -> [ReviewMark] {
    guard let window = campaign.brief.window else { return [] }
    return (0..<roster.count).compactMap { row in
      if let last = day(roster.availableTo, row), last < window.from {
        return ReviewMark(row, "available_to")
      }
      if let first = day(roster.availableFrom, row), first > window.to {
        return ReviewMark(row, "available_from")
      }
      return nil
    }
  }

  private func day(_ days: [CalendarDay?], _ row: Int) -> CalendarDay? {
    days.isEmpty ? nil : days[row]
  }

  func noSlots() -> [ReviewMark] {
    rows { roster.slots[$0] == 0 }.map { ReviewMark($0, "slots", value: 0) }
  }

  func otherTiers() -> [ReviewMark] {
    rows { row in
      guard let stated = Tier(rawValue: roster.statedTiers[row]) else { return false }
      return stated != Tier(followers: roster.followers[row])
    }.map { ReviewMark($0, "tier", value: roster.followers[$0]) }
  }

  func scaledAges() -> [ReviewMark] {
    ageSums.enumerated().filter { abs($0.element - 1) > ReviewLimits.ageSum + 1e-9 }.map {
      ReviewMark($0.offset, "age_13_19", value: $0.element)
    }
  }
}
