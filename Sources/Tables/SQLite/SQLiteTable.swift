import Foundation
import GRDB

/// A table or view of a SQLite file, read only, row by row.
public final class SQLiteTable {
  /// As in the database.
  public let name: String
  /// In the table's order; names may repeat in a view.
  public private(set) var columns: [String] = []
  private let path: String
  private let database: DatabaseQueue

  /// Opens a table by its name, or the only one there is.
  ///
  /// - Throws: `SQLiteProblem`: no such table, or several and none named, or a damaged file.
  public init(path: String, name: String?) throws(SQLiteProblem) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.readonly = true
      // A file from elsewhere may not call functions through its views.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
      database = try DatabaseQueue(path: path, configuration: configuration)
      let names = try database.read {
        try String.fetchAll(
          $0,
          sql: """
            SELECT name FROM sqlite_master
            WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name
            """)
      }
      guard let found = Self.choose(name, among: names) else {
        throw SQLiteProblem.noSuchTable(name, tables: names)
      }
      self.name = found
      columns = try database.read { try $0.makeStatement(sql: Self.query(found)).columnNames }
    } catch let problem as SQLiteProblem {
      throw problem
    } catch {
      throw .file(Self.problem(error, path: path))
    }
  }

  /// Calls `body` for each row in the table's own order until it returns false.
  public func forEachRow(_ body: (borrowing SQLiteRow) -> Bool) throws(SQLiteProblem) {
    do {
      try database.read { database in
        let rows = try Row.fetchCursor(database, sql: Self.query(name))
        while let row = try rows.next() {
          if !body(SQLiteRow(row: row)) { return }
        }
      }
    } catch {
      throw .file(Self.problem(error, path: path))
    }
  }

  private static func choose(_ name: String?, among names: [String]) -> String? {
    guard let name else { return names.count == 1 ? names[0] : nil }
    return names.first { $0 == name } ?? names.first { $0.lowercased() == name.lowercased() }
  }

  private static func query(_ table: String) -> String {
    "SELECT * FROM \"" + table.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func problem(_ error: any Error, path: String) -> FileProblem {
    let words = (error as? DatabaseError)?.message ?? "\(error)"
    return FileProblem(path: path, reason: .damagedDatabase(words: words))
  }
}

/// One row of a SQLite table.
public struct SQLiteRow: ~Copyable {
  fileprivate let row: Row

  /// The value of a column as text: numbers in the shortest form that reads back the same, `NULL`
  /// empty; nil for bytes that are no text.
  public func text(_ column: Int) -> String? {
    let value: DatabaseValue = row[column]
    return switch value.storage {
    case .null: ""
    case .int64(let number): String(number)
    case .double(let number): CSVWriter.shortest(number)
    case .string(let text): text
    case .blob: nil
    }
  }
}

/// Why a table of a SQLite file cannot be read.
public enum SQLiteProblem: Error, Equatable, Sendable {
  case file(FileProblem)
  /// No table has the name, or none is named (nil) and there is not exactly one.
  case noSuchTable(String?, tables: [String])
}
