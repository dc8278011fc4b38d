/// The numbers in a table of audiences.
public struct AudienceCoverage: Sendable {
  public let columns: [ColumnCoverage]

  /// - Parameter table: where the audiences were read from.
  public init(in table: InputTable) {
    columns = [
      ColumnCoverage("share", .share, in: table, of: table.lines.count, standIn: nil)
    ]
  }
}
