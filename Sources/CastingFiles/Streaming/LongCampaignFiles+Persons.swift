import Casting

extension LongCampaignFiles {
  /// Persons in the brief: who selects or bans means all accounts, who locks one of them.
  static func resolve(
    _ accounts: [String: [String]], in brief: inout BriefFile.Loaded,
    _ context: inout ReadingContext
  ) {
    guard !accounts.isEmpty else { return }
    var only: [String: String] = [:]
    for reference in brief.references
    where reference.attribute == .creator && !reference.isBan && !reference.isFilter {
      guard let ids = accounts[reference.cell.text] else { continue }
      if ids.count == 1 {
        only[reference.cell.text] = ids[0]
      } else {
        context.issues.append(
          InputIssue(
            reference.cell,
            .brief(
              .sharedName(
                name: reference.cell.name, noun: .creator, ids: Array(ids.prefix(8))))))
      }
    }
    brief.brief = brief.brief.renamed(creators: only, products: [:])
    brief.references.removeAll {
      $0.attribute == .creator && accounts[$0.cell.text] != nil
    }
  }
}
