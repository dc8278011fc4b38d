import Casting
import CastingFiles

/// The changes that the command line asks about, each made to the campaign as it was read.
struct ScenarioList {
  let changes: ChangeOptions
  let briefPath: String?
  let campaign: Campaign

  /// All of them, or all that is wrong with them.
  func scenarios() throws(InputError) -> [Scenario] {
    var issues = InputIssues()
    var scenarios: [Scenario] = []
    for (edit, relation) in changes.edits {
      do throws(InputError) {
        scenarios.append(try edited(edit, relation))
      } catch {
        issues.append(contentsOf: error.issues)
      }
    }
    for (words, fee) in changes.fees {
      if let creator = row(of: fee.creatorID) {
        scenarios.append(
          Scenario(fee: fee.yen, ofCreator: creator, in: fee.format, of: campaign))
      } else {
        issues.append(unknown(words, "creator", fee.creatorID))
      }
    }
    for name in changes.dropRule {
      if let scenario = Scenario(dropping: name, of: campaign) {
        scenarios.append(scenario)
      } else {
        issues.append(unknownRule(name))
      }
    }
    for (words, productID, yen) in changes.productBudgets {
      if let scenario = addition(words, productID, yen, &issues) { scenarios.append(scenario) }
    }
    guard issues.isEmpty else { throw InputError(issues) }
    return scenarios
  }

  private func edited(
    _ edit: BriefEdit, _ relation: Scenario.Relation
  ) throws(InputError) -> Scenario {
    var campaign = campaign
    let budget = campaign.brief.budget
    campaign.brief = try BriefFile.read(path: briefPath, editing: edit, of: campaign)
    // --budget goes before the brief's, but not before a budget that is asked about.
    if edit.key != "budget" { campaign.brief.budget = budget }
    let name = String(edit.words.drop { $0 == "-" })
    return Scenario(name: name, campaign: campaign, relation: relation)
  }

  private func addition(
    _ words: String, _ productID: String, _ yen: Double, _ issues: inout InputIssues
  ) -> Scenario? {
    let products = campaign.products.products
    guard let product = products.firstIndex(where: { $0.id == productID }) else {
      issues.append(unknown(words, "product", productID))
      return nil
    }
    guard products[product].maximumSpend.isFinite else {
      issues.append(
        InputIssue(
          file: words, what: "the product has no max_spend", value: productID,
          rule: "its budget is a limit that can be moved",
          remedy: "give it one in the table of products"))
      return nil
    }
    return Scenario(adding: yen, toSpendOf: product, of: campaign)
  }

  private func row(of creatorID: String) -> Int? {
    (0..<campaign.roster.count).first { campaign.roster.creatorIDs[$0] == creatorID }
  }

  private func unknown(_ words: String, _ noun: String, _ id: String) -> InputIssue {
    InputIssue(
      file: words, what: "there is no such \(noun)", value: id,
      rule: "it is the id of a \(noun) in the table", remedy: "correct the id")
  }

  private func unknownRule(_ name: String) -> InputIssue {
    let names = campaign.rules.filter { $0.kind != .budget }.map(\.name)
    return InputIssue(
      file: "--drop-rule \(name)", what: "the campaign has no such rule", value: name,
      rule: names.isEmpty
        ? "it has no rule but the budget" : "its rules are \(names.joined(separator: "; "))",
      remedy: "correct the name")
  }
}
