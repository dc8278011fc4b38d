import Casting
import CastingFiles

/// What a scoring came to, for the program that started it.
package struct ScoreSummary: Sendable {
  package static let schema = "castplan/score-summary/1"

  /// How a run stood when it ended; one that failed leaves no summary.
  package enum State: String, Sendable {
    /// All rows were written by this run.
    case complete
    /// Those of an interrupted run stood there; this one wrote the rest.
    case resumed
    /// All rows stood there already.
    case held
  }

  package var version: String
  package var run: ScoreRunName?
  package var state: State
  /// Nil for standard output.
  package var out: String?
  package var products = 0
  /// Code of the currency of all amounts.
  package var currency = "JPY"
  /// In the roster, and those among them who take no deal; nil where the run did not have to look.
  package var creators: (all: Int, withoutDeals: Int)?
  /// Rows that this run wrote, and how many there are of each grade.
  package var rows = 0
  package var rowsOfGrade: [Grade: Int] = [:]
  /// How much of each table was used.
  package var tables: [TableTally] = []
  package var seconds = 0.0
  /// Bytes.
  package var peakMemory = 0

  package init(version: String, run: ScoreRunName?, state: State, out: String?) {
    self.version = version
    self.run = run
    self.state = state
    self.out = out
  }

  /// Counts rows that were written.
  package mutating func count(_ written: [ScoreRow]) {
    rows += written.count
    for row in written { rowsOfGrade[row.deal.grade, default: 0] += 1 }
  }

  /// Whether a file holds a summary of castplan, so that the next one may take its place.
  package static func isSummary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.prefix(200).firstRange(of: Array("\"\(schema)\"".utf8)) != nil
  }

  /// A JSON object.
  package var text: [UInt8] { document.text }

  private var document: JSONValue {
    .object([
      ("schema", .string(Self.schema)), ("castplan", .string(version)),
      ("run_id", run.map { .string($0.id) } ?? .null),
      ("run_date", run.map { $0.date.isEmpty ? .null : .string($0.date) } ?? .null),
      ("state", .string(state.rawValue)), ("out", out.map { .string($0) } ?? .null),
      ("currency", .string(currency)), ("products", Self.count(products)),
      ("creators", creators.map { Self.count($0.all) } ?? .null),
      ("creators_without_deals", creators.map { Self.count($0.withoutDeals) } ?? .null),
      ("rows_written", Self.count(rows)),
      (
        "grades",
        .object(Grade.allCases.map { (key: $0.word, value: Self.count(rowsOfGrade[$0] ?? 0)) })
      ),
      ("tables", .array(tables.map(Self.table))),
      (
        "timings",
        .object([
          ("total_s", .number(seconds)), ("peak_memory_bytes", Self.count(peakMemory)),
        ])
      ),
    ])
  }

  private static func table(_ tally: TableTally) -> JSONValue {
    .object([
      ("path", .string(tally.path)), ("read", count(tally.read)),
      ("left_out", count(tally.leftOut)), ("cells_blanked", count(tally.cellsBlanked)),
    ])
  }

  private static func count(_ number: Int) -> JSONValue { .integer(UInt64(number)) }
}
