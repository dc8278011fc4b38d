import Casting
import Tables

/// `{min, max}` of a brief.
struct Limits {
  var minimum: Double?
  var maximum: Double?

  var range: ClosedRange<Double> { (minimum ?? -.infinity)...(maximum ?? .infinity) }

  /// `3…10`, `≥ 3` or `≤ 10`.
  var words: String {
    switch (minimum.map(CSVWriter.shortest), maximum.map(CSVWriter.shortest)) {
    case (let low?, let high?): "\(low)…\(high)"
    case (let low?, nil): "≥ \(low)"
    case (nil, let high?): "≤ \(high)"
    case (nil, nil): ""
    }
  }
}

extension DealFilter {
  /// The filter in words: `platform tiktok and followers ≤ 100000`.
  var words: String {
    var parts = Attribute.allCases.compactMap { attribute in
      values[attribute].map { "\(attribute.rawValue) \($0.joined(separator: " or "))" }
    }
    if let followers { parts.append("followers \(Self.words(followers))") }
    if let engagementRate { parts.append("engagement_rate \(Self.words(engagementRate))") }
    return parts.isEmpty ? "all deals" : parts.joined(separator: " and ")
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    Limits(
      minimum: range.lowerBound.isFinite ? range.lowerBound : nil,
      maximum: range.upperBound.isFinite ? range.upperBound : nil
    ).words
  }
}
