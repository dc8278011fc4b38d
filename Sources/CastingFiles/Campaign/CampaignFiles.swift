import Casting
import CastingReview
import Tables

/// The files of one campaign.
public struct CampaignPaths: Sendable {
  /// Table of creators.
  public var roster: String
  /// Table of products.
  public var products: String
  /// YAML; nil when every key has its default.
  public var brief: String?
  /// How tables of the same kind were read before, YAML.
  public var reading: String?
  /// Table of the team's own predictions.
  public var deals: String?
  /// Table of what was agreed, asked and declined already.
  public var bookings: String?
  /// Table of audiences in cells of the user's own.
  public var audience: String?
  /// .npy matrix, row i for creator i.
  public var creatorEmbeddings: String?
  /// .npy matrix, row i for product i.
  public var productEmbeddings: String?
  /// How the files were found, as far as that is to be told.
  package var notes: [ReadingNote] = []

  /// Names the two tables that are needed, and the files that are not.
  public init(
    roster: String, products: String, brief: String? = nil, deals: String? = nil,
    audience: String? = nil, creatorEmbeddings: String? = nil, productEmbeddings: String? = nil
  ) {
    self.roster = roster
    self.products = products
    self.brief = brief
    self.deals = deals
    self.audience = audience
    self.creatorEmbeddings = creatorEmbeddings
    self.productEmbeddings = productEmbeddings
  }
}

extension CampaignPaths {
  /// The files that are given, as they are opened.
  public var files: [String] {
    let tables = [roster, products, deals, bookings, audience].compactMap { $0 }
      .flatMap { TableInput.files(of: TablePath($0).file) }
    return tables
      + [brief.map { TablePath($0).file }, reading, creatorEmbeddings, productEmbeddings]
      .compactMap { $0 }
  }

  /// Standard input can be read once.
  func checkStandardInput() throws(InputError) {
    let options: [(String, String?)] = [
      ("--roster", roster), ("--products", products), ("--brief", brief), ("--deals", deals),
      ("--bookings", bookings),
      ("--audience", audience),
      ("--creator-embeddings", creatorEmbeddings), ("--product-embeddings", productEmbeddings),
    ]
    let given = options.filter { $0.1 == MappedFile.standardInput }
    guard given.count > 1 else { return }
    var issues = InputIssues()
    for option in given.dropFirst() { issues.append(.sharedStandardInput(option.0)) }
    throw InputError(issues)
  }
}

/// How inputs with faults and columns of the user's own are taken.
public struct ReadingOptions: Sendable {
  /// What becomes of faulty cells and rows.
  public var invalid = InvalidPolicy.refuse
  /// How much may be passed over; more is refused whatever `invalid` says.
  public var maximumInvalid = InvalidLimit.standard
  /// Takes every fault of a row or a cell.
  public var rejects: RejectSpool?
  /// Keeps the columns of the creator table that have no meaning of their own.
  public var carriesUnknownColumns = false
  /// Describes the tables for a report: headers, ranges, lines.
  public var describesTables = false

  /// Refuses faults and drops unknown columns, aloud.
  public init() {}
}

/// A column of the creator table that castplan does not know, kept for the output.
public struct CarriedColumn: Sendable {
  /// As written.
  public var header: String
  /// A text for each creator, in the order of the roster.
  public var cells: TextColumn
}

/// What deserves to be known about the files of a campaign.
public protocol LoadedInputs: Sendable {
  /// In the order read; waits for digests that are still being computed.
  var files: [InputFileRecord] { get }
  /// The same files, without waiting.
  var paths: [String] { get }
  /// Columns that were not used, names in the brief that match nothing, and the like.
  var notes: [ReadingNote] { get }
  /// Rows that were left out and cells that count as not known, each with the fault and its place.
  var skipped: InputIssues { get }
  /// What was decided about tables and their columns, in the order read.
  var decisions: [ReadingDecision] { get }
  /// How much of each table was used.
  var tallies: [TableTally] { get }
}

/// A campaign, the files it came from, and what deserves to be known about them.
public struct LoadedCampaign: LoadedInputs {
  /// Validated and complete: nothing in it needs another look at the files.
  public var campaign: Campaign
  /// Every file with its digest and rows; waits for digests that are still being computed.
  public var files: [InputFileRecord] { records.map(\.record) }
  /// The same files, without waiting.
  public var paths: [String] { records.map(\.digest.path) }
  /// What was found out and refuses nothing.
  public var notes: [ReadingNote]
  /// Rows that were left out; empty unless the options ask for that.
  public var skipped: InputIssues
  /// What was decided about tables and their columns, in the order read.
  public var decisions: [ReadingDecision]
  /// How much of each table was used.
  public var tallies: [TableTally]
  /// Creators and products that were left out, by their ids.
  public var leftOut: [LeftOutRow]
  /// Columns of the creators that were kept for the output.
  public var carried: [CarriedColumn]
  /// What the tables are like, if that was asked for.
  public var tables: [InputTable]
  /// Sum of each creator's age shares as read, NaN where there are none; empty where nobody asked
  /// or the table has none.
  public var ageSums: [Double]
  let records: [PendingFileRecord]
}

/// Reads all inputs of a campaign, together and against each other.
public enum CampaignFiles {
  /// Reads and validates every file; all issues of all files are collected before it throws.
  ///
  /// - Parameters:
  ///   - budget: Money; takes the place of the brief's.
  ///   - threads: how many threads may read; the result is the same for any number.
  public static func read(
    _ paths: CampaignPaths, budget: Double? = nil, threads: Int = 1,
    options: ReadingOptions = ReadingOptions()
  ) throws(InputError) -> LoadedCampaign {
    var context = ReadingContext(options, threads: threads, namesLeftOut: true)
    context.keepsRecords = true
    context.carriesUnknown = options.carriesUnknownColumns
    context.describesTables = options.describesTables
    context.notes = paths.notes
    try paths.checkStandardInput()
    var brief = readBrief(paths, budget: budget, &context)
    var roster = RosterFile.read(path: paths.roster, &context)
    var products = ProductsFile.read(path: paths.products, &context)
    var deals = DealTable()
    var bookings: [Booking] = []
    let audiences = paths.audience.flatMap {
      AudienceFile.read(path: $0, brief: brief, &context)
    }
    if let creators = roster {
      context.notes += brief.brief.notesOfMissingFees(creators.roster, file: creators.table.file)
    }
    if var creators = roster, var wanted = products {
      if let audiences {
        attach(audiences, to: &creators, &context)
        context.notes += audiences.weightNotes(brief.brief, wanted.products)
      }
      for issue in brief.issuesOfCells(creators.roster.audienceCells) {
        context.issues.append(issue)
      }
      if let path = paths.deals {
        deals =
          DealsFile.read(
            path: path, creators: creators, products: wanted,
            format: firstFormat(brief.brief, creators.roster), &context) ?? deals
      }
      if let path = paths.bookings {
        bookings =
          BookingsFile.read(
            path: path, creators: creators, products: wanted, brief: brief.brief, &context)
          ?? bookings
      }
      EmbeddingFiles.read(
        creatorPath: paths.creatorEmbeddings, productPath: paths.productEmbeddings,
        roster: &creators, products: &wanted, &context)
      if creators.table.isWhole && wanted.table.isWhole {
        let roster = creators.roster
        context.notes += ReadingNote.assumedAudiences(
          brief.brief, creators.table.file, roster.assumedAudiences(brief.brief), of: roster.count)
        context.notes += ReadingNote.recentWorks(
          brief.brief, creators.table.file,
          undated: brief.brief.competitors.map { RecentCompetitors($0).undated(in: roster) } ?? 0,
          saysNothing: roster.recentWorks.byteCount == 0)
        let names = ReferenceNames(brief.references, roster, wanted.products)
        for issue in names.issues { context.issues.append(issue) }
        brief.brief = brief.brief.renamed(creators: names.creators, products: names.products)
        brief.references.removeAll {
          names.knows($0.cell.text, $0.attribute == .product ? .product : .creator)
        }
        checkReferences(
          brief,
          CreatorNames(file: creators.table.file, levels: { roster[keyPath: $0].levels }) {
            creators.index.row(of: $0) != nil
          }, wanted, &context)
      }
      (roster, products) = (creators, wanted)
    }
    checkColumns(brief, &context)
    context.checkLimit()
    guard let roster, let products, context.issues.isEmpty else {
      throw InputError(context.issues, in: context.terms.money)
    }
    var campaign = Campaign(
      roster: roster.roster, products: products.products, brief: brief.brief, deals: deals
    ).booked(bookings)
    campaign.columnsWithTax =
      roster.table.columnsWithTax(campaign.feeColumns.map(\.name))
      .union(products.table.columnsWithTax(["price", "max_spend"]))
    return LoadedCampaign(
      campaign: campaign,
      notes: context.notes, skipped: context.skipped, decisions: context.decisions,
      tallies: context.tallies, leftOut: context.skipped.leftOut,
      carried: RosterFile.carried(roster.table), tables: context.tables(roster, products),
      ageSums: options.describesTables ? roster.table.ageSums : [], records: context.records)
  }

  /// The brief, with the budget to plan with.
  static func readBrief(
    _ paths: CampaignPaths, budget: Double?, _ context: inout ReadingContext
  ) -> BriefFile.Loaded {
    var brief = BriefFile.Loaded()
    var isBriefUsable = true
    if let path = paths.brief {
      let loaded = BriefFile.read(path: path, &context)
      isBriefUsable = loaded != nil
      brief = loaded ?? brief
    }
    readReading(paths, into: &brief, &context)
    if let budget { brief.brief.budget = budget }
    brief.brief.budget = brief.brief.budget.map { [terms = brief.brief.terms] in
      terms.net(budget: $0)
    }
    if brief.brief.budget == nil && isBriefUsable && !brief.mentionsBudget {
      context.issues.append(.missingBudget(paths.brief))
    }
    if brief.brief.isShareOfNothing {
      context.issues.append(.shareWithoutBudget(paths.brief ?? "--budget"))
    }
    context.statements = brief.brief.tables
    context.statesFormats = brief.brief.formats != nil
    context.terms = brief.brief.terms
    context.packages = brief.brief.packages
    return brief
  }

  /// Takes over how tables were read before.
  static func readReading(
    _ paths: CampaignPaths, into brief: inout BriefFile.Loaded, _ context: inout ReadingContext
  ) {
    if let path = paths.reading ?? brief.reading { ReadingFile.merge(path, into: &brief, &context) }
  }

  /// An id that the roster does not have is an issue, unless rows of the roster are missing.
  private static func attach(
    _ audiences: AudienceTable, to creators: inout RosterFile.Loaded,
    _ context: inout ReadingContext
  ) {
    let file = creators.table.file
    if let note = audiences.replacementNote(creators.roster, file: file) {
      context.notes.append(note)
    }
    var met: Set<Int> = []
    audiences.attach(to: &creators.roster, met: &met)
    guard creators.table.isWhole else { return }
    audiences.reportStrangers(met: met, roster: file, &context)
  }

  /// The first format in play: the brief's, else the first with a fee column, else live.
  private static func firstFormat(_ brief: Brief, _ roster: Roster) -> DealFormat {
    brief.formats?.first
      ?? DealFormat.simple.first { roster.formatFees[$0.index].isPresent } ?? .live
  }
}
