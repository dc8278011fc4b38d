import CastingFiles

/// What a template is to hold.
package struct TemplateContent: Sendable {
  package var filling: TemplateFilling
  /// Creators by the names of their columns.
  package var creators: TemplateRows
  /// Products by the names of their columns.
  package var products: TemplateRows
  package var brief: BriefEntries

  package init(
    filling: TemplateFilling, creators: TemplateRows = TemplateRows(),
    products: TemplateRows = TemplateRows(), brief: BriefEntries = BriefEntries()
  ) {
    self.filling = filling
    self.creators = creators
    self.products = products
    self.brief = brief
  }
}

/// Rows of a table as text, with the names of its columns.
package struct TemplateRows: Sendable {
  package var columns: [String]
  /// Cells in the order of `columns`.
  package var rows: [[String]]

  package init(columns: [String] = [], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The text of a cell, "" where the table has no such column.
  func text(_ row: Int, _ column: String) -> String {
    columns.firstIndex(of: column).map { rows[row][$0] } ?? ""
  }
}
