#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The relationship (trust) multiplier t_i of every creator, model (3).
package struct Relationship: Sendable {
  /// 0.5…2, 1 is typical of the tier; n.
  package let multipliers: [Double]
  /// What engagement was compared with; NaN where it had no say; n.
  package let engagementReferences: [Double]

  /// - Parameter norms: what is typical, of the roster or of one that it is a part of.
  package init(roster: Roster, tiers: [Tier], brief: Brief, norms: RosterNorms) {
    let engagement = norms.engagement.references(for: roster.platforms)
    let reply = norms.reply.references(for: roster.platforms)
    let repeatViewers = norms.repeatViewers.references(for: roster.platforms)
    let bonuses = Self.bonuses(roster.certifications, brief.certificationBonus)
    var multipliers = [Double](repeating: 1, count: roster.count)
    var references = [Double](repeating: .nan, count: roster.count)
    for creator in 0..<roster.count {
      let code = roster.platforms.codes[creator]
      let tier = tiers[creator]
      var product = 1 + bonuses[Int(roster.certifications.codes[creator])]
      let rate = roster.engagementRates[creator]
      if !rate.isNaN {
        var typical = engagement.reference(platform: code, tier: tier)
        if typical.isNaN {
          typical = CampaignDefaults.engagementRate(
            platform: roster.platforms[creator], tier: tier, followers: roster.followers[creator])
        }
        references[creator] = typical
        product *= Self.factor(
          Self.shrunk(rate, posts: roster.postsSampled[creator], to: typical), typical,
          CampaignDefaults.engagementExponent)
      }
      product *= Self.factor(
        roster.replyRates[creator], reply.reference(platform: code, tier: tier),
        CampaignDefaults.replyExponent)
      product *= Self.factor(
        roster.repeatViewerShares[creator], repeatViewers.reference(platform: code, tier: tier),
        CampaignDefaults.repeatViewerExponent)
      multipliers[creator] = Self.clamped(product)
    }
    self.multipliers = multipliers
    engagementReferences = references
  }

  /// A sampled rate drawn to what is typical, the more the fewer posts it rests on.
  static func shrunk(_ rate: Double, posts: Double, to typical: Double) -> Double {
    guard !posts.isNaN else { return rate }
    let prior = CampaignDefaults.shrinkagePosts
    return (rate * posts + typical * prior) / (posts + prior)
  }

  /// (z / ref)^β; 1 where the signal or its reference is unknown.
  static func factor(_ signal: Double, _ reference: Double, _ exponent: Double) -> Double {
    guard !signal.isNaN, reference > 0 else { return 1 }
    let ratio = signal == 0 ? CampaignDefaults.zeroSignalShare : signal / reference
    return pow(ratio, exponent)
  }

  private static func clamped(_ multiplier: Double) -> Double {
    let range = CampaignDefaults.relationshipRange
    return min(max(multiplier, range.lowerBound), range.upperBound)
  }

  /// Bonus by certification code; level names are compared without case and width.
  private static func bonuses(
    _ certifications: CategoryColumn, _ bonusOfLevel: [String: Double]
  ) -> [Double] {
    var normalized: [String: Double] = [:]
    for level in bonusOfLevel.keys.sorted() {
      normalized[NormalizedText(level).string] = bonusOfLevel[level]
    }
    return certifications.levels.map { normalized[NormalizedText($0).string] ?? 0 }
  }
}
