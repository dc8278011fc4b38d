import Casting
import CastingReview
import Tables

/// What was found out while inputs were read, and refuses nothing.
public enum ReadingNote: Fact, Codable, Hashable {
  /// - field: of the header, from 1.
  /// - isCarried: whether its cells are kept for the output.
  case unknownColumn(file: String, header: String, field: Int, isCarried: Bool)
  /// Cells of audiences that tell no age or no gender where these weigh.
  case unweighedCells(file: String, cells: Int, all: Int, trait: AudienceTrait)
  /// - audience: path of the table that takes the place of the roster's own ages and genders.
  case replacedAudience(file: String, audience: String)
  /// Creators of whose audience not all is known where the brief asks of audiences: the default mix stands
  /// in.
  case assumedAudience(file: String, creators: Int, all: Int)
  /// Creators who are left out for works for competitors that have no day.
  case undatedWorks(file: String, creators: Int)
  /// The brief names competitors, and the roster says of nobody for whom she worked.
  case noRecentWorks(file: String)
  /// Rows with empty fields beyond the header.
  case surplusFields(file: String, rows: Int, all: Int, headers: Int)
  /// A file that is not what most are.
  ///
  /// - encoding, form: nil where they are the usual ones.
  /// - table: of a database; the list of a wrapper; the column that the keys of a map are.
  case readAs(
    file: String, isGzip: Bool, encoding: TextEncoding?, form: Form?, table: String?)
  /// A first line that only says what stands between the fields, `sep=;`.
  case statedDelimiter(file: String, delimiter: String)
  /// A name in the brief that nobody and nothing has.
  case matchesNothing(
    file: String, line: Int?, column: Int?, noun: RowNoun, attribute: String, value: String)

  /// A package that the brief names no more where it names formats.
  case packageNotInPlay(file: String, package: String)
  /// A package for which nobody asks a fee.
  case packageNotOffered(file: String, package: String)

  /// Rows of a sheet that are hidden, or that a filter passes over, and were read.
  case hiddenRows(file: String, rows: Int, isFiltered: Bool)
  /// Macros of a workbook, which were not looked at.
  case macros(file: String)
  /// Products of a shop's export that are not on sale, and were left out.
  case hiddenProducts(file: String, products: Int)
  /// Rows that tell the formats of one creator each.
  case mergedRows(file: String, rows: Int, creators: Int)
  /// Rows that are accounts of persons on several platforms; the ids that the first of them got.
  case accounts(file: String, rows: Int, persons: Int, example: [String])
  /// Creators whose followers were estimated from their tier or their views.
  case estimatedFollowers(file: String, creators: Int)
  /// What a table or a column of it was taken for, where that is worth telling.
  case decision(ReadingDecision)
  /// Cells that hold no single number, and what counts for them.
  case inexactCells(file: String, header: String, kind: InexactKind, cells: Int)

  /// A sheet that was told by its headers.
  case sheetByHeaders(file: String, sheet: String, role: SheetRole)
  /// Sheets of a workbook that hold something, but no input.
  case unusedSheets(file: String, sheets: [String])
  /// An input that an option names beside a workbook that has it too.
  case insteadOfSheet(path: String, file: String, sheet: String, role: SheetRole)

  /// Whether it tells what a table or a column was taken for.
  public var isDecision: Bool { if case .decision = self { true } else { false } }

  /// What cells hold in place of a number.
  public enum InexactKind: String, CaseIterable, Codable, Sendable {
    /// Ranges of amounts: the upper end counts.
    case amounts
    /// The same where the brief asks for the middle, or the lower end.
    case middleAmounts = "middle_amounts"
    case lowAmounts = "low_amounts"
    /// Other ranges: the middle counts.
    case ranges
    /// `約3万`, `200+`: the number counts.
    case approximate
    /// Fees to be asked for: an estimate counts.
    case asks
    /// The same where the brief wants no such deals.
    case excludedAsks = "excluded_asks"
    /// The same where none can be estimated: the brief has no rate of yen.
    case unpricedAsks = "unpriced_asks"
  }

  /// What the name of a cell may tell.
  public enum AudienceTrait: String, CaseIterable, Codable, Sendable {
    case age, gender
  }

  /// The form of a table where it is not the usual.
  public enum Form: String, CaseIterable, Codable, Sendable {
    case semicolons, tabs, sqlite, workbook, parquet
    case jsonList = "json_list"
    case jsonLines = "json_lines"
    /// Objects one after the other, over several lines each.
    case jsonObjects = "json_objects"
    /// A list in an object.
    case jsonWrapper = "json_wrapper"
    /// Objects by their ids.
    case jsonMap = "json_map"
  }
}
