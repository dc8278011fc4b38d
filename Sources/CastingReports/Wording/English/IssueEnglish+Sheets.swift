import CastingFiles

extension IssueEnglish {
  static func sentence(_ fault: InputSheetFault) -> IssueSentence {
    switch fault {
    case .fileWithoutSheets:
      IssueSentence(
        "it is no workbook", rule: "a sheet is named of an .xlsx or .xlsm file",
        remedy: "leave out # and what follows, or give the path of the workbook")
    case .noSheet(let role, let sheets):
      IssueSentence(
        "no sheet has \(self.role(role))",
        rule: "it is told by its name, such as \(name(role)), or by its headers; the workbook has "
          + list(sheets),
        remedy: "rename the sheet, or name the sheet or a file with \(option(role))")
    case .sheetsOfOneRole(let role, let sheets):
      IssueSentence(
        "several sheets may have \(self.role(role))", rule: "these do: \(list(sheets))",
        remedy: "name one of them with \(option(role)), as book.xlsx#sheet")
    case .noBriefTable:
      IssueSentence(
        "the sheet has no keys and values",
        rule: "they stand below the headers 項目 and 値, or key and value",
        remedy: "write these headers over two columns, or start from castplan template")
    case .valueWithoutKey:
      IssueSentence(
        "a value has no key beside it", rule: "the cell to the left says what it is",
        remedy: "write the key, or delete the value")
    case .quotaWithoutMeasure(let measures):
      IssueSentence(
        "a quota does not say what it limits", rule: "that is one of \(list(measures))",
        remedy: "write one of them into this cell, or empty the row")
    }
  }

  /// What a sheet holds.
  static func role(_ role: SheetRole) -> String {
    switch role {
    case .roster: "the creators"
    case .products: "the products"
    case .brief: "the brief"
    case .deals: "the deals"
    case .audience: "the audiences"
    }
  }

  /// A name that tells it.
  private static func name(_ role: SheetRole) -> String {
    switch role {
    case .roster: "名簿 or Creators"
    case .products: "商品 or Products"
    case .brief: "案件 or Brief"
    case .deals: "施策 or Deals"
    case .audience: "視聴者 or Audience"
    }
  }

  /// The option that names it.
  static func option(_ role: SheetRole) -> String { "--" + role.rawValue }
}
