/// What creators ask for a deal in each format, as far as they offer it.
///
/// A format's own column counts, in which an empty cell means not offered; else the common fee, else an
/// estimate from followers. A package without a column costs what its parts do, less its discount.
package struct OfferedFees {
  private let roster: Roster
  /// JPY for a follower, by code of the platform.
  private let rates: [Double]

  package init(_ roster: Roster) {
    self.roster = roster
    rates = roster.platforms.levels.map {
      CampaignDefaults.yenPerFollower(platform: $0).middle
    }
  }

  /// JPY, NaN where the format is not offered, and how well that is known; n × formats, row-major.
  package func fees(of formats: [DealFormat]) -> ([Double], [Grade]) {
    var fees = [Double](repeating: 0, count: roster.count * formats.count)
    var grades = [Grade](repeating: .measured, count: roster.count * formats.count)
    for (place, format) in formats.enumerated() {
      let (own, other) = (roster.ownFees(format), paysForOthers(format))
      let parts = parts(of: format)
      for creator in 0..<roster.count {
        let deal = creator * formats.count + place
        (fees[deal], grades[deal]) =
          parts.isEmpty
          ? fee(creator, own, other) : sum(creator, parts, of: format)
      }
    }
    return (fees, grades)
  }

  /// JPY of one creator; NaN where she does not offer the format.
  package func fee(creator: Int, format: DealFormat) -> Double {
    let parts = parts(of: format)
    return parts.isEmpty
      ? fee(creator, roster.ownFees(format), paysForOthers(format)).0
      : sum(creator, parts, of: format).0
  }

  /// Whether the only fee of a creator is for something else, by code of what it pays for; empty where nothing
  /// is known of that.
  private func paysForOthers(_ format: DealFormat) -> [Bool] {
    roster.feeFormats.levels.map { !$0.isEmpty && $0 != format.rawValue }
  }

  @inline(__always)
  private func fee(_ creator: Int, _ own: NumberColumn, _ other: [Bool]) -> (Double, Grade) {
    if own.isPresent { return (own[creator], .measured) }
    if !other.isEmpty, other[Int(roster.feeFormats.codes[creator])] { return (.nan, .measured) }
    let common = roster.fees[creator]
    if !common.isNaN { return (common, .measured) }
    return (roster.followers[creator] * rates[Int(roster.platforms.codes[creator])], .estimated)
  }

  // MARK: Packages without a column

  /// How many estimates of a fee go into that of a package.
  package func estimates(creator: Int, format: DealFormat) -> Double {
    let parts = parts(of: format)
    let estimated = parts.filter { fee(creator, $0.own, $0.paysForOthers).1 == .estimated }
    return estimated.reduce(0) { $0 + $1.count } * (1 - (format.package?.discount ?? 0))
  }

  private struct Part {
    var own: NumberColumn
    var paysForOthers: [Bool]
    var count: Double
  }

  private func parts(of format: DealFormat) -> [Part] {
    guard let package = format.package, !roster.ownFees(format).isPresent else { return [] }
    return package.parts.map {
      Part(
        own: roster.ownFees($0.format), paysForOthers: paysForOthers($0.format),
        count: Double($0.count))
    }
  }

  /// The parts' fees together; NaN where she does not offer one of them. Her only fee is the package's where
  /// it says so.
  private func sum(_ creator: Int, _ parts: [Part], of format: DealFormat) -> (Double, Grade) {
    let only = roster.feeFormats.count > creator ? roster.feeFormats[creator] : ""
    if only == format.rawValue { return fee(creator, NumberColumn(), []) }
    var (sum, grade) = (0.0, Grade.measured)
    for part in parts {
      let (fee, known) = fee(creator, part.own, part.paysForOthers)
      sum += fee * part.count
      grade = max(grade, known)
    }
    return (sum * (1 - (format.package?.discount ?? 0)), grade)
  }
}
