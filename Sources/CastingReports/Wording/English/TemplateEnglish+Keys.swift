/// What the values of a brief mean, in English.
extension TemplateEnglish {
  /// By the path of a key.
  static let keys: [String: String] = {
    var keys = goal.merging(money) { $1 }.merging(rules) { $1 }.merging(response) { $1 }.merging(
      spreads
    ) { $1 }
    for (name, age) in ages {
      keys["audience.age_" + name] =
        "The share of the audience aged \(age). Ages not given share the rest."
      keys["age_weight.age_" + name] = "How likely people aged \(age) are to buy; 1 is usual."
    }
    return keys
  }()

  private static let ages = [
    ("13_19", "13-19"), ("20_29", "20-29"), ("30_39", "30-39"), ("40_49", "40-49"),
    ("50_59", "50-59"), ("60_plus", "60+"),
  ]

  private static let goal = [
    "campaign": "What the campaign is called.",
    "objective": "What a plan gets most of: gmv (sales), profit, ltv, orders or reach.",
    "budget": "JPY that may be spent: fees, commissions, products given, activation.",
    "target.value": "Find the least spend that reaches this, in units of the objective.",
    "minimum_marginal_return": "Stop spending where one more yen brings less than this.",
    "window.from": "The first day.",
    "window.to": "The last day.",
    "packages":
      "Several formats for one fee, as {launch: {live: 1, story: 2}}: formats of your own, with fees in a column "
      + "fee_launch.",
    "formats":
      "live, video, post and story, with ; between them; if empty, those with a fee column.",
    "columns": "Headers of your own tables, as {name: Stage name, fee: \"#5\"}.",
  ]

  private static let money = [
    "fee_policy": "Which amount of a fee that is a range counts: high (if empty), middle or low.",
    "ask_policy": "Fees to be asked for: estimate (if empty) or exclude.",
    "extras": "JPY per deal for samples, studio and travel, where the creator's row does not say.",
    "usage.months": "Months for which the right to use what creators make is bought.",
    "usage.rate": "Its price as a share of the fee, where a creator does not say; 30% if empty.",
    "tax.rate": "The rate of tax; if empty, nothing is said of tax.",
    "tax.fees": "Whether fees include tax: excluded (if empty) or included.",
    "tax.budget": "Whether the budget includes tax: excluded (if empty) or included.",
    "tax.prices": "Whether prices include tax: included (if empty) or excluded.",
    "agency.rate": "What an agency adds to every cost, as a share; the budget is the client's.",
    "agency.per_deal": "JPY that the agency adds for every deal.",
    "agency.fixed": "JPY that the agency adds for the campaign.",
    "exchange_rates": "JPY that one of another currency is worth, as {USD: 150}.",
  ]

  private static let rules = [
    "lock":
      "Ids of creators who must be cast, with ; between them; {creator: C1, product: P1} for a product.",
    "ban":
      "Ids of creators who must not be cast, with ; between them; {agency: Acme} for an agency.",
    "competitors.brands":
      "Creators whose column recent has one of these are left out; with ; between them.",
    "competitors.within_days":
      "How many days before the first day they must not have worked for one.",
    "apart": "Groups of whom at most one is cast, as [[C1, C2], [C3, C4, C5]].",
    "together": "Groups of whom all are cast or none, as [[C1, C2]].",
    "spend_per_creator.max": "The most JPY for one creator; this or the share below, not both.",
    "spend_per_creator.max_share_of_budget": "The most for one creator, as a share of the budget.",
    "exclusive_categories": "yes: a creator promotes one product of a category.",
    "agency_creators.max": "The most creators of one agency.",
    "keep.plan": "The last plan: its plan.json or its folder.",
    "keep.max_changes": "How many deals may come and go against the last plan.",
    "order_capacity": "Orders that can be served.",
    "required_uplink_mbps": "What a stream needs to arrive, in Mbps; 10 if empty.",
  ]

  private static let response = [
    "conversion":
      "Orders per person reached, of products without a rate of their own; 2% if empty.",
    "saturation": "How audiences saturate: random-duplication (if empty), logarithmic or none.",
    "affinity_concentration": "How much niches matter: 0 not at all, 3 if empty.",
    "certification_bonus.gold": "How much more the word of creators certified gold counts.",
    "certification_bonus.silver": "How much more the word of creators certified silver counts.",
    "certification_bonus.bronze": "The same for bronze. Add a row for each other level.",
    "announcements.lift": "How many more viewers announcements can bring at most.",
    "announcements.stages": "As [{name: teaser, days_before: 7, strength: 0.3}].",
    "niches": "Topics of your own, as [{name: molkky, parent: sports, words: [molkky]}].",
    "audience_target.cells":
      "Only creators with these people: female_20_29, female or 20_29, with ; between them.",
    "audience_target.min_share": "The least share that these people are of their audience.",
    "audience.female_share": "The share of women where a creator's audience is not known.",
  ]

  private static let spreads = [
    "risk_aversion": "How much scatter is avoided; 0 not at all.",
    "uncertainty.creator":
      "How far creators scatter (standard deviation of the logarithm), or {nano: 0.8, micro: 0.6}.",
    "uncertainty.estimated_views": "Added where views are estimated.",
    "uncertainty.unknown_affinity": "Added where nothing ties a creator to the product.",
    "uncertainty.unknown_relationship": "Added where no engagement is known.",
    "uncertainty.product": "How far products scatter.",
    "uncertainty.default_conversion": "Added where the conversion is the default.",
    "uncertainty.campaign": "How far the campaign scatters as a whole.",
  ]
}
