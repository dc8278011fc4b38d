/// What creators ask for a deal in each format, as far as they offer it.
///
/// A format's own column counts, in which an empty cell means not offered, and a word that asks for a quote
/// is an offer; else the common fee; else an estimate from followers. A package without a column costs what
/// its parts do, less its discount.
package struct OfferedFees {
  private let roster: Roster
  private let terms: DealTerms
  /// For a follower, by code of the platform; NaN where it is not known what a yen is worth.
  private let rates: [Double]

  package init(_ roster: Roster, _ terms: DealTerms) {
    self.roster = roster
    self.terms = terms
    rates = roster.platforms.levels.map {
      CampaignDefaults.yenPerFollower(platform: $0).middle * (terms.yenRate ?? .nan)
    }
  }

  /// Money, NaN where the format is not offered, and how well that is known; n × formats, row-major.
  package func fees(of formats: [DealFormat]) -> ([Double], [Grade]) {
    var fees = [Double](repeating: 0, count: roster.count * formats.count)
    var grades = [Grade](repeating: .measured, count: roster.count * formats.count)
    for (place, format) in formats.enumerated() {
      let column = column(format)
      let parts = parts(of: format)
      for creator in 0..<roster.count {
        let deal = creator * formats.count + place
        (fees[deal], grades[deal]) =
          parts.isEmpty ? fee(creator, column) : sum(creator, parts, of: format)
      }
    }
    return (fees, grades)
  }

  /// Money of one creator; NaN where she does not offer the format.
  package func fee(creator: Int, format: DealFormat) -> Double {
    let parts = parts(of: format)
    return parts.isEmpty
      ? fee(creator, column(format)).0 : sum(creator, parts, of: format).0
  }

  // MARK: Columns

  /// Where the fees of a format stand.
  private struct Column {
    var fees: NumberColumn
    var lows: NumberColumn
    /// Whether they are of the format alone.
    var isOwn: Bool
    /// Whether the only fee of a creator is for something else, by code of what it pays for; empty where
    /// nothing is known of that.
    var paysForOthers: [Bool]
  }

  private func column(_ format: DealFormat) -> Column {
    let own = roster.ownFees(format)
    guard !own.isPresent else {
      return Column(
        fees: own, lows: roster.ownFeeLows(format), isOwn: true, paysForOthers: [])
    }
    var column = common
    column.paysForOthers = roster.feeFormats.levels.map { !$0.isEmpty && $0 != format.rawValue }
    return column
  }

  /// Fees for whatever has no column of its own.
  private var common: Column {
    Column(fees: roster.fees, lows: roster.feeLows, isOwn: false, paysForOthers: [])
  }

  @inline(__always)
  private func fee(_ creator: Int, _ column: Column) -> (Double, Grade) {
    if !column.paysForOthers.isEmpty,
      column.paysForOthers[Int(roster.feeFormats.codes[creator])]
    {
      return (.nan, .measured)
    }
    let (number, low) = (column.fees[creator], column.lows[creator])
    if number.isNaN {
      let isOut = low == .infinity ? terms.askPolicy == .exclude : column.isOwn
      let fee = isOut ? .nan : estimate(creator)
      return fee.isNaN ? (.nan, .measured) : (fee, .estimated)
    }
    return (low < number ? terms.feePolicy.amount(from: low, to: number) : number, .measured)
  }

  /// Money by what is usual for a follower on her platform.
  private func estimate(_ creator: Int) -> Double {
    roster.followers[creator] * rates[Int(roster.platforms.codes[creator])]
  }

  // MARK: What is known of one

  /// What the roster says of a fee; nil where the format is not offered.
  package func stated(creator: Int, format: DealFormat) -> StatedFee? {
    let parts = parts(of: format)
    guard !parts.isEmpty, !isPaidAsWhole(creator, format) else {
      return stated(creator, parts.isEmpty ? column(format) : common)
    }
    var whole: StatedFee?
    for part in parts {
      guard let fee = stated(creator, part.column) else { return nil }
      whole = fee.times(part.count).added(to: whole)
    }
    return whole?.times(1 - (format.package?.discount ?? 0))
  }

  private func stated(_ creator: Int, _ column: Column) -> StatedFee? {
    guard !fee(creator, column).0.isNaN else { return nil }
    return StatedFee(
      column.fees[creator], low: column.lows[creator], terms.feePolicy,
      estimate: estimate(creator))
  }

  // MARK: Packages without a column

  /// How many estimates of a fee go into that of a package.
  package func estimates(creator: Int, format: DealFormat) -> Double {
    let estimated = parts(of: format).filter { fee(creator, $0.column).1 == .estimated }
    return estimated.reduce(0) { $0 + $1.count } * (1 - (format.package?.discount ?? 0))
  }

  private struct Part {
    var column: Column
    var count: Double
  }

  private func parts(of format: DealFormat) -> [Part] {
    guard let package = format.package, !roster.ownFees(format).isPresent else { return [] }
    return package.parts.map { Part(column: column($0.format), count: Double($0.count)) }
  }

  /// Whether her only fee is the package's.
  private func isPaidAsWhole(_ creator: Int, _ format: DealFormat) -> Bool {
    roster.feeFormats.count > creator && roster.feeFormats[creator] == format.rawValue
  }

  /// The parts' fees together; NaN where she does not offer one of them.
  private func sum(_ creator: Int, _ parts: [Part], of format: DealFormat) -> (Double, Grade) {
    if isPaidAsWhole(creator, format) { return fee(creator, common) }
    var (sum, grade) = (0.0, Grade.measured)
    for part in parts {
      let (fee, known) = fee(creator, part.column)
      sum += fee * part.count
      grade = max(grade, known)
    }
    return (sum * (1 - (format.package?.discount ?? 0)), grade)
  }
}

extension Roster {
  /// What is usual for a follower on her platform, in the campaign's currency; nil where it is not known what a yen
  /// is worth in it.
  package func usualFee(perFollowerOf creator: Int, _ terms: DealTerms) -> FeeRate? {
    terms.yenRate.map {
      CampaignDefaults.yenPerFollower(platform: platforms[creator]).exchanged(at: $0)
    }
  }

  /// By what is usual for a follower on her platform; NaN where that is not known.
  package func estimatedFee(_ creator: Int, _ terms: DealTerms) -> Double {
    followers[creator] * (usualFee(perFollowerOf: creator, terms)?.middle ?? .nan)
  }

  /// What the roster says of the fee in a format; nil where she does not offer it.
  package func statedFee(
    creator: Int, format: DealFormat, _ terms: DealTerms
  ) -> StatedFee? {
    OfferedFees(self, terms).stated(creator: creator, format: format)
  }
}
