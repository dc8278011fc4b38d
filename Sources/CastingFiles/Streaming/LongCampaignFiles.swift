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
  /// Rows that were left out; empty unless the options ask for that.
  public var skipped: InputIssues
  /// What was decided about tables and their columns, in the order read.
  public var decisions: [ReadingDecision]
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
    guard paths.deals == nil, paths.audience == nil, !options.carriesUnknownColumns,
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
  /// - Parameter budget: JPY; takes the place of the brief's.
  public static func read(
    _ paths: CampaignPaths, budget: Double? = nil, threads: Int = 1,
    options: ReadingOptions = ReadingOptions(), cache: RosterCache
  ) throws -> LoadedLongCampaign {
    var context = ReadingContext(threads: threads)
    context.keepsRecords = true
    context.skipsInvalid = options.skipsInvalidRows
    context.notes = paths.notes
    try paths.checkStandardInput()
    let brief = CampaignFiles.readBrief(paths, budget: budget, &context)
    // What follows the roster in every list.
    var rest = context.withoutFindings
    let table = context.map(TablePath(paths.roster).file)
    let digest = table.map { PendingDigest(file: $0, isConcurrent: threads > 1) }
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
        check(vectors, records: records, of: table.path, &context)
        roster = roster?.adding(vectors)
      }
    } else {
      context.take(rest)
    }
    if let roster, let products, products.table.isWhole {
      try checkReferences(brief, roster, of: paths.roster, products, &context)
    }
    CampaignFiles.checkColumns(brief, &context)
    guard let roster, let products, context.issues.isEmpty else {
      throw InputError(context.issues)
    }
    let campaign = Campaign(roster: Roster(), products: products.products, brief: brief.brief)
    return LoadedLongCampaign(
      campaign: try LongCampaign(
        campaign, of: roster, norms: roster.header.norms, threads: threads),
      notes: context.notes, skipped: context.skipped, decisions: context.decisions,
      records: context.records)
  }

  /// The roster, from the cache or else from its table; nil, with issues, where that has faults. And how
  /// many records the table has, where that is known.
  private static func store(
    _ paths: CampaignPaths, _ table: MappedFile, _ digest: String, _ cache: RosterCache,
    _ context: inout ReadingContext
  ) throws -> (roster: StoredRoster?, records: Int?) {
    let place = TablePath(paths.roster)
    let columns = [
      String(describing: context.statements.columns(of: .roster).sorted { $0.key < $1.key })
    ]
    let source =
      [digest, table.path, place.table ?? "", context.skipsInvalid ? "skip" : "",
        context.statesFormats ? "formats" : ""] + columns
    var roster = cache.roster(from: source, threads: context.threads)
    var records: Int?
    var headers: [String] = []
    if roster == nil {
      do {
        let (statements, threads, skipsInvalid) = (
          context.statements, context.threads, context.skipsInvalid
        )
        var blank = ReadingContext(threads: threads)
        blank.statesFormats = context.statesFormats
        let start = blank
        roster = try cache.makeRoster(from: source, threads: threads) { writer in
          var stream = RosterStream(
            path: place, file: table, statements: statements, threads: threads,
            skipsInvalid: skipsInvalid, embeddings: nil, audiences: nil,
            brief: BriefFile.Loaded(), context: start)
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
            header.skipped = stream.skippedRows.kept
            header.skippedCount = stream.skippedRows.total
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
    context.skipped.append(
      contentsOf: InputIssues(rows: roster.header.skipped, total: roster.header.skippedCount))
    context.headers.append((.roster, roster.header.headers, table.path))
    return (roster, roster.header.records)
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
    _ brief: BriefFile.Loaded, _ roster: StoredRoster, of file: String,
    _ products: ProductsFile.Loaded, _ context: inout ReadingContext
  ) throws {
    let named = Set(
      brief.references.filter { $0.attribute == .creator }.map(\.cell.text))
    let known = named.isEmpty ? [] : try roster.identifiers(among: named)
    CampaignFiles.checkReferences(
      brief,
      CreatorNames(file: file, levels: roster.levels) { known.contains($0) }, products, &context)
  }
}

extension StoredRoster {
  /// Distinct texts of a column.
  fileprivate func levels(_ column: KeyPath<Roster, CategoryColumn>) -> [String] {
    Roster.categoryColumns.firstIndex { $0 == column }.map { header.levels[$0] } ?? []
  }
}
