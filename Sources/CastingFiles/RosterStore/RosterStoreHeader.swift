import Casting
import CastingPlanning
import CastingReview

/// What a stored roster says of itself: everything but its cells.
struct RosterStoreHeader: Codable {
  /// Changes with the form of the file, and with what readers of tables make of the same bytes.
  static let form = 5

  var form = RosterStoreHeader.form
  /// Creators.
  var count = 0
  /// Distinct texts of every column of categories.
  var levels: [[String]] = []
  /// Whether the roster has a column of numbers, or of days, at all.
  var hasNumbers: [Bool] = []
  /// Packages of which the roster may have fees; nil where the brief has none.
  var packages: [String]?
  var hasDays: [Bool] = []
  /// Records of the table that the roster was read from, those that were left out among them; and of these
  /// the ones whose fields could be told apart.
  var records = 0
  var rows = 0
  var norms = RosterNorms()
  /// Whether the table says of some creator for whom she worked.
  var tellsOfWorks = false
  /// Of the table.
  var headers: [String] = []
  /// What was found out about the table.
  var notes: [ReadingNote] = []
  /// What was decided about the table and its columns.
  var decisions: [ReadingDecision] = []
  /// Rows that were left out and cells that count as not known, as far as they were kept.
  var skipped = InputIssues()
}

/// How a roster lies in a file: groups of creators, of each a column after the other.
///
/// Numbers are little-endian doubles, NaN for empty cells; categories codes of one, two or four bytes; days
/// `yyyymmdd` in four, 0 for none; texts the ends of the cells, four bytes each, then their UTF-8. A column
/// of which a group has nothing takes no place. After the groups come a table of the places of all columns,
/// checksums, the header as JSON, and the trailer.
enum RosterStoreForm {
  /// Creators of a group; a whole number of them is a part that is planned at a time.
  static let creatorsPerGroup = LongCampaign.creatorsPerPart

  static let magic = Array("castplan roster\n".utf8)
  /// Offsets of the places, the checksums and the header, where that ends, and the checksum of these three;
  /// then `magic`.
  static let trailerSize = 5 * 8 + magic.count

}

extension RosterStoreHeader {
  /// Columns in the order of the file: those that only describe creators last, since deals are made without.
  var columns: Int { dealColumns + Roster.describingColumns.count }

  var dealColumns: Int {
    let named = 1 + Roster.categoryColumns.count + Roster.dayColumns.count
    return named + numberColumns.count + Roster.textColumns.count
  }

  var numberColumns: [WritableKeyPath<Roster, NumberColumn>] {
    Roster.numberColumns(packages: packages?.count ?? 0)
  }
}
