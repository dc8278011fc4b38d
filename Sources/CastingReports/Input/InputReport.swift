import Casting
import CastingReview

/// What was read for a campaign and what looks wrong with it, free of any format.
public struct InputReport: Sendable {
  /// A file that was read, table or not.
  public struct File: Sendable {
    public var path: String
    /// Data rows, those that were left out too; 1 for a brief.
    public var rows: Int

    public init(path: String, rows: Int) {
      self.path = path
      self.rows = rows
    }
  }

  public var campaign: Campaign
  /// In the order read.
  public var files: [File]
  public var tables: [InputTable]
  public var findings: [ReviewFinding]
  /// Sentences on how the files were read, but for those on their headers.
  public var notes: [String]
  /// Sentences on rows that were left out.
  public var skipped: [String]

  /// - Parameter ageSums: sums of the creators' age shares as read.
  public init(
    _ campaign: Campaign, files: [File], tables: [InputTable], ageSums: [Double] = [],
    notes: [String] = [], skipped: [String] = []
  ) {
    self.campaign = campaign
    self.files = files
    self.tables = tables
    self.notes = notes
    self.skipped = skipped
    findings = CampaignReview(campaign, ageSums: ageSums).findings()
  }

  /// The table of creators, products, deals or audiences.
  func table(_ role: InputTable.Role) -> InputTable? { tables.first { $0.role == role } }

  /// The columns of a table, those with numbers first.
  func coverage(_ role: InputTable.Role) -> [ColumnCoverage] {
    guard let table = table(role) else { return [] }
    return switch role {
    case .creators: CreatorCoverage(campaign.roster, in: table).columns
    case .products: ProductCoverage(campaign.products, in: table).columns
    case .deals: DealCoverage(campaign.deals, in: table).columns
    case .audiences: AudienceCoverage(in: table).columns
    }
  }

  /// How many rows look wrong, each counted once.
  var suspectRows: (creators: Int, products: Int) {
    let rows = { (isProduct: Bool) in
      Set(
        findings.filter { $0.kind.concernsProducts == isProduct }.flatMap { $0.marks.map(\.row) }
      ).count
    }
    return (rows(false), rows(true))
  }

  /// Id and name of the row of a finding.
  func names(_ row: Int, _ kind: ReviewKind) -> (id: String, name: String) {
    if kind.concernsProducts {
      let product = campaign.products.products[row]
      return (product.id, product.name)
    }
    return (campaign.roster.creatorIDs[row], campaign.roster.names[row])
  }

  /// Line of the row of a finding in its file; nil when that is not known.
  func line(_ row: Int, _ kind: ReviewKind) -> Int? {
    guard let table = table(kind.concernsProducts ? .products : .creators),
      table.lines.indices.contains(row)
    else { return nil }
    return Int(table.lines[row])
  }

  /// `line 7`, or `row 7` where the source has no lines.
  func place(_ row: Int, _ kind: ReviewKind) -> String {
    let table = table(kind.concernsProducts ? .products : .creators)
    guard let line = line(row, kind) else { return "row \(row + 1)" }
    return (table?.countsRows == true ? "row " : "line ") + String(line)
  }

  /// What a row has that looks wrong.
  func detail(_ mark: ReviewMark, _ kind: ReviewKind) -> String {
    ReviewWording.detail(mark, kind, in: campaign) { "\(place($0, kind)) (\(names($0, kind).id))" }
  }
}
