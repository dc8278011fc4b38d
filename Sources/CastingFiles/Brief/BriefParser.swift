import Casting
import Tables
import Yams

/// Turns the nodes of a brief into values, collecting every issue on the way.
struct BriefParser {
  let file: String
  /// Where lines come from, of a brief that is no text itself.
  let places: [Int: InputPlace]
  var issues = InputIssues()
  var loaded = BriefFile.Loaded()
  /// Of the campaign: marks beside amounts name no other.
  var currency = Currency.yen

  init(file: String, places: [Int: InputPlace] = [:]) {
    self.file = file
    self.places = places
  }

  /// Keys of a brief, in the order of files.md.
  static let keys = [
    "campaign", "objective", "budget", "target", "minimum_marginal_return", "window", "formats",
    "packages",
    "required_uplink_mbps", "quotas", "spend_per_creator", "exclusive_categories",
    "agency_creators",
    "lock", "ban", "audience_target", "competitors", "apart", "together", "keep",
    "affinity_concentration",
    "saturation", "audience",
    "age_weight", "certification_bonus", "announcements", "order_capacity", "conversion",
    "extras", "usage", "tax", "agency", "fee_policy", "ask_policy", "currency", "exchange_rates",
    "risk_aversion", "uncertainty", "niches", "columns",
    "roster",
    "products",
    "reading",
  ]

  mutating func readBrief(_ root: Node) {
    loaded.mentionsBudget = root.mapping == nil
    let entries = entries(root, InputSubject(.brief), Self.keys)
    // Other keys name them, wherever they stand.
    for entry in entries where entry.name == "currency" { readCurrency(entry) }
    for entry in entries where entry.name == "packages" { readPackages(entry) }
    for entry in entries where !["currency", "packages"].contains(entry.name) { readEntry(entry) }
    settleCompetitors(root)
  }

  private mutating func readEntry(_ entry: Entry) {
    switch entry.name {
    case "campaign": if let text = text(entry) { loaded.brief.campaign = text }
    case "objective":
      if let objective = choice(entry, Objective.self) { loaded.brief.objective = objective }
    case "saturation":
      if let curve = choice(entry, SaturationCurve.self) { loaded.brief.saturation = curve }
    case "exclusive_categories":
      if let flag = flag(entry) { loaded.brief.exclusiveCategories = flag }
    case "window": readWindow(entry)
    case "formats": readFormats(entry)
    case "quotas": readQuotas(entry)
    case "spend_per_creator": readSpendPerCreator(entry)
    case "agency_creators": readAgencyLimits(entry)
    case "lock": readLocks(entry)
    case "ban": readBans(entry)
    case "competitors": readCompetitors(entry)
    case "audience_target": readAudienceTarget(entry)
    case "apart": loaded.brief.apart = creatorGroups(entry)
    case "together": loaded.brief.together = creatorGroups(entry)
    case "audience": readAudience(entry)
    case "age_weight": readAgeWeights(entry)
    case "certification_bonus": readCertificationBonus(entry)
    case "announcements": readAnnouncements(entry)
    case "uncertainty": readUncertainty(entry)
    case "niches": readNiches(entry)
    case "columns": readColumns(entry)
    case "reading": loaded.reading = text(entry)
    case "roster": readTableValues(entry, of: .roster)
    case "products": readTableValues(entry, of: .products)
    case "target": readTarget(entry)
    case "minimum_marginal_return": readMinimumReturn(entry)
    case "keep": readKeep(entry)
    case "conversion": readConversion(entry)
    case "usage": readUsage(entry)
    case "tax": readTax(entry)
    case "agency": readAgency(entry)
    case "exchange_rates": readExchangeRates(entry)
    case "fee_policy":
      if let policy = choice(entry, FeePolicy.self) { loaded.brief.terms.feePolicy = policy }
    case "ask_policy":
      if let policy = choice(entry, AskPolicy.self) { loaded.brief.terms.askPolicy = policy }
    default: readNumberEntry(entry)
    }
  }

  private mutating func readNumberEntry(_ entry: Entry) {
    switch entry.name {
    case "budget": if let yen = number(entry, .yen) { loaded.brief.budget = yen }
    case "extras": if let yen = number(entry, .costs) { loaded.brief.terms.extras = yen }
    case "required_uplink_mbps":
      if let speed = number(entry, .bandwidth) { loaded.brief.requiredUplink = speed }
    case "affinity_concentration":
      if let kappa = number(entry, .amount) { loaded.brief.affinityConcentration = kappa }
    case "order_capacity":
      if let orders = number(entry, .amount) { loaded.brief.orderCapacity = orders }
    case "risk_aversion":
      if let aversion = number(entry, .amount) { loaded.brief.riskAversion = aversion }
    default: preconditionFailure("the key \(entry.name) is accepted but not read")
    }
  }
}
