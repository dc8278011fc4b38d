import Casting
import Yams

/// How far outcomes scatter.
extension BriefParser {
  private static let parts = [
    "creator", "estimated_views", "unknown_affinity", "unknown_relationship", "product",
    "default_conversion", "campaign",
  ]

  mutating func readUncertainty(_ entry: Entry) {
    var spreads = OutcomeSpreads()
    for part in entries(entry.value, .named(entry.name), Self.parts) {
      if part.name == "creator" {
        readTiers(part, &spreads)
        continue
      }
      guard let spread = number(part, .spread) else { continue }
      switch part.name {
      case "estimated_views": spreads.estimatedViews = spread
      case "unknown_affinity": spreads.unknownAffinity = spread
      case "unknown_relationship": spreads.unknownRelationship = spread
      case "product": spreads.product = spread
      case "default_conversion": spreads.defaultConversion = spread
      default: spreads.campaign = spread
      }
    }
    loaded.brief.uncertainty = spreads
  }

  /// One number for every tier, or one for some of them.
  private mutating func readTiers(_ entry: Entry, _ spreads: inout OutcomeSpreads) {
    guard entry.value.mapping != nil else {
      if let spread = number(entry, .spread) {
        spreads.creator = Tier.allCases.map { _ in spread }
      }
      return
    }
    for part in entries(entry.value, .named("uncertainty.creator"), Tier.allCases.map(\.rawValue)) {
      guard let tier = Tier(rawValue: part.name), let spread = number(part, .spread) else {
        continue
      }
      spreads.creator[tier.index] = spread
    }
  }
}

extension NumberRule {
  static let spread = NumberRule(maximum: 3, meaning: .spread)
}
