/// What the campaign tries to get most of; the unit of every value in a plan.
public enum Objective: String, CaseIterable, Sendable, Codable {
  /// Gross merchandise value, money.
  case gmv
  /// Margin less the cost of the deals, money.
  case profit
  /// Margin over the customer's lifetime orders less the cost of the deals, money.
  case ltv
  /// Orders.
  case orders
  /// People.
  case reach

  /// Whether the cost of the plan is subtracted from its value.
  package var subtractsCost: Bool { self == .profit || self == .ltv }

  /// Whether values are yen.
  public var isMoney: Bool { self == .gmv || subtractsCost }
}

/// How reach of one product adds up over several creators, model (5).
public enum SaturationCurve: String, CaseIterable, Sendable, Codable {
  case randomDuplication = "random-duplication"
  case logarithmic
  case none
}

/// A campaign: what is wanted and the rules a plan obeys. Every field but the budget has a default.
public struct Brief: Sendable {
  /// The campaign's name, as reports show it.
  public var campaign = ""
  /// What a plan is to bring most of; gross merchandise value by default.
  public var objective = Objective.gmv
  /// Money; nil until `--budget` gives it.
  public var budget: Double?
  /// In units of the objective: the least spend that reaches it is wanted, within the budget if one
  /// is given.
  public var target: Double?
  /// Value per yen: spending ends where one more yen earns less.
  public var minimumMarginalReturn: Double?
  /// The days in which deals take place; nil: creators' days do not matter.
  public var window: CampaignWindow?
  /// Nil: the formats that have a fee column of their own, else live; and all packages.
  public var formats: [DealFormat]?
  /// Formats of the campaign's own, each with a name unlike the others'. Where `formats` is nil all of them
  /// are in play.
  public var packages: [DealPackage] = []
  /// Mbit/s that a stream needs to arrive; counts where a creator's own is known.
  public var requiredUplink = CampaignDefaults.requiredUplink
  /// Limits on groups of deals, in the order of the brief.
  public var quotas: [Quota] = []
  /// Whether deals are counted by their viewers though no quota here does: one that was left out may come back.
  package var countsViews = false
  /// The same for what they publish.
  package var countsPosts = false
  /// The most that the deals of one creator may cost together, activation aside; nil: no limit.
  public var spendPerCreator: SpendLimit?
  /// Whether a creator promotes at most one product of a category.
  public var exclusiveCategories = false
  /// In the order of the brief; of one agency the last one counts.
  public var agencyLimits: [AgencyLimit] = []
  /// Creators who must be cast, whatever they bring.
  public var locks: [Lock] = []
  /// Deals that must not be made: all that one of the filters selects.
  public var bans: [DealFilter] = []
  /// What share of their audience are certain people, of creators who may be cast; nil: any.
  public var audienceTarget: AudienceShare?
  /// Brands for which creators must not have worked of late; nil: for whom they worked does not matter.
  public var competitors: CompetitorTerms?
  /// Groups of creator ids of whom at most one is cast.
  public var apart: [[String]] = []
  /// Groups of creator ids who are all cast, or none of them.
  public var together: [[String]] = []
  /// The last plan, of which only so many deals may change.
  public var keep: KeptPlan?
  /// Limits of rules that are not castplan's own, by what these call them: nothing here reads them.
  package var furtherLimits: [String: Double] = [:]
  /// κ: how much niches matter, as affinity is exp(κ (cos − 1)); 0: not at all.
  public var affinityConcentration = CampaignDefaults.affinityConcentration
  /// How reach of one product adds up over creators who share an audience.
  public var saturation = SaturationCurve.randomDuplication
  /// Audience assumed of creators without one of their own, and of the market; nil: built-in
  /// figures.
  public var audience: AudienceMix?
  /// By age band, defaults where the brief says nothing.
  public var ageWeights = CampaignDefaults.ageWeights
  /// Added to the relationship, by certification level: 0.15 is +15 %.
  public var certificationBonus: [String: Double] = [:]
  /// Announcements of streams, which raise the views of live deals; nil: none.
  public var announcements: Announcements?
  /// Orders the campaign can serve; infinite when unlimited.
  public var orderCapacity = Double.infinity
  /// Orders per effectively reached person of a live deal, for products without their own.
  public var conversion = CampaignDefaults.conversion(.live)
  /// The same of other formats; those that are missing follow that of live deals, as the defaults do.
  public var formatConversions: [DealFormat: Double] = [:]
  /// How many times the variance that casting can diversify is taken off a plan's worth, per unit of
  /// the objective.
  public var riskAversion = 0.0
  /// How widely outcomes are drawn around what is expected.
  public var uncertainty = OutcomeSpreads()
  /// What deals cost beyond fee and product, and how amounts are taxed.
  public var terms = DealTerms()
  /// Niches added to the built-in taxonomy.
  public var niches: [NicheDefinition] = []
  /// How the tables are to be read.
  public var tables = TableStatements()

  /// Every field at its default; planning needs a budget, a target or a minimum return beside.
  public init() {}
}

/// The days in which deals take place, both ends included.
public struct CampaignWindow: Sendable, Equatable {
  /// The first day.
  public var from: CalendarDay
  /// The last day, not before the first.
  public var to: CalendarDay

  /// The days from one to another, both included.
  public init(from: CalendarDay, to: CalendarDay) {
    self.from = from
    self.to = to
  }
}

/// A limit in yen, or as a share of the budget.
public enum SpendLimit: Sendable, Equatable {
  case yen(Double)
  case shareOfBudget(Double)
}

/// One niche of the taxonomy: an id, the parent's id or "", and the words that mean it.
public struct NicheDefinition: Sendable, Equatable, Codable {
  /// Name of the niche, unlike any other.
  public var id: String
  /// Id of the niche that it belongs to; "" for one at the top.
  public var parent: String
  /// Words and phrases that mean it, in any language.
  public var words: [String]

  /// A niche of the user's own, for `Brief.niches`.
  public init(id: String, parent: String, words: [String]) {
    self.id = id
    self.parent = parent
    self.words = words
  }
}

/// The audience mix assumed where a creator's own is unknown, and of the market.
public struct AudienceMix: Sendable, Equatable {
  /// 0…1.
  public var femaleShare: Double
  /// By age band; sums to 1.
  public var ageShares: [Double]

  /// A mix, its ages assumed alike for both genders.
  ///
  /// - Parameter ageShares: by `AudienceCells.ageBands`; sum to 1.
  public init(femaleShare: Double, ageShares: [Double]) {
    self.femaleShare = femaleShare
    self.ageShares = ageShares
  }
}

/// Repeated announcements of a stream: views × (1 + lift · (1 − Π(1 − strength))).
public struct Announcements: Sendable, Equatable {
  /// One announcement before the stream.
  public struct Stage: Sendable, Equatable {
    /// What the brief calls it.
    public var name: String
    /// Hours between the announcement and the stream.
    public var hoursBefore: Double
    /// 0…1.
    public var strength: Double

    /// An announcement at a time, with its strength.
    public init(name: String, hoursBefore: Double, strength: Double) {
      self.name = name
      self.hoursBefore = hoursBefore
      self.strength = strength
    }
  }

  /// One after the other; their order does not matter.
  public var stages: [Stage]
  /// Largest gain in viewers, rate.
  public var lift: Double

  /// Announcements, and the most that they can do together.
  public init(stages: [Stage], lift: Double) {
    self.stages = stages
    self.lift = lift
  }

  /// The factor on the views of a live deal.
  package var viewMultiplier: Double {
    1 + lift * (1 - stages.reduce(1.0) { $0 * (1 - $1.strength) })
  }
}
