import Casting
import CastingReview
import Tables

/// What scoring reads: products and brief as a whole, the roster as a stream.
public struct ScoringInputs {
  /// Complete, with their embeddings where there are any.
  public var products: ProductList
  /// As read; its budget may be missing.
  public var brief: Brief
  /// What was found out about products and brief.
  public var notes: [ReadingNote]
  /// Products and audiences that were left out, and their cells that count as not known.
  public var skipped: InputIssues
  /// What was decided about the products.
  public var decisions: [ReadingDecision]
  /// Opened, and not read yet.
  public var roster: RosterStream
  /// Paths of the files that were read as a whole, those that the brief names among them.
  public var files: [String]
}

/// Reads the inputs of a scoring, but for the rows of the roster.
public enum ScoringFiles {
  /// Reads products and brief, and opens the roster; all issues are collected before it throws.
  ///
  /// - Parameter paths: the table of deals has no say.
  public static func read(
    _ paths: CampaignPaths, threads: Int, options: ReadingOptions = ReadingOptions()
  ) throws(InputError) -> ScoringInputs {
    var context = ReadingContext(options, threads: threads)
    context.notes = paths.notes
    context.carriesUnknown = options.carriesUnknownColumns
    try paths.checkStandardInput()
    var brief = BriefFile.Loaded()
    if let path = paths.brief { brief = BriefFile.read(path: path, &context) ?? brief }
    CampaignFiles.readReading(paths, into: &brief, &context)
    context.statements = brief.brief.tables
    context.statesFormats = brief.brief.formats != nil
    context.terms = brief.brief.terms
    context.packages = brief.brief.packages
    var products = ProductsFile.read(path: paths.products, &context)
    let place = TablePath(paths.roster)
    let input = context.open(place, spoolsPipes: true)
    let embeddings = embeddings(paths, &products, &context)
    let audiences = paths.audience.flatMap {
      AudienceFile.read(path: $0, brief: brief, &context)
    }
    if let audiences, let products {
      context.notes += audiences.weightNotes(brief.brief, products.products)
    }
    if paths.audience == nil || audiences != nil {
      for issue in brief.issuesOfCells(audiences?.cells ?? .ageByGender) {
        context.issues.append(issue)
      }
    }
    guard let products, let input, context.issues.isEmpty else {
      throw InputError(context.issues, in: context.terms.money)
    }
    return ScoringInputs(
      products: products.products, brief: brief.brief, notes: context.notes,
      skipped: context.skipped, decisions: context.decisions,
      roster: RosterStream(
        path: place, input: input, statements: brief.brief.tables, threads: threads,
        embeddings: embeddings, audiences: audiences, brief: brief, context: context),
      files: context.read)
  }

  /// The products' matrix goes to the products, that of the creators is opened; nil where that cannot be.
  static func embeddings(
    _ paths: CampaignPaths, _ products: inout ProductsFile.Loaded?,
    _ context: inout ReadingContext
  ) -> NPYRows? {
    guard paths.creatorEmbeddings != nil || paths.productEmbeddings != nil else { return nil }
    guard let creatorPath = paths.creatorEmbeddings, let productPath = paths.productEmbeddings
    else {
      context.issues.append(
        .embeddingsAlone(
          paths.creatorEmbeddings ?? paths.productEmbeddings ?? "",
          missing: paths.creatorEmbeddings == nil
            ? "--creator-embeddings" : "--product-embeddings"))
      return nil
    }
    guard let wanted = products else { return nil }
    var rows: NPYRows?
    if let file = context.map(creatorPath) {
      do throws(NPYProblem) {
        let matrix = try NPYRows(file)
        context.record(file, rows: matrix.rows)
        rows = matrix
      } catch {
        context.issues.append(.unusable(error))
      }
    }
    guard let matrix = EmbeddingFiles.matrix(productPath, for: wanted.table, &context) else {
      return rows
    }
    if let rows, rows.columns != matrix.columns {
      context.issues.append(
        .embeddingDimensions(
          productPath, columns: matrix.columns, other: rows.columns, in: creatorPath))
    } else {
      products?.products.embeddings = matrix.values
      products?.products.embeddingDimensions = matrix.columns
    }
    return rows
  }
}
