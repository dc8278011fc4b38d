/// A place in an input.
struct InputPlace: Sendable {
  var file: String
  var line: Int?
  var column: Int?
  /// Of the column, as written.
  var header: String?
}
