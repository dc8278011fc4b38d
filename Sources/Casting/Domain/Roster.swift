/// How a creator works for the user.
public enum Employment: String, CaseIterable, Sendable {
  case external, trainee
  case inHouse = "in_house"
}

/// The creators that may be cast, as read: a column per attribute, missing values still missing.
///
/// Rows keep the order of the file. Every column that is present has `count` rows; text and
/// category columns are always present (empty cells where the file had none), number columns may
/// be absent. Nothing here is estimated: see `ResolvedRoster`.
public struct Roster: Sendable {
  public var creatorIDs = TextColumn()
  public var names = TextColumn()
  public var handles = TextColumn()
  public var urls = TextColumn()
  public var platforms = CategoryColumn()
  public var regions = CategoryColumn()
  public var languages = CategoryColumn()
  public var agencies = CategoryColumn()
  /// `external`, `in_house` or `trainee`; validated when read.
  public var employments = CategoryColumn()
  /// Level names, free text; "" is none.
  public var certifications = CategoryColumn()
  /// Tags as written, separated by `;`, `、` or `|`.
  public var niches = TextColumn()
  public var bios = TextColumn()

  /// People. Never missing.
  public var followers = NumberColumn()
  /// A tier name where the file states one, else "".
  public var statedTiers = CategoryColumn()
  /// Viewers of one deal, for every format without a column of its own.
  public var averageViews = NumberColumn()
  /// Viewers of one deal by `DealFormat.index`.
  public var formatViews = [NumberColumn](repeating: NumberColumn(), count: 4)
  /// Interactions per follower, rate.
  public var engagementRates = NumberColumn()
  public var postsSampled = NumberColumn()
  /// Rates 0…1.
  public var replyRates = NumberColumn()
  public var repeatViewerShares = NumberColumn()
  public var authenticShares = NumberColumn()
  /// JPY per deal, for every format without a column of its own.
  public var fees = NumberColumn()
  /// JPY per deal by `DealFormat.index`; a missing cell of a present column: not offered.
  public var formatFees = [NumberColumn](repeating: NumberColumn(), count: 4)
  /// Share of sales 0…1.
  public var commissions = NumberColumn()
  /// JPY per deal, minimum of fee and commission together.
  public var guarantees = NumberColumn()
  /// JPY once, if the creator is cast at all.
  public var activationCosts = NumberColumn()
  /// Deals available in the campaign window.
  public var slots = NumberColumn()
  /// Measured upload speed, Mbit/s.
  public var uplinks = NumberColumn()
  /// Female share of the audience, 0…1.
  public var femaleShares = NumberColumn()
  /// Audience share by age band (`AudienceCells.ageBands`); normalised when read.
  public var ageShares = [NumberColumn](repeating: NumberColumn(), count: 6)
  /// Groups that `cellShares` divides audiences into.
  public var audienceCells = AudienceCells.ageByGender
  /// Audience share of every cell, row-major `count` × S, in place of ages and genders: a row adds
  /// to 1, or is NaN where the audience is unknown. Empty when no table of cells was given.
  public var cellShares: [Double] = []
  /// Empty when the file has no such column.
  public var availableFrom: [CalendarDay?] = []
  public var availableTo: [CalendarDay?] = []
  /// Own embeddings, row-major `count` × `embeddingDimensions`, unit length not required.
  public var embeddings: [Float] = []
  public var embeddingDimensions = 0

  public init() {}

  public var count: Int { creatorIDs.count }

  public func tier(_ creator: Int) -> Tier {
    Tier(rawValue: statedTiers[creator]) ?? Tier(followers: followers[creator])
  }

  /// Tiers of all creators; n.
  public var tiers: [Tier] {
    let stated = statedTiers.levels.map { Tier(rawValue: $0) }
    return (0..<count).map {
      stated[Int(statedTiers.codes[$0])] ?? Tier(followers: followers[$0])
    }
  }
}
