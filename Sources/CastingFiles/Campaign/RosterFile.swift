import Casting
import Tables

/// Reads a creator table.
public enum RosterFile {
  /// Reads and validates the creators in a table: CSV, TSV, JSON Lines or SQLite.
  ///
  /// - Parameters:
  ///   - columns: column name to header, from the brief.
  ///   - threads: how many threads may read.
  public static func read(
    path: String, columns: [String: String] = [:], threads: Int = 1
  ) throws(InputError) -> Roster {
    var context = ReadingContext(statements: TableStatements(columns), threads: threads)
    let roster = read(path: path, &context)?.roster
    guard let roster, context.issues.isEmpty else { throw InputError(context.issues) }
    return roster
  }

  /// A roster and what cross-checks need beside it.
  struct Loaded {
    var roster: Roster
    var index: IdentifierIndex
    var table: TypedTable
  }

  static func read(path: String, _ context: inout ReadingContext) -> Loaded? {
    let read = context.readTable(
      path: path, schema: .roster, carriesUnknown: context.carriesUnknown)
    guard var table = read, table.match != nil else { return nil }
    mergeFormats(&table, &context)
    var index = IdentifierIndex(table.text("creator_id"), hashes: table.identifierHashes)
    nameAccounts(&table, index, &context)
    if table.writtenIdentifiers != nil {
      index = IdentifierIndex(table.text("creator_id"), hashes: table.identifierHashes)
    }
    table.reportDuplicates(index, column: "creator_id", &context.issues)
    var roster = makeRoster(table)
    complete(&roster, &table, &context.issues)
    if context.leaveOutFaultyRows(of: &table) {
      index = IdentifierIndex(table.text("creator_id"), hashes: table.identifierHashes)
      roster = makeRoster(table)
      table.estimatedFollowers = 0
      complete(&roster, &table, &context.issues)
    }
    if table.estimatedFollowers > 0 {
      context.notes.append(
        .estimatedFollowers(
          file: SheetPlace.shown(table.file), creators: table.estimatedFollowers))
    }
    context.tally(table, path: path, kept: table.rows)
    return Loaded(roster: roster, index: index, table: table)
  }

  /// The columns that the schema does not know, if they were asked for.
  static func carried(_ table: TypedTable) -> [CarriedColumn] {
    guard let match = table.match else { return [] }
    let first = table.schema.columns.count - match.carriedHeaders.count
    return match.carriedHeaders.enumerated().map {
      CarriedColumn(header: $1, cells: table.texts[first + $0])
    }
  }

  static func makeRoster(_ table: TypedTable) -> Roster {
    var roster = Roster()
    roster.creatorIDs = table.text("creator_id")
    roster.names = table.text("name")
    roster.persons = table.text("person")
    roster.handles = table.text("handle")
    roster.urls = table.text("url")
    roster.platforms = table.category("platform")
    roster.regions = table.category("region")
    roster.languages = table.category("language")
    roster.agencies = table.category("agency")
    roster.employments = employments(table)
    roster.certifications = table.category("certification")
    roster.niches = table.text("niche")
    roster.exclusions = exclusions(table, "ng")
    roster.recentWorks = exclusions(table, "recent")
    roster.bios = table.text("bio")
    roster.followers = table.number("followers")
    roster.statedTiers = table.category("tier")
    roster.averageViews = table.number("avg_views")
    roster.fees = table.number("fee")
    roster.feeLows = table.feeLows("fee")
    roster.feeFormats = feeFormats(table)
    for format in DealFormat.simple {
      roster.formatViews[format.index] = table.number("views_\(format.rawValue)")
      roster.formatFees[format.index] = table.number("fee_\(format.rawValue)")
      roster.formatFeeLows[format.index] = table.feeLows("fee_\(format.rawValue)")
    }
    roster.packageFees = table.schema.packages.map { package in
      let column = TableSchema.feeColumn(of: package)
      var fees = PackageFees(package: package.name, fees: table.number(column))
      fees.lows = table.feeLows(column)
      return fees
    }
    roster.engagementRates = table.number("engagement_rate")
    roster.postsSampled = table.number("posts_sampled")
    roster.replyRates = table.number("reply_rate")
    roster.repeatViewerShares = table.number("repeat_viewer_share")
    roster.authenticShares = table.number("authentic_share")
    roster.commissions = table.number("commission")
    roster.paysPerOrder = table.number("pay_per_order")
    roster.extras = table.number("extras")
    roster.usageFees = table.number("usage_fee")
    roster.usageMonths = table.number("usage_months")
    roster.guarantees = table.number("guarantee")
    roster.activationCosts = table.number("activation_cost")
    roster.slots = table.number("slots")
    roster.uplinks = table.number("uplink_mbps")
    roster.femaleShares = table.number("female_share")
    for (band, age) in AudienceColumns.ages.enumerated() {
      roster.ageShares[band] = table.number(age.name)
    }
    roster.availableFrom = table.day("available_from")
    roster.availableTo = table.day("available_to")
    return roster
  }

  /// What the only fee of each creator pays for; nothing where that was not decided.
  private static func feeFormats(_ table: TypedTable) -> CategoryColumn {
    guard let formats = table.conventions.feeFormats else {
      return CategoryColumn(repeating: "", count: table.rows)
    }
    var column = CategoryColumn()
    // All of them, whichever part of a table this is.
    for format in formats { _ = column.code(for: format.rawValue) }
    for format in Self.formats(of: table) { column.append(format.rawValue) }
    return column
  }

  /// An empty cell is `external`, as files.md has it.
  private static func employments(_ table: TypedTable) -> CategoryColumn {
    let stated = table.category("employment")
    var employments = CategoryColumn()
    let codes = stated.levels.map {
      employments.code(for: $0.isEmpty ? Employment.external.rawValue : $0)
    }
    for code in stated.codes { employments.append(code: codes[Int(code)]) }
    return employments
  }
}
