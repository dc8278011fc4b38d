import Casting
import CastingPlanning

/// A what-if as the user asks for it: changes to a campaign, made together.
public struct ScenarioRequest: Sendable {
  /// Another fee of a creator.
  public struct Fee: Sendable {
    public var creatorID: String
    /// Nil: in every format she has a fee for.
    public var format: DealFormat?
    /// JPY.
    public var yen: Double

    public init(creatorID: String, format: DealFormat? = nil, yen: Double) {
      self.creatorID = creatorID
      self.format = format
      self.yen = yen
    }
  }

  /// What issues name: the option, or the place in a file.
  public var words: String
  /// As the row is called; nil: after its changes.
  public var name: String?
  /// JPY; nil: that of the campaign.
  public var budget: Double?
  /// Of the scenario, 0…1; nil where it is not told.
  public var probability: Double?
  public var edits: [BriefEdit] = []
  public var fees: [Fee] = []
  /// By their names in plans.
  public var droppedRules: [String] = []
  /// JPY added to a product's max_spend, by product id.
  public var productBudgets: [(productID: String, yen: Double)] = []

  public init(words: String, name: String? = nil) {
    self.words = words
    self.name = name
  }

  /// The campaign with all the changes.
  ///
  /// - Parameter briefPath: of the brief that the campaign was read from.
  public func scenario(
    of campaign: Campaign, briefPath: String?
  ) throws(InputError) -> Scenario {
    var issues = InputIssues()
    var made = Scenario(name: "", campaign: campaign, relation: .same)
    if !edits.isEmpty { made = try edited(campaign, briefPath) }
    if let budget { made = made.followed(by: Scenario(budget: budget, of: made.campaign)) }
    for fee in fees {
      guard let creator = campaign.roster.creatorIDs.firstRow(of: fee.creatorID) else {
        issues.append(.unknownID(words, "creator", fee.creatorID))
        continue
      }
      if let issue = fee.issue(words, creator, made.campaign) {
        issues.append(issue)
        continue
      }
      made = made.followed(
        by: Scenario(fee: fee.yen, ofCreator: creator, in: fee.format, of: made.campaign))
    }
    for rule in droppedRules {
      if let next = Scenario(dropping: rule, of: made.campaign) {
        made = made.followed(by: next)
      } else {
        issues.append(.unknownRule(words, rule, made.campaign))
      }
    }
    for (productID, yen) in productBudgets {
      let products = made.campaign.products.products
      guard let product = products.firstIndex(where: { $0.id == productID }) else {
        issues.append(.unknownID(words, "product", productID))
        continue
      }
      guard products[product].maximumSpend.isFinite else {
        issues.append(.productWithoutBudget(words, productID))
        continue
      }
      made = made.followed(by: Scenario(adding: yen, toSpendOf: product, of: made.campaign))
    }
    guard issues.isEmpty else { throw InputError(issues) }
    made.name = name ?? made.name
    return made
  }

  private func edited(_ campaign: Campaign, _ briefPath: String?) throws(InputError) -> Scenario {
    if let issue = edits.lazy.compactMap({ $0.issue(campaign) }).first {
      var issues = InputIssues()
      issues.append(issue)
      throw InputError(issues)
    }
    var edited = campaign
    edited.brief = try BriefFile.read(path: briefPath, editing: edits, of: campaign)
    // --budget goes before the brief's, but not before a budget that is asked about.
    if !edits.contains(where: { $0.key == "budget" }) {
      edited.brief.budget = campaign.brief.budget
    }
    // A lock or a ban more only forbids.
    return Scenario(
      name: edits.map { String($0.words.drop { $0 == "-" }) }.joined(separator: ", "),
      campaign: edited, relation: edits.allSatisfy(\.appends) ? .tightens : .other)
  }
}

extension ScenarioRequest.Fee {
  /// Why the edit would change nothing, or more than it says.
  fileprivate func issue(_ words: String, _ creator: Int, _ campaign: Campaign) -> InputIssue? {
    let roster = campaign.roster
    if campaign.deals.rows.contains(where: { $0.creator == creator }) {
      return InputIssue(
        file: words, what: "her deals in --deals have costs of their own", value: creatorID,
        rule: "a fee counts for deals that the table does not have",
        remedy: "change their cost in that table")
    }
    let own = DealFormat.allCases.filter { roster.formatFees[$0.index].isPresent }
    let inPlay = campaign.brief.formats ?? (own.isEmpty ? [.live] : own)
    if let format, !own.contains(format), inPlay != [format] {
      return InputIssue(
        file: words, what: "the roster has no fees for this format alone", value: format.rawValue,
        rule: "the common fee stands for \(inPlay.map(\.rawValue).joined(separator: ", "))",
        remedy: "leave out the format, or add a column fee_\(format.rawValue)")
    }
    let isOffered = inPlay.contains {
      !own.contains($0) || !roster.formatFees[$0.index].values[creator].isNaN
    }
    if format == nil && !isOffered {
      return InputIssue(
        file: words, what: "she offers none of the formats in play", value: creatorID,
        rule: "a fee is that of a format she offers",
        remedy: "name the format she would offer, as \(creatorID):\(inPlay[0].rawValue)")
    }
    return nil
  }
}

extension BriefEdit {
  /// Why the edit cannot be made to a campaign that was read already.
  fileprivate func issue(_ campaign: Campaign) -> InputIssue? {
    switch key {
    case "columns":
      InputIssue(
        file: words, what: "columns says how tables are read, and they are read already",
        rule: "a what-if changes the campaign, not its tables", remedy: "change it in the brief")
    case "formats" where !campaign.deals.rows.isEmpty:
      InputIssue(
        file: words, what: "formats may say what the deals of --deals are, which are read already",
        rule: "a what-if changes the campaign, not its tables", remedy: "change it in the brief")
    case "audience" where !campaign.roster.audienceCells.areAgesByGender:
      InputIssue(
        file: words, what: "audience tells ages and genders, and --audience other cells",
        rule: "a mix needs cells that are an age band of one gender, as female_20_29",
        remedy: "leave it out: the default mix is the mean of the table")
    default: nil
    }
  }
}

extension InputIssue {
  fileprivate static func unknownID(_ words: String, _ noun: String, _ id: String) -> InputIssue {
    InputIssue(
      file: words, what: "there is no such \(noun)", value: id,
      rule: "it is the id of a \(noun) in the table", remedy: "correct the id")
  }

  fileprivate static func productWithoutBudget(_ words: String, _ id: String) -> InputIssue {
    InputIssue(
      file: words, what: "the product has no max_spend", value: id,
      rule: "its budget is a limit that can be moved",
      remedy: "give it one in the table of products")
  }

  fileprivate static func unknownRule(
    _ words: String, _ name: String, _ campaign: Campaign
  ) -> InputIssue {
    var names: [String] = []
    for rule in campaign.rules where rule.label != .budget && !names.contains(rule.name) {
      names.append(rule.name)
    }
    return InputIssue(
      file: words, what: "the campaign has no such rule", value: name,
      rule: names.isEmpty
        ? "it has no rule but the budget" : "its rules are \(names.joined(separator: "; "))",
      remedy: "correct the name")
  }
}
