import Casting

/// What a roster holds, as far as it helps to say what is wanted of it.
package struct RosterContents: Sendable {
  /// How many creators have something.
  package struct Count: Equatable, Sendable {
    package var name: String
    package var creators: Int

    package init(name: String, creators: Int) {
      self.name = name
      self.creators = creators
    }
  }

  /// What deals of one kind cost.
  package struct Fees: Equatable, Sendable {
    /// Nil: of every format without fees of its own.
    package var format: DealFormat?
    /// Those whose fee is known.
    package var creators: Int
    /// Money, one deal with each of them.
    package var total: Double
    /// Money.
    package var median: Double

    package init(format: DealFormat?, creators: Int, total: Double, median: Double) {
      self.format = format
      self.creators = creators
      self.total = total
      self.median = median
    }
  }

  package let creators: Int
  /// The most frequent first, then in the order of the file; those without one are left out.
  package let platforms: [Count]
  /// From the smallest; tiers of nobody are left out.
  package let tiers: [(tier: Tier, creators: Int)]
  /// As platforms.
  package let tags: [Count]
  package let fees: [Fees]
  /// Formats of a campaign that states none.
  package let formats: [DealFormat]
  /// The audience assumed where none is known, of a brief that states none: in thousandths.
  package let femaleShare: Double
  /// By age band; adds to 1.
  package let ages: [Double]

  package init(_ roster: Roster) {
    creators = roster.count
    platforms = Self.counts(
      roster.platforms.codes.map { roster.platforms.levels[Int($0)] })
    let all = roster.tiers
    tiers = Tier.allCases.map { tier in (tier, all.count { $0 == tier }) }.filter { $0.1 > 0 }
    tags = Self.counts(
      (0..<roster.count).lazy.flatMap { NicheTags.split(roster.niches[$0]) })
    fees =
      [(nil, roster.fees)].compactMap(Self.fees)
      + DealFormat.simple.compactMap { Self.fees($0, roster.formatFees[$0.index]) }
    formats = CampaignFormats(roster: roster, brief: Brief()).inPlay
    let mix = AudienceEstimate(roster: roster, brief: Brief()).defaultMix
    let bands = AudienceCells.ageBands.count
    let women = mix[..<bands].reduce(0, +)
    femaleShare = Thousandths.shares([women, 1 - women])[0]
    ages = Thousandths.shares((0..<bands).map { mix[$0] + mix[bands + $0] })
  }

  private static func counts(_ names: some Sequence<String>) -> [Count] {
    var counts: [Count] = []
    var places: [String: Int] = [:]
    for name in names where !name.isEmpty {
      if let place = places[name] {
        counts[place].creators += 1
      } else {
        places[name] = counts.count
        counts.append(Count(name: name, creators: 1))
      }
    }
    let order = counts.indices.sorted { (-counts[$0].creators, $0) < (-counts[$1].creators, $1) }
    return order.map { counts[$0] }
  }

  private static func fees(_ format: DealFormat?, _ column: NumberColumn) -> Fees? {
    let known = column.values.filter { !$0.isNaN }.sorted()
    guard !known.isEmpty else { return nil }
    let middle = known.count / 2
    return Fees(
      format: format, creators: known.count, total: known.reduce(0, +),
      median: known.count % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2)
  }
}

/// Shares that people read and type.
enum Thousandths {
  /// Shares of a whole rounded to thousandths, so that they still add to it: the largest remainders
  /// go up.
  static func shares(_ shares: [Double]) -> [Double] {
    let scaled = shares.map { $0 * 1000 }
    var whole = scaled.map { $0.rounded(.down) }
    let missing = Int((1000 - whole.reduce(0, +)).rounded())
    let order = shares.indices.sorted {
      (whole[$0] - scaled[$0], $0) < (whole[$1] - scaled[$1], $1)
    }
    for place in order.prefix(max(0, missing)) { whole[place] += 1 }
    return whole.map { $0 / 1000 }
  }
}
