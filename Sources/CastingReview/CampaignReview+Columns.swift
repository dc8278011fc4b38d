import Casting

// Whole columns in another unit, and products.

extension CampaignReview {
  /// Columns whose median is far off the published figures: per cent taken for shares twice over,
  /// fees in thousands of yen.
  func units() -> [ReviewFinding] {
    var findings: [ReviewFinding] = []
    let known = rows { roster.engagementRates[$0] > 0 && roster.followers[$0] > 0 }
    if let finding = unit(
      .engagementUnit, known, value: { roster.engagementRates[$0] },
      published: {
        CampaignDefaults.engagementRate(
          platform: roster.platforms[$0], tier: roster.tier($0), followers: roster.followers[$0])
      })
    {
      findings.append(finding)
    }
    let terms = campaign.brief.terms
    for (_, column) in feeColumns where terms.yenRate != nil {
      let known = rows { column[$0] > 0 && roster.followers[$0] > 0 }
      if let finding = unit(
        .feeUnit, known, value: { column[$0] / roster.followers[$0] },
        published: { roster.usualFee(perFollowerOf: $0, terms)?.middle ?? .nan })
      {
        findings.append(finding)
        // One column of fees tells it; the others are in the same unit.
        break
      }
    }
    return findings
  }

  private func unit(
    _ kind: ReviewKind, _ known: [Int], value: (Int) -> Double, published: (Int) -> Double
  ) -> ReviewFinding? {
    guard known.count >= ReviewLimits.peers else { return nil }
    let median = NumberRange.median(sorted: known.map(value).sorted())
    let usual = NumberRange.median(sorted: known.map(published).sorted())
    guard max(median / usual, usual / median) > ReviewLimits.unitFactor else { return nil }
    return ReviewFinding(kind, median: median, published: usual)
  }

  func products() -> [(ReviewKind, [ReviewMark])] {
    let products = campaign.products.products
    func marks(
      _ column: String, _ value: (Product) -> Double?, _ isMarked: (Double) -> Bool
    ) -> [ReviewMark] {
      products.enumerated().compactMap { row, product in
        guard let number = value(product), isMarked(number) else { return nil }
        return ReviewMark(row, column, value: number)
      }
    }
    return [
      (.noStock, marks("stock", { $0.stock }) { $0 == 0 }),
      (.noMargin, marks("margin", { $0.margin }) { $0 == 0 }),
      (.highConversion, marks("conversion", { $0.conversion }) { $0 > ReviewLimits.conversion }),
      (.sameProduct, sameProducts()),
    ]
  }
}
