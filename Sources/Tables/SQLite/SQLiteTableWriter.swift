import Foundation
import GRDB

/// Writes rows into a table of a SQLite file so that whoever dies in between can go on: rows and the
/// state that belongs to them are kept in one transaction, or not at all.
public final class SQLiteTableWriter {
  public enum Kind: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
  }

  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    /// NaN is NULL.
    case real(Double)
  }

  public struct Column: Sendable {
    public var name: String
    public var kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  private let path: String
  private let table: String
  private let columns: [Column]
  private let database: DatabaseQueue
  /// Texts that were kept, by name.
  public private(set) var state: [String: String] = [:]
  /// Whether the file holds tables of somebody else.
  public let isForeign: Bool

  private static let stateTable = "run_state"

  /// Opens or creates the file; changes nothing in it yet.
  public init(path: String, table: String, columns: [Column]) throws(FileProblem) {
    self.path = path
    self.table = table
    self.columns = columns
    do {
      var configuration = Configuration()
      // Another program may look at the file.
      configuration.busyMode = .timeout(10)
      database = try DatabaseQueue(path: path, configuration: configuration)
      let names = try database.read {
        try String.fetchAll(
          $0, sql: "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
      }
      isForeign = !names.isEmpty && !names.contains(Self.stateTable)
      if names.contains(Self.stateTable) {
        let rows = try database.read {
          try Row.fetchAll($0, sql: "SELECT name, value FROM \(Self.stateTable)")
        }
        for row in rows { state[row["name"]] = row["value"] }
      }
    } catch {
      throw Self.problem(error, path)
    }
  }

  /// Starts anew with an empty table and this state.
  public func start(state: [String: String]) throws(FileProblem) {
    let definitions = columns.map { "\(Self.quoted($0.name)) \($0.kind.rawValue)" }
    try write { database in
      for name in [table, Self.stateTable] {
        try database.execute(sql: "DROP TABLE IF EXISTS \(Self.quoted(name))")
      }
      try database.execute(
        sql: "CREATE TABLE \(Self.quoted(table)) (\(definitions.joined(separator: ", ")))")
      try database.execute(
        sql: "CREATE TABLE \(Self.stateTable) (name TEXT PRIMARY KEY, value TEXT)")
      self.state = [:]
      try keep(state, database)
    }
  }

  /// Appends rows, their values one after the other, and keeps the state that goes with them.
  public func append(_ values: [Value], state: [String: String]) throws(FileProblem) {
    precondition(values.count % columns.count == 0)
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try write { database in
      let statement = try database.cachedStatement(
        sql: "INSERT INTO \(Self.quoted(table)) VALUES (\(places))")
      var start = 0
      while start < values.count {
        let row = values[start..<start + columns.count].map(\.database)
        try statement.setArguments(StatementArguments(row))
        try statement.execute()
        start += columns.count
      }
      try keep(state, database)
    }
  }

  private func keep(_ state: [String: String], _ database: Database) throws {
    for (name, value) in state.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT OR REPLACE INTO \(Self.stateTable) VALUES (?, ?)", arguments: [name, value])
      self.state[name] = value
    }
  }

  private func write(_ body: (Database) throws -> Void) throws(FileProblem) {
    do {
      try database.write(body)
    } catch {
      throw Self.problem(error, path)
    }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func problem(_ error: any Error, _ path: String) -> FileProblem {
    let words = (error as? DatabaseError)?.message ?? "\(error)"
    return FileProblem(path: path, reason: .unwritableDatabase(words: words))
  }
}

extension SQLiteTableWriter.Value {
  fileprivate var database: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.isNaN ? .null : number.databaseValue
    }
  }
}
