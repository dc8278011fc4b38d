import CastingFiles

/// The sheets of a template, in English.
enum TemplateEnglish {
  static func name(_ sheet: TemplateSheet) -> String {
    switch sheet {
    case .start: "Start here"
    case .creators: "Creators"
    case .products: "Products"
    case .brief: "Brief"
    case .results: "Results"
    }
  }

  static func title(_ section: BriefKey.Section) -> String {
    switch section {
    case .goal: "■ What, for how much, when"
    case .money: "■ What deals cost, and who pays"
    case .rules: "■ Rules"
    case .response: "■ How people respond"
    case .audience: "■ Who they are"
    case .risk: "■ How far things scatter"
    case .files: "■ Headers of tables"
    }
  }

  static let keyHeaders = ["Key", "Value", "What it means"]

  static let quotaHeaders = [
    ColumnWords(
      "Where",
      "Which deals count, as platform: tiktok, or tier: micro, region: Tokyo. Several values are a "
        + "list, tier: [nano, micro]; empty: all deals."),
    ColumnWords(
      "Measure", "count (deals), creators, spend (JPY), spend_share (%), views or posts."),
    ColumnWords("Min", "At least; no least if empty."),
    ColumnWords("Max", "At most; no most if empty."),
  ]

  static func start(
    _ filling: TemplateFilling, file: String
  ) -> [(isHeading: Bool, text: String)] {
    [
      (true, "castplan: a campaign in a workbook"),
      (false, start(filling)),
      (true, "How to use it"),
      (false, "1. Write a creator in each row of Creators, and a product in each row of Products."),
      (
        false,
        "2. Write the budget and your rules beside their keys in Brief. Empty keys have defaults."
      ),
      (false, "3. Save it, and run this command:"),
      (false, "    castplan optimize --workbook \(file)"),
      (true, "How to read it"),
      (
        false,
        "Dark blue headers are required. The other columns make plans better; those that you do not "
          + "use may be deleted."
      ),
      (
        false,
        "Choose a cell to see what it holds. Shares are typed as 3.2%. What is not known stays empty."
      ),
      (
        false,
        "Entries are checked in the first 5,000 rows of Creators and Products; all rows are read."
      ),
      (true, "Sheets"),
      (
        false,
        "Creators: who, and for how much. Products: what they promote. Brief: budget, dates and rules; "
          + "the table to the right has limits on groups."
      ),
      (false, "Results: a table for what came of it. castplan does not read it yet."),
    ]
  }

  private static func start(_ filling: TemplateFilling) -> String {
    switch filling {
    case .sample:
      "All creators, products and the brief in these sheets are invented (synthetic data): no person, "
        + "product or brand is real. Put your own in their place."
    case .nothing: "There are headers alone: write your own data below them."
    case .brief:
      "Brief has the brief that you gave. Write your creators and products into the other sheets."
    }
  }

  static let sampleBrief = BriefEntries(
    entries: [
      .init(path: "campaign", text: "Sample campaign (invented)"),
      .init(path: "objective", text: "gmv"),
      .init(path: "budget", text: "1000000"),
      .init(path: "window.from", text: "2026-12-01"),
      .init(path: "window.to", text: "2026-12-20"),
      .init(path: "formats", text: "live; video"),
      .init(path: "certification_bonus.gold", text: "0.15"),
      .init(path: "certification_bonus.silver", text: "0.08"),
    ],
    quotas: [
      .init(filter: "tier: micro", measure: "spend_share", minimum: "0.3", maximum: ""),
      .init(filter: "platform: instagram", measure: "creators", minimum: "1", maximum: "5"),
    ])
}
