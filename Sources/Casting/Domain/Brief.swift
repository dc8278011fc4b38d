/// What the campaign tries to get most of; the unit of every value in a plan.
public enum Objective: String, CaseIterable, Sendable, Codable {
  /// Gross merchandise value, JPY.
  case gmv
  /// Margin less the cost of the deals, JPY.
  case profit
  /// Margin over the customer's lifetime orders less the cost of the deals, JPY.
  case ltv
  /// Orders.
  case orders
  /// People.
  case reach

  /// Whether the cost of the plan is subtracted from its value.
  public var subtractsCost: Bool { self == .profit || self == .ltv }

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
  public var campaign = ""
  public var objective = Objective.gmv
  /// JPY; nil until `--budget` gives it.
  public var budget: Double?
  /// In units of the objective: the least spend that reaches it is wanted, within the budget if one
  /// is given.
  public var target: Double?
  /// Value per yen: spending ends where one more yen earns less.
  public var minimumMarginalReturn: Double?
  public var window: CampaignWindow?
  /// Nil: the formats that have a fee column of their own, else live.
  public var formats: [DealFormat]?
  public var requiredUplink = CampaignDefaults.requiredUplink
  public var quotas: [Quota] = []
  public var spendPerCreator: SpendLimit?
  public var exclusiveCategories = false
  /// In the order of the brief; of one agency the last one counts.
  public var agencyLimits: [AgencyLimit] = []
  public var locks: [Lock] = []
  public var bans: [DealFilter] = []
  /// Groups of creator ids of whom at most one is cast.
  public var apart: [[String]] = []
  /// Groups of creator ids who are all cast, or none of them.
  public var together: [[String]] = []
  /// The last plan, of which only so many deals may change.
  public var keep: KeptPlan?
  /// Limits of rules that are not castplan's own, by what these call them: nothing here reads them.
  public var furtherLimits: [String: Double] = [:]
  public var affinityConcentration = CampaignDefaults.affinityConcentration
  public var saturation = SaturationCurve.randomDuplication
  public var audience: AudienceMix?
  /// By age band, defaults where the brief says nothing.
  public var ageWeights = CampaignDefaults.ageWeights
  /// Added to the relationship, by certification level: 0.15 is +15 %.
  public var certificationBonus: [String: Double] = [:]
  public var announcements: Announcements?
  /// Orders the campaign can serve; infinite when unlimited.
  public var orderCapacity = Double.infinity
  /// Orders per effectively reached person, for products without their own.
  public var conversion = CampaignDefaults.conversion
  /// How many times the variance that casting can diversify is taken off a plan's worth, per unit of
  /// the objective.
  public var riskAversion = 0.0
  public var uncertainty = OutcomeSpreads()
  /// Niches added to the built-in taxonomy.
  public var niches: [NicheDefinition] = []
  /// Canonical column name to the header in the user's file.
  public var columns: [String: String] = [:]

  public init() {}
}

/// The days in which deals take place, both ends included.
public struct CampaignWindow: Sendable, Equatable {
  public var from: CalendarDay
  public var to: CalendarDay

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
  public var id: String
  public var parent: String
  public var words: [String]

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

  public init(femaleShare: Double, ageShares: [Double]) {
    self.femaleShare = femaleShare
    self.ageShares = ageShares
  }
}

/// Repeated announcements of a stream: views × (1 + lift · (1 − Π(1 − strength))).
public struct Announcements: Sendable, Equatable {
  public struct Stage: Sendable, Equatable {
    public var name: String
    /// Hours between the announcement and the stream.
    public var hoursBefore: Double
    /// 0…1.
    public var strength: Double

    public init(name: String, hoursBefore: Double, strength: Double) {
      self.name = name
      self.hoursBefore = hoursBefore
      self.strength = strength
    }
  }

  public var stages: [Stage]
  /// Largest gain in viewers, rate.
  public var lift: Double

  public init(stages: [Stage], lift: Double) {
    self.stages = stages
    self.lift = lift
  }

  /// The factor on the views of a live deal.
  public var viewMultiplier: Double {
    1 + lift * (1 - stages.reduce(1.0) { $0 * (1 - $1.strength) })
  }
}
