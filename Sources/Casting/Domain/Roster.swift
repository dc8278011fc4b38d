/// How a creator works for the user.
public enum Employment: String, CaseIterable, Sendable {
  case external, trainee
  case inHouse = "in_house"
}

/// The creators that may be cast, as read: a column per attribute, missing values still missing.
///
/// Rows keep the order of the file. Every column that is present has `count` rows; text and
/// category columns are always present (empty cells where the file had none), number columns may
/// be absent. Nothing here is estimated.
public struct Roster: Sendable {
  /// Unlike each other; how plans name creators.
  public var creatorIDs = TextColumn()
  /// For people.
  public var names = TextColumn()
  /// Whose account each row is; "" where the row stands for itself. Rows of one person share her slots
  /// and what may be spent on one creator.
  public var persons = TextColumn()
  /// Account names as written.
  public var handles = TextColumn()
  /// Addresses of pages as written.
  public var urls = TextColumn()
  /// As `tiktok`: what typical numbers of views, engagement and fees are looked up by.
  public var platforms = CategoryColumn()
  /// As written; what filters go by.
  public var regions = CategoryColumn()
  /// As written; what filters go by.
  public var languages = CategoryColumn()
  /// Who represents her; "" is nobody.
  public var agencies = CategoryColumn()
  /// `external`, `in_house` or `trainee`; validated when read.
  public var employments = CategoryColumn()
  /// Level names, free text; "" is none.
  public var certifications = CategoryColumn()
  /// Tags as written; `NicheTags` parts them.
  public var niches = TextColumn()
  /// What creators must not promote, in the plain form of `CreatorExclusion`.
  public var exclusions = TextColumn()
  /// What creators did of late and for whom, in the plain form of `CreatorExclusion`.
  public var recentWorks = TextColumn()
  /// What creators write about themselves; compared with niches and products.
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
  /// Posts that the engagement rate was measured over: few of them count less.
  public var postsSampled = NumberColumn()
  /// Rates 0…1.
  public var replyRates = NumberColumn()
  /// Share of viewers who come again, 0…1.
  public var repeatViewerShares = NumberColumn()
  /// Share of followers who are people, 0…1.
  public var authenticShares = NumberColumn()
  /// Money per deal, for every format without a column of its own.
  public var fees = NumberColumn()
  /// The format that her only fee pays for, by its raw value; "" where the fee is for any.
  public var feeFormats = CategoryColumn()
  /// Money per deal by `DealFormat.index`; a missing cell of a present column: not offered.
  public var formatFees = [NumberColumn](repeating: NumberColumn(), count: 4)
  /// Money: lower ends of the fees that are ranges, of which `fees` has the upper ones; ∞ beside a missing
  /// fee that is to be asked for.
  public var feeLows = NumberColumn()
  /// The same of `formatFees`; a fee to be asked for is an offer.
  public var formatFeeLows = [NumberColumn](repeating: NumberColumn(), count: 4)
  /// The same of packages, in the order of their brief; those that are missing have no column.
  public var packageFees: [PackageFees] = []
  /// Share of sales 0…1.
  public var commissions = NumberColumn()
  /// Money for every order that she brings, in place of a share of sales: the larger of the two counts.
  public var paysPerOrder = NumberColumn()
  /// Money per deal for samples, studio and travel.
  public var extras = NumberColumn()
  /// Money for the right to use what she makes.
  public var usageFees = NumberColumn()
  /// How many months of that right the fee pays for; missing: as many as are asked for.
  public var usageMonths = NumberColumn()
  /// Money per deal, minimum of fee and commission together.
  public var guarantees = NumberColumn()
  /// Money once, if the creator is cast at all.
  public var activationCosts = NumberColumn()
  /// Deals available in the campaign window.
  public var slots = NumberColumn()
  /// Deals of a person with several accounts, by `persons`, where they are not the most of any of them.
  package var personSlots: [String: Double] = [:]
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
  /// The last day of each creator, as `availableFrom` is the first; both included.
  public var availableTo: [CalendarDay?] = []
  /// Own embeddings, row-major `count` × `embeddingDimensions`, unit length not required.
  public var embeddings: [Float] = []
  /// k; 0 without embeddings.
  public var embeddingDimensions = 0

  /// No creators: columns are set one after another, then `completed` checks them.
  public init() {}

  /// n: how many creators there are.
  public var count: Int { creatorIDs.count }

  /// The tier that the file states, else the one that her followers make.
  ///
  /// - Parameter creator: row.
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
