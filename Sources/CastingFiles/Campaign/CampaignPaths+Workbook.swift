extension CampaignPaths {
  /// Fills in, from the sheets of a workbook, what is not given apart from it.
  ///
  /// - Parameters:
  ///   - workbook: path of an .xlsx or .xlsm file.
  ///   - takesDeals: whether a table of deals has a say.
  /// - Throws: what is wrong with the workbook, and what has no sheet in it that is needed.
  package init(
    workbook: String, roster: String?, products: String?, brief: String?, deals: String?,
    audience: String?, takesDeals: Bool = true
  ) throws(InputError) {
    var issues = InputIssues()
    guard let file = WorkbookFile(path: workbook, &issues) else { throw InputError(issues) }
    let given: [SheetRole: String] = [
      .roster: roster, .products: products, .brief: brief, .deals: deals, .audience: audience,
    ].compactMapValues { $0 }
    // A sheet beside which something else is given may as well be one of two.
    let wanted = SheetRole.allCases.filter {
      given[$0] == nil && (takesDeals || $0 != .deals)
    }
    let choice = SheetChoice(file, roles: wanted, &issues)
    for role in [SheetRole.roster, .products]
    where given[role] == nil && choice.sheets[role] == nil {
      issues.append(.noSheet(workbook, role, file.book.sheets.map(\.name)))
    }
    guard issues.isEmpty else { throw InputError(issues) }
    func path(_ role: SheetRole) -> String? {
      given[role] ?? choice.sheets[role].map(file.path(ofSheet:))
    }
    self.init(
      roster: path(.roster) ?? "", products: path(.products) ?? "", brief: path(.brief),
      deals: path(.deals), audience: path(.audience))
    notes = choice.notes(file.path, given)
  }
}

extension SheetChoice {
  /// What is to be told of the choice.
  fileprivate func notes(_ file: String, _ given: [SheetRole: String]) -> [ReadingNote] {
    var notes: [ReadingNote] = []
    for role in SheetRole.allCases {
      if let path = given[role], let sheet = passedOver[role] {
        notes.append(.insteadOfSheet(path: path, file: file, sheet: sheet, role: role))
      } else if byHeaders.contains(role), let sheet = sheets[role] {
        notes.append(.sheetByHeaders(file: file, sheet: sheet, role: role))
      }
    }
    if !unused.isEmpty { notes.append(.unusedSheets(file: file, sheets: unused)) }
    return notes
  }
}
