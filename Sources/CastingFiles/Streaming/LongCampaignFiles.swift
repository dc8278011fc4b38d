import Casting
import CastingPlanning
import CastingReview
import Foundation
import LinearAlgebra
import Tables

/// A campaign whose creators stay in a file, and what deserves to be known about its inputs.
public struct LoadedLongCampaign: LoadedInputs {
  /// Validated; its creators are read from their file as long as it is planned.
  public var campaign: LongCampaign
  /// Every file with its digest and rows; waits for digests that are still being computed.
  public var files: [InputFileRecord] { records.map(\.record) }
  /// The same files, without waiting.
  public var paths: [String] { records.map(\.digest.path) }
  /// What was found out and refuses nothing.
  public var notes: [ReadingNote]
  /// Rows that were left out and cells that count as not known; empty unless the options ask for that.
  public var skipped: InputIssues
  /// What was decided about tables and their columns, in the order read.
  public var decisions: [ReadingDecision]
  /// How much of each table was used.
  public var tallies: [TableTally]
  let records: [PendingFileRecord]
}

/// Reads the inputs of a campaign with a long roster: its creators are put in a file of their own, or found
/// in one that was made before.
public enum LongCampaignFiles {
  /// Rosters of fewer bytes are read into memory.
  public static let leastBytes = 64 << 20
  /// Rows of a matrix that are checked at a time.
  private static let rowsPerCheck = 65_536

  /// Whether the roster is long, and nothing is asked for that takes all of it in memory: predictions,
  /// audiences and columns of the user's own are.
  public static func areFor(
    _ paths: CampaignPaths, options: ReadingOptions, leastBytes: Int = leastBytes
  ) -> Bool {
    guard paths.deals == nil, paths.bookings == nil, paths.audience == nil,
      !options.carriesUnknownColumns,
      !options.describesTables
    else { return false }
    var status = stat()
    let path = TablePath(paths.roster).file
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size >= leastBytes, let file = try? RandomAccessFile(path: path),
      let head = try? file.bytes(0..<min(file.size, 16))
    else { return false }
    // What a database says may be in files beside it.
    return head.withUnsafeBufferPointer { FileSignature($0) } != .sqlite
  }

  /// Reads and validates every file; all issues of all files are collected before it throws `InputError`,
  /// but for names in the brief that the roster does not have: those are looked up once it is sound.
  ///
  /// Throws `FileProblem` where there is no room for the roster's own file.
  ///
  /// - Parameter budget: Money; takes the place of the brief's.
  public static func read(
    _ paths: CampaignPaths, budget: Double? = nil, threads: Int = 1,
    options: ReadingOptions = ReadingOptions(), cache: RosterCache
  ) throws -> LoadedLongCampaign {
    var context = ReadingContext(options, threads: threads, namesLeftOut: true)
    context.keepsRecords = true
    context.notes = paths.notes
    try paths.checkStandardInput()
    var brief = CampaignFiles.readBrief(paths, budget: budget, &context)
    // What follows the roster in every list.
    var rest = context.withoutFindings
    let table = context.open(TablePath(paths.roster))
    let digest = table.map { $0.digest(isConcurrent: threads > 1) }
    var products = ProductsFile.read(path: paths.products, &rest)
    let vectors = ScoringFiles.embeddings(paths, &products, &rest)

    var roster: StoredRoster?
    if let table, let digest {
      let found = try store(paths, table, digest.sha256, cache, &context)
      roster = found.roster
      context.records.append(
        PendingFileRecord(digest: digest, rows: found.roster?.header.rows ?? 0))
      context.take(rest)
      if let vectors, let records = found.records {
        check(vectors, records: records, of: table.file.path, &context)
        roster = roster?.adding(vectors)
      }
    } else {
      context.take(rest)
    }
    if let roster, let table, let products, products.table.isWhole {
      try checkReferences(&brief, roster, paths, table, products, &context)
      context.notes += ReadingNote.assumedAudiences(
        brief.brief, table.file.path,
        roster.count - roster.header.norms.knownAudiences(brief.brief), of: roster.count)
      context.notes += ReadingNote.recentWorks(
        brief.brief, table.file.path, undated: 0, saysNothing: !roster.header.tellsOfWorks)
    }
    for issue in brief.issuesOfCells(.ageByGender) { context.issues.append(issue) }
    CampaignFiles.checkColumns(brief, &context)
    context.checkLimit()
    guard let roster, let products, context.issues.isEmpty else {
      throw InputError(context.issues, in: context.terms.money)
    }
    let campaign = Campaign(roster: Roster(), products: products.products, brief: brief.brief)
    return LoadedLongCampaign(
      campaign: try LongCampaign(
        campaign, of: roster, norms: roster.header.norms, threads: threads),
      notes: context.notes, skipped: context.skipped, decisions: context.decisions,
      tallies: context.tallies,
      records: context.records)
  }

  /// The roster, from the cache or else from its table; nil, with issues, where that has faults. And how
  /// many records the table has, where that is known.
  private static func store(
    _ paths: CampaignPaths, _ input: TableInput, _ digest: String, _ cache: RosterCache,
    _ context: inout ReadingContext
  ) throws -> (roster: StoredRoster?, records: Int?) {
    let table = input.file
    let place = TablePath(paths.roster)
    let columns = [
      String(describing: context.statements.columns(of: .roster).sorted { $0.key < $1.key }),
      String(describing: (context.statements.values[.roster] ?? [:]).sorted { $0.key < $1.key }),
    ]
    let source =
      [
        digest, table.path, place.table ?? "", context.faultSettings.policy.rawValue,
        context.statesFormats ? "formats" : "", context.terms.tax.map { "\($0)" } ?? "",
        context.terms.feePolicy.rawValue, context.terms.askPolicy.rawValue,
        context.terms.money.code,
      ] + columns + context.packages.map { "package \($0.name)" }
      + context.terms.exchangeRates.sorted { $0.key < $1.key }.map { "\($0)" }
    var roster = cache.roster(from: source, threads: context.threads)
    // What is kept of a table does not have each of its faults.
    if context.rejects != nil, roster?.header.skipped.isEmpty == false { roster = nil }
    var records: Int?
    var headers: [String] = []
    if roster == nil {
      // The table may have to be read again.
      var rejects: RejectSpool?
      defer { if let rejects { context.rejects?.take(rejects) } }
      do {
        let (statements, threads, blank) = (
          context.statements, context.threads, context.withoutFindings
        )
        roster = try cache.makeRoster(from: source, threads: threads) { writer in
          var own = blank
          own.rejects = blank.rejects?.branch()
          rejects = own.rejects
          var stream = stream(place, input, statements, own)
          let empty = writer
          defer { (records, headers) = (stream.recordCount, stream.headers) }
          writer = try stream.survey(into: empty) { writer, part in
            try writer.append(part.roster, records: part.records)
          }
          try writer.finish { header in
            header.records = stream.recordCount ?? 0
            header.rows = stream.rowCount
            header.headers = stream.headers
            header.notes = stream.notes
            header.decisions = stream.decisions
            header.skipped = stream.skipped
          }
        }
      } catch let error as InputError {
        context.issues.append(contentsOf: error.issues)
        if !headers.isEmpty { context.headers.append((.roster, headers, table.path)) }
        return (nil, records)
      }
    }
    guard let roster else { return (nil, nil) }
    context.notes += roster.header.notes
    context.decisions += roster.header.decisions
    context.skipped.append(contentsOf: roster.header.skipped)
    context.tallies.append(
      TableTally(
        noun: .creator, path: table.path, read: roster.header.records, kept: roster.count,
        skipped: roster.header.skipped))
    context.headers.append((.roster, roster.header.headers, table.path))
    return (roster, roster.header.records)
  }

  /// - Parameter context: of the whole campaign; how much is passed over is judged with its other tables.
  private static func stream(
    _ place: TablePath, _ input: TableInput, _ statements: TableStatements,
    _ context: ReadingContext
  ) -> RosterStream {
    // Names of rows are looked up where they are asked for: the roster may come from the cache.
    var settings = context.faultSettings
    settings.namesLeftOut = false
    var own = ReadingContext(statements: statements, threads: context.threads, faults: settings)
    own.statesFormats = context.statesFormats
    own.terms = context.terms
    own.packages = context.packages
    (own.limit, own.rejects) = (.share(1), context.rejects)
    return RosterStream(
      path: place, input: input, statements: statements, threads: own.threads, embeddings: nil,
      audiences: nil, brief: BriefFile.Loaded(), context: own)
  }

  /// Every vector is checked once: later they are read a few at a time.
  private static func check(
    _ vectors: NPYRows, records: Int, of file: String, _ context: inout ReadingContext
  ) {
    guard vectors.rows == records else {
      context.issues.append(
        .embeddingRows(vectors.path, rows: vectors.rows, expected: records, of: file))
      return
    }
    var problems = [NPYProblem?](
      repeating: nil, count: Blocks.count(covering: vectors.rows, blockSize: rowsPerCheck))
    problems.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: vectors.rows, blockSize: rowsPerCheck, threads: context.threads) {
        do throws(NPYProblem) {
          _ = try vectors.values($1)
        } catch {
          output.base[$0] = error
        }
        vectors.release($1)
      }
    }
    if let problem = problems.lazy.compactMap({ $0 }).first {
      context.issues.append(.unusable(problem))
    }
  }

  private static func checkReferences(
    _ brief: inout BriefFile.Loaded, _ roster: StoredRoster, _ paths: CampaignPaths,
    _ table: TableInput, _ products: ProductsFile.Loaded, _ context: inout ReadingContext
  ) throws {
    let named = Set(
      brief.references.filter { $0.attribute == .creator }.map(\.cell.text))
    let known = named.isEmpty ? [] : try roster.identifiers(among: named)
    let accounts =
      known.count == named.count
      ? [:] : try roster.accounts(ofPersons: named.subtracting(known))
    resolve(accounts, in: &brief, &context)
    let missing = named.subtracting(known).subtracting(accounts.keys)
    if !missing.isEmpty, !roster.header.skipped.isEmpty {
      context.skipped.leftOut +=
        stream(TablePath(paths.roster), table, context.statements, context).leftOutRows(
          among: missing)
    }
    CampaignFiles.checkReferences(
      brief,
      CreatorNames(file: paths.roster, levels: roster.levels) { known.contains($0) }, products,
      &context)
  }
}

extension StoredRoster {
  /// Distinct texts of a column.
  fileprivate func levels(_ column: KeyPath<Roster, CategoryColumn>) -> [String] {
    Roster.categoryColumns.firstIndex { $0 == column }.map { header.levels[$0] } ?? []
  }
}
