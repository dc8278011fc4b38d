import Allocation
import Casting

/// Names of the rules that are not sums over deals, in the words of the brief.
package enum RuleNames {
  package static let budget = "budget"
  package static let exclusiveCategories = "exclusive categories"
  package static let spendPerCreator = "spend per creator"
  package static let orderCapacity = "order capacity"
  package static let keep = "keep"

  static func stock(_ product: Product) -> String { "\(product.id) stock" }

  /// `lock C0007`, `lock C0007 for P02`.
  static func lock(_ creatorID: String, _ productID: String?) -> String {
    "lock \(creatorID)" + (productID.map { " for \($0)" } ?? "")
  }

  static func creators(_ product: Product) -> String { "\(product.id) creators" }

  static func spend(_ product: Product) -> String { "\(product.id) spend" }

  /// A share of spend with two limits is two rules.
  static func quota(_ quota: Quota, minimum: Bool) -> String {
    guard quota.measure == .spendShare, quota.minimum != nil, quota.maximum != nil else {
      return quota.name
    }
    return quota.name + (minimum ? " (minimum)" : " (maximum)")
  }

  static func window(_ window: CampaignWindow) -> String {
    "window \(window.from.iso) to \(window.to.iso)"
  }

  /// `ban C0033`, `ban agency Acme`.
  static func ban(_ filter: DealFilter) -> String {
    "ban \(filter.onlyCreator ?? filter.words)"
  }

  /// As the brief writes it, and plans once did: `ban {agency: Acme}`.
  static func braced(_ filter: DealFilter) -> String {
    var parts = DealFilter.Attribute.allCases.compactMap { attribute in
      filter.values[attribute].map { "\(attribute.rawValue): \(words($0))" }
    }
    if let range = filter.followers { parts.append("followers: \(limits(range))") }
    if let range = filter.engagementRate { parts.append("engagement_rate: \(limits(range))") }
    return "ban {\(parts.joined(separator: ", "))}"
  }

  /// `apart C0010, C0011`, `together C0020, C0021`.
  static func group(_ creatorIDs: [String], _ rule: ItemLink.Rule) -> String {
    let key =
      switch rule {
      case .atMostOne: "apart"
      case .allOrNone: "together"
      }
    return "\(key) \(creatorIDs.joined(separator: ", "))"
  }

  private static func words(_ values: [String]) -> String {
    values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
  }

  private static func limits(_ range: ClosedRange<Double>) -> String {
    var parts: [String] = []
    if range.lowerBound > -.infinity { parts.append("min: \(number(range.lowerBound))") }
    if range.upperBound < .infinity { parts.append("max: \(number(range.upperBound))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
