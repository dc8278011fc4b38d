import Tables

/// A file that a plan was made from.
public struct InputFileRecord: Sendable, Equatable {
  /// As the user gave it.
  public var path: String
  /// Lower-case hexadecimal digest of the bytes.
  public var sha256: String
  /// Data rows of a table or matrix; 1 for a brief.
  public var rows: Int

  public init(path: String, sha256: String, rows: Int) {
    self.path = path
    self.sha256 = sha256
    self.rows = rows
  }

  init(file: MappedFile, rows: Int) {
    self.init(path: file.path, sha256: SHA256.hexadecimal(file.bytes), rows: rows)
  }
}
