import Casting
import CastingPlanning

/// A what-if as the user asks for it: changes to a campaign, made together.
public struct ScenarioRequest: Sendable {
  /// Another fee of a creator.
  package struct Fee: Sendable {
    package var creatorID: String
    /// Nil: in every format she has a fee for.
    package var format: DealFormat?
    /// What becomes of it, money.
    package var change: NumberChange

    package init(creatorID: String, format: DealFormat? = nil, change: NumberChange) {
      self.creatorID = creatorID
      self.format = format
      self.change = change
    }
  }

  /// Other fees of many creators: of all, or of those whom a filter selects.
  package struct FeesOfMany: Sendable {
    /// Nil: all.
    package var filter: (key: String, value: String)?
    package var change: NumberChange
    /// As the user wrote it: `platform=tiktok:+10%`.
    package var words: String

    package init(
      filter: (key: String, value: String)?, change: NumberChange, words: String
    ) {
      self.filter = filter
      self.change = change
      self.words = words
    }
  }

  /// Another number of a product, or of all.
  package struct ProductField: Sendable {
    package enum Field: String, CaseIterable, Sendable {
      case price, margin, conversion, stock, market

      package var isRate: Bool { self == .margin || self == .conversion }
    }

    /// Nil: all.
    package var productID: String?
    package var field: Field
    package var change: NumberChange
    package var words: String

    package init(productID: String?, field: Field, change: NumberChange, words: String) {
      self.productID = productID
      self.field = field
      self.change = change
      self.words = words
    }
  }

  /// What issues name: the option, or the place in a file.
  public var words: String
  /// As the row is called; nil: after its changes.
  public var name: String?
  /// Where the name is not the user's: the number in the file that it tells.
  package var number: Int?
  /// Money; nil: that of the campaign.
  package var budget: Double?
  /// Of the scenario, 0…1; nil where it is not told.
  public var probability: Double?
  package var edits: [BriefEdit] = []
  package var fees: [Fee] = []
  package var feesOfMany: [FeesOfMany] = []
  package var productFields: [ProductField] = []
  /// By their names in plans.
  package var droppedRules: [String] = []
  /// Money added to a product's max_spend, by product id.
  package var productBudgets: [(productID: String, amount: Double)] = []

  package init(words: String, name: String? = nil) {
    self.words = words
    self.name = name
  }

  /// The campaign with all the changes.
  ///
  /// - Parameters:
  ///   - briefPath: of the brief that the campaign was read from.
  ///   - leftOut: rows of its tables that are not in it.
  public func scenario(
    of campaign: Campaign, briefPath: String?, leftOut: [LeftOutRow] = []
  ) throws(InputError) -> Scenario {
    var issues = InputIssues()
    var made = Scenario(name: .changes([]), campaign: campaign, relation: .same)
    if !edits.isEmpty { made = try edited(campaign, briefPath, leftOut) }
    if let budget {
      let net = made.campaign.brief.terms.net(budget: budget)
      made = made.followed(by: Scenario(budget: net, of: made.campaign))
    }
    for stated in fees {
      let fee = stated.naming(packagesOf: campaign)
      guard let creator = campaign.roster.row(called: fee.creatorID) else {
        let rows = campaign.roster.rows(called: fee.creatorID)
        if rows.isEmpty {
          issues.append(contentsOf: .missing(words, .creator, fee.creatorID, leftOut))
        } else {
          let ids = rows.map { campaign.roster.creatorIDs[$0] }
          issues.append(.severalCreators(fee.creatorID, ids: ids, of: words))
        }
        continue
      }
      if let issue = fee.issue(words, creator, made.campaign) {
        issues.append(issue)
        continue
      }
      guard
        let factor = campaign.taxFactor(ofFeesIn: fee.format, creator: creator)
          ?? fee.change.factor
      else {
        issues.append(
          InputIssue(file: words, .question(.feesWithAndWithoutTax), value: fee.creatorID))
        continue
      }
      made = made.followed(
        by: Scenario(
          changingFeeBy: fee.change.scaled(by: factor).applied, ofCreator: creator,
          in: fee.format, of: made.campaign))
    }
    for many in feesOfMany {
      do throws(InputIssue) {
        made = made.followed(by: try many.scenario(of: made.campaign, words))
      } catch {
        issues.append(error)
      }
    }
    for field in productFields {
      do throws(InputIssue) {
        made = made.followed(by: try field.scenario(of: made.campaign, words))
      } catch {
        issues.append(error)
      }
    }
    for rule in droppedRules {
      if let next = Scenario(dropping: rule, of: made.campaign) {
        made = made.followed(by: next)
      } else {
        issues.append(.unknownRule(words, rule, made.campaign))
      }
    }
    for (productID, amount) in productBudgets {
      let products = made.campaign.products.products
      guard let product = products.firstIndex(where: { $0.id == productID }) else {
        issues.append(contentsOf: .missing(words, .product, productID, leftOut))
        continue
      }
      guard products[product].maximumSpend.isFinite else {
        issues.append(.productWithoutBudget(words, productID))
        continue
      }
      made = made.followed(
        by: Scenario(
          adding: amount * campaign.taxFactor("max_spend"), toSpendOf: product, of: made.campaign))
    }
    guard issues.isEmpty else { throw InputError(issues) }
    if let name { made.name = number.map { .changes([.numbered(number: $0)]) } ?? .given(name) }
    return made
  }

  private func edited(
    _ campaign: Campaign, _ briefPath: String?, _ leftOut: [LeftOutRow]
  ) throws(InputError) -> Scenario {
    if let issue = edits.lazy.compactMap({ $0.issue(campaign) }).first {
      var issues = InputIssues()
      issues.append(issue)
      throw InputError(issues)
    }
    var edited = campaign
    edited.brief = try BriefFile.read(
      path: briefPath, editing: edits, of: campaign, leftOut: leftOut)
    // --budget goes before the brief's, but not before a budget that is asked about.
    if edits.contains(where: { $0.key == "budget" }) {
      let terms = edited.brief.terms
      edited.brief.budget = edited.brief.budget.map { terms.net(budget: $0) }
    } else {
      edited.brief.budget = campaign.brief.budget
    }
    // A lock or a ban more only forbids.
    var made = Scenario(
      name: .changes(edits.map { .typed(words: String($0.words.drop { $0 == "-" })) }),
      campaign: edited, relation: edits.allSatisfy(\.appends) ? .tightens : .other)
    let bans = edits.filter { $0.key == "ban" && $0.appends }
    made.droppedGroups = zip(bans, edited.brief.bans.suffix(bans.count)).filter(\.0.dropsGroup)
      .map(\.1)
    for group in made.droppedGroups where !edited.hasDeal(of: group) {
      var issues = InputIssues()
      issues.append(InputIssue(file: words, .question(.dropsNobody), value: group.words))
      throw InputError(issues)
    }
    return made
  }
}

extension ScenarioRequest.Fee {
  /// `C1:launch` names a package only where the brief has one: else it is somebody's id.
  fileprivate func naming(packagesOf campaign: Campaign) -> ScenarioRequest.Fee {
    guard format == nil, campaign.roster.rows(called: creatorID).isEmpty,
      let colon = creatorID.lastIndex(of: ":")
    else { return self }
    let name = String(creatorID[creatorID.index(after: colon)...])
    guard let package = campaign.brief.packages.first(where: { $0.name == name }) else {
      return self
    }
    return ScenarioRequest.Fee(
      creatorID: String(creatorID[..<colon]), format: .package(package), change: change)
  }

  /// Why the edit would change nothing, or more than it says.
  fileprivate func issue(_ words: String, _ creator: Int, _ campaign: Campaign) -> InputIssue? {
    let roster = campaign.roster
    if campaign.deals.rows.contains(where: { $0.creator == creator }) {
      return InputIssue(file: words, .question(.dealsHaveOwnCosts), value: creatorID)
    }
    let inPlay = CampaignFormats(roster: roster, brief: campaign.brief).inPlay
    let own = campaign.brief.allFormats.filter { roster.ownFees($0).isPresent }
    let mayHaveOwn = format.map { $0.package != nil && inPlay.contains($0) } ?? false
    if let format, !own.contains(format), inPlay != [format], !mayHaveOwn {
      return InputIssue(
        file: words,
        .question(
          .noFeesOfFormat(format: format.rawValue, inPlay: inPlay.map(\.rawValue))),
        value: format.rawValue)
    }
    let isOffered = inPlay.contains {
      !own.contains($0) || !roster.ownFees($0)[creator].isNaN
    }
    if format == nil && !isOffered {
      return InputIssue(
        file: words,
        .question(.offersNoFormat(creator: creatorID, example: inPlay[0].rawValue)),
        value: creatorID)
    }
    return isOfUnknownFee(creator, campaign)
      ? InputIssue(
        file: words, .question(.noFeeToChange(creator: creatorID)), value: creatorID) : nil
  }

  /// Whether so much more or less is asked about than a fee that is neither known nor can be estimated.
  private func isOfUnknownFee(_ creator: Int, _ campaign: Campaign) -> Bool {
    if case .to = change { return false }
    let terms = campaign.brief.terms
    guard terms.yenRate == nil else { return false }
    guard let format else { return campaign.roster.lacksFee(creator) }
    return OfferedFees(campaign.roster, terms).fee(creator: creator, format: format).isNaN
  }
}

extension BriefEdit {
  /// Why the edit cannot be made to a campaign that was read already.
  fileprivate func issue(_ campaign: Campaign) -> InputIssue? {
    switch key {
    case "columns": InputIssue(file: words, .question(.tablesAreRead(key: .columns)))
    case "packages": InputIssue(file: words, .question(.tablesAreRead(key: .packages)))
    case "currency", "exchange_rates", "tax":
      InputIssue(file: words, .question(.tablesAreRead(key: .money)))
    case "roster", "products", "reading":
      InputIssue(file: words, .question(.tablesAreRead(key: .reading)))
    case "formats" where !campaign.deals.rows.isEmpty:
      InputIssue(file: words, .question(.tablesAreRead(key: .formats)))
    case "audience" where !campaign.roster.audienceCells.areAgesByGender:
      InputIssue(file: words, .question(.mixOfOtherCells))
    default: nil
    }
  }
}
