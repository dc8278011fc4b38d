/// Selects deals by attributes of creator, product and format; every stated condition must hold.
///
/// An empty filter selects every deal.
public struct DealFilter: Sendable, Equatable {
  /// What a filter can ask of a deal's creator, product or format.
  public enum Attribute: String, CaseIterable, Sendable {
    case tier, platform, niche, language, region, agency, employment, certification
    case creator, product, category, format

    /// Whether the attribute belongs to the creator (not to the product or the format).
    package var isOfCreator: Bool {
      switch self {
      case .product, .category, .format: false
      default: true
      }
    }
  }

  /// Attribute to the values that pass (case is ignored but for ids).
  public var values: [Attribute: [String]]
  /// Both ends included.
  public var followers: ClosedRange<Double>?
  /// Both ends included.
  public var engagementRate: ClosedRange<Double>?
  /// What share of her audience are certain people; unknown ones count as the default mix.
  public var audience: AudienceShare?

  /// A filter of the conditions given; of none, all deals.
  public init(
    values: [Attribute: [String]] = [:], followers: ClosedRange<Double>? = nil,
    engagementRate: ClosedRange<Double>? = nil, audience: AudienceShare? = nil
  ) {
    self.values = values
    self.followers = followers
    self.engagementRate = engagementRate
    self.audience = audience
  }
}

extension DealFilter: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The conditions by name, in a fixed order; ranges as `[low, high]`, null where one is open.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for attribute in Attribute.allCases {
      guard let values = values[attribute] else { continue }
      try container.encode(values, forKey: Key(stringValue: attribute.rawValue))
    }
    for (name, range) in [("followers", followers), ("engagement_rate", engagementRate)] {
      guard let range else { continue }
      let ends = [range.lowerBound, range.upperBound].map { $0.isFinite ? $0 : nil }
      try container.encode(ends, forKey: Key(stringValue: name))
    }
    if let audience { try container.encode(audience, forKey: Key(stringValue: "audience")) }
  }
}

/// A rule on a group of deals, model (12): lower ≤ Σ weight ≤ upper.
public struct Quota: Sendable, Equatable {
  /// What of the selected deals is limited.
  public enum Measure: String, CaseIterable, Sendable, Encodable {
    /// Deals.
    case count
    /// Distinct creators.
    case creators
    /// Money.
    case spend
    /// Spend of the group against the spend of the whole plan, 0…1.
    case spendShare = "spend_share"
    /// Viewers that the deals are expected to have, each as often as a deal reaches them.
    case views
    /// What is published: a deal, or each part of one.
    case posts
  }

  /// The deals that it is about.
  public var filter: DealFilter
  /// What of them is limited; the unit of both limits.
  public var measure: Measure
  /// In the unit of the measure; nil: no least.
  public var minimum: Double?
  /// In the unit of the measure; nil: no most.
  public var maximum: Double?
  /// The rule in the user's own words, as the brief has it: `{platform: tiktok} count 3…10`.
  public var name: String

  /// A rule on the deals that a filter selects.
  ///
  /// - Parameter name: how plans and clashes call the rule.
  public init(
    filter: DealFilter, measure: Measure, minimum: Double?, maximum: Double?, name: String
  ) {
    self.filter = filter
    self.measure = measure
    self.minimum = minimum
    self.maximum = maximum
    self.name = name
  }
}

/// A creator who must be cast, for any product or for one.
public struct Lock: Sendable, Hashable {
  /// As the roster has it.
  public var creatorID: String
  /// The product she promotes; nil: any.
  public var productID: String?

  /// A creator who must be cast.
  public init(creatorID: String, productID: String? = nil) {
    self.creatorID = creatorID
    self.productID = productID
  }
}

/// The most creators of one agency.
public struct AgencyLimit: Sendable, Hashable {
  /// Nil: of every agency that has no limit of its own.
  public var agency: String?
  /// Nil: as many as there are.
  public var maximum: Int?

  /// A limit of one agency, or of all that have none of their own.
  public init(agency: String? = nil, maximum: Int?) {
    self.agency = agency
    self.maximum = maximum
  }
}
