import Casting
import Tables

/// Writes creators as a CSV table with the columns of files.md, those that the roster has.
public struct RosterWriting: Sendable {
  private let roster: Roster
  private let columns: [Column]

  /// Chooses the columns in which the roster says anything.
  public init(_ roster: Roster) {
    self.roster = roster
    columns = Self.columns(of: roster)
  }

  /// The whole table as UTF-8, without a byte-order mark.
  public func csv() -> [UInt8] {
    var writer = CSVWriter()
    appendHeader(to: &writer)
    append(rows: 0..<roster.count, to: &writer)
    return writer.bytes
  }

  /// Appends the row of column names.
  public func appendHeader(to writer: inout CSVWriter) {
    for column in columns { writer.append(column.name) }
    writer.endRow()
  }

  /// Appends some of the creators: for tables too long to hold as text.
  public func append(rows: Range<Int>, to writer: inout CSVWriter) {
    for row in rows {
      for column in columns { column.append(row, &writer) }
      writer.endRow()
    }
  }

  private struct Column: Sendable {
    var name: String
    var append: @Sendable (Int, inout CSVWriter) -> Void
  }

  private static func columns(of roster: Roster) -> [Column] {
    let texts = [
      ("name", roster.names), ("handle", roster.handles), ("url", roster.urls),
      ("niche", roster.niches), ("bio", roster.bios),
    ].compactMap { text($0.0, $0.1) }
    let categories = [
      ("platform", roster.platforms), ("region", roster.regions), ("language", roster.languages),
      ("agency", roster.agencies), ("employment", roster.employments),
      ("certification", roster.certifications), ("tier", roster.statedTiers),
    ].compactMap { category($0.0, $0.1) }
    let numbers = numberColumns(of: roster).compactMap { number($0.0, $0.1) }
    let days = [
      ("available_from", roster.availableFrom), ("available_to", roster.availableTo),
    ].compactMap { day($0.0, $0.1) }
    let identifiers = Column(name: "creator_id") { [ids = roster.creatorIDs] row, writer in
      ids.withUTF8(row) { writer.append(utf8: $0) }
    }
    return [identifiers]
      + (texts + categories + numbers + days).sorted { position($0) < position($1) }
  }

  /// Columns are written in the schema's order.
  private static func position(_ column: Column) -> Int {
    TableSchema.roster.index(of: column.name) ?? 0
  }

  private static func numberColumns(of roster: Roster) -> [(String, NumberColumn)] {
    var columns = [
      ("followers", roster.followers), ("avg_views", roster.averageViews),
      ("engagement_rate", roster.engagementRates), ("posts_sampled", roster.postsSampled),
      ("reply_rate", roster.replyRates), ("repeat_viewer_share", roster.repeatViewerShares),
      ("authentic_share", roster.authenticShares), ("uplink_mbps", roster.uplinks),
      ("fee", roster.fees), ("commission", roster.commissions),
      ("guarantee", roster.guarantees), ("activation_cost", roster.activationCosts),
      ("slots", roster.slots), ("female_share", roster.femaleShares),
    ]
    for format in DealFormat.allCases {
      columns.append(("views_\(format.rawValue)", roster.formatViews[format.index]))
      columns.append(("fee_\(format.rawValue)", roster.formatFees[format.index]))
    }
    for (band, age) in AudienceColumns.ages.enumerated() {
      columns.append((age.name, roster.ageShares[band]))
    }
    return columns
  }

  private static func text(_ name: String, _ texts: TextColumn) -> Column? {
    guard texts.byteCount > 0 else { return nil }
    return Column(name: name) { row, writer in texts.withUTF8(row) { writer.append(utf8: $0) } }
  }

  private static func category(_ name: String, _ values: CategoryColumn) -> Column? {
    // A roster whose every creator is external was read from a file without the column.
    let unsaid = ["", name == "employment" ? Employment.external.rawValue : ""]
    guard values.levels.contains(where: { !unsaid.contains($0) }) else { return nil }
    return Column(name: name) { row, writer in writer.append(values[row]) }
  }

  private static func number(_ name: String, _ numbers: NumberColumn) -> Column? {
    guard numbers.isPresent else { return nil }
    return Column(name: name) { row, writer in writer.append(numbers[row]) }
  }

  private static func day(_ name: String, _ days: [CalendarDay?]) -> Column? {
    guard !days.isEmpty else { return nil }
    return Column(name: name) { row, writer in writer.append(days[row]?.iso ?? "") }
  }
}
