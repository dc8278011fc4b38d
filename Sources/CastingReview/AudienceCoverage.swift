/// The numbers in a table of audiences.
package struct AudienceCoverage: Sendable {
  package let columns: [ColumnCoverage]

  /// - Parameter table: where the audiences were read from.
  package init(in table: InputTable) {
    columns = [
      ColumnCoverage("share", .share, in: table, of: table.lines.count, standIn: nil)
    ]
  }
}
