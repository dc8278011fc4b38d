import Casting

extension DealFilter {
  /// The filter in words: `platform tiktok and followers ≤ 100000`.
  package var words: String {
    var parts = Attribute.allCases.compactMap { attribute in
      values[attribute].map { "\(attribute.rawValue) \($0.joined(separator: " or "))" }
    }
    if let followers { parts.append("followers \(Self.words(followers))") }
    if let engagementRate { parts.append("engagement_rate \(Self.words(engagementRate))") }
    if let audience { parts.append("audience \(audience.words)") }
    return parts.isEmpty ? "all deals" : parts.joined(separator: " and ")
  }

  /// The creator whose deals it selects, all of them and no others.
  var onlyCreator: String? {
    guard let creators = values[.creator], creators.count == 1,
      self == DealFilter(values: [.creator: creators])
    else { return nil }
    return creators[0]
  }

  fileprivate static func words(_ range: ClosedRange<Double>) -> String {
    LimitWording.words(
      minimum: range.lowerBound.isFinite ? range.lowerBound : nil,
      maximum: range.upperBound.isFinite ? range.upperBound : nil)
  }
}

extension AudienceShare {
  /// `female_20_29 or female_30_39 ≥ 0.3`.
  package var words: String {
    "\(cells.joined(separator: " or ")) \(DealFilter.words(range))"
  }
}

/// Limits as the names of rules write them.
package enum LimitWording {
  /// `3…10`, `≥ 3` or `≤ 10`.
  package static func words(minimum: Double?, maximum: Double?) -> String {
    switch (minimum.map(number), maximum.map(number)) {
    case (let low?, let high?): "\(low)…\(high)"
    case (let low?, nil): "≥ \(low)"
    case (nil, let high?): "≤ \(high)"
    case (nil, nil): ""
    }
  }

  /// Without grouping, as it would be typed: `100000`, `0.25`.
  static func number(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int64(number)) : "\(number)"
  }
}
