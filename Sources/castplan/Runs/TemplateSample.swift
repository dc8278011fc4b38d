import Casting
import CastingFiles
import CastingReports
import CastingSynthetic

/// What a template is filled with: invented creators and products, and a brief for them.
enum TemplateSample {
  private static let creators = 12
  private static let products = 3
  /// Deals that the brief's budget is meant for.
  private static let deals = 10
  /// One whose creators have most of what a roster may have.
  private static let seed: UInt64 = 15

  static var content: TemplateContent {
    TemplateContent(
      filling: .sample, creators: roster, products: wares,
      brief: SpokenLanguage.wording.sampleBrief)
  }

  private static var roster: TemplateRows {
    let roster = SyntheticRoster(seed: seed)
    return TemplateRows(
      columns: SyntheticRoster.columns,
      rows: (0..<creators).map { roster.cells($0).map(singleLine) })
  }

  private static var wares: TemplateRows {
    let wares = SyntheticProducts(seed: seed, count: products, deals: deals)
    return TemplateRows(columns: SyntheticProducts.columns, rows: wares.rows())
  }

  /// Rows of a sheet are easier to look over where texts have no lines of their own.
  private static func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: "。")
  }
}
