import Casting
import CastingFiles
import CastingReview

/// What was read for a campaign and what looks wrong with it, free of any format.
public struct InputReport: Sendable {
  /// A file that was read, table or not.
  public struct File: Sendable {
    /// As the user gave it.
    public var path: String
    /// Data rows, those that were left out too; 1 for a brief.
    public var rows: Int

    /// A file and its rows, as `InputFileRecord` has them.
    public init(path: String, rows: Int) {
      self.path = path
      self.rows = rows
    }
  }

  /// As it was read.
  public var campaign: Campaign
  /// In the order read.
  public var files: [File]
  /// What the headers were taken for, of inputs read with `describesTables`.
  public var tables: [InputTable]
  /// What looks wrong, in the order in which it is told.
  public var findings: [ReviewFinding]
  /// How the files were read, but for what is said of their headers.
  public var notes: [ReadingNote]
  /// Rows that were left out, and cells that count as not known.
  public var skipped: InputIssues
  /// How much of each table was used.
  public var tallies: [TableTally]

  /// Reviews the campaign.
  ///
  /// - Parameter ageSums: sums of the creators' age shares as read.
  public init(
    _ campaign: Campaign, files: [File], tables: [InputTable], ageSums: [Double] = [],
    notes: [ReadingNote] = [], skipped: InputIssues = InputIssues(), tallies: [TableTally] = []
  ) {
    self.campaign = campaign
    self.files = files
    self.tables = tables
    self.notes = notes
    self.skipped = skipped
    self.tallies = tallies
    findings = CampaignReview(campaign, ageSums: ageSums).findings()
  }

  /// How much of a table was used.
  func tally(_ role: InputTable.Role) -> TableTally? {
    tallies.first { $0.noun.table == role.rawValue }
  }

  /// The table of creators, products, deals or audiences.
  func table(_ role: InputTable.Role) -> InputTable? { tables.first { $0.role == role } }

  /// The table that the rows of a finding stand in.
  func table(of kind: ReviewKind) -> InputTable? {
    table(kind.concernsProducts ? .products : .creators)
  }

  /// The columns of a table, those with numbers first.
  func coverage(_ role: InputTable.Role) -> [ColumnCoverage] {
    guard let table = table(role) else { return [] }
    return switch role {
    case .creators:
      CreatorCoverage(
        campaign.roster, in: table, estimatesFees: campaign.brief.terms.yenRate != nil
      ).columns
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
    guard let table = table(of: kind), table.lines.indices.contains(row)
    else { return nil }
    return Int(table.lines[row])
  }
}
