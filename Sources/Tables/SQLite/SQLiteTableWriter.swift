import Foundation
import GRDB

/// Writes rows into a table of a SQLite file so that whoever dies in between can go on: rows and the
/// state that belongs to them are kept in one transaction, or not at all.
///
/// One run writes at a time: the file is locked as long as the object lives, and where the file system
/// has no locks, the first transaction that comes after another run's fails. Others may read meanwhile.
public final class SQLiteTableWriter {
  /// Type of a column, as SQL names it.
  public enum Kind: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
  }

  /// Value of a cell.
  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    /// NaN is NULL.
    case real(Double)
  }

  /// A column to be created.
  public struct Column: Sendable {
    /// Quoted when it is written: any text.
    public var name: String
    /// Type of its values.
    public var kind: Kind

    /// A column by name and type.
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  private let path: String
  private let table: String
  private let columns: [Column]
  private let lock: FileLock
  private let database: DatabaseQueue
  /// `PRAGMA user_version`: counts the transactions of this and earlier runs.
  private var transactions: Int32 = 0
  private var isStarted = false
  /// Texts that were kept, by name.
  public private(set) var state: [String: String] = [:]
  /// Whether the file holds tables of somebody else.
  public let isForeign: Bool

  private static let stateTable = "run_state"

  /// Whether there was no file before.
  public var isNew: Bool { lock.isNew }

  /// Opens or creates the file; changes nothing in it yet. A new one in which nothing was started is gone
  /// with the object. Throws `.inUse` where another run has the file.
  public init(path: String, table: String, columns: [Column]) throws(FileProblem) {
    let lock = try FileLock(path: path)
    self.lock = lock
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
      transactions = try database.read(Self.transactions)
    } catch {
      if lock.isNew { UnfinishedFiles.remove(path) }
      throw Self.problem(error, path)
    }
  }

  deinit {
    if lock.isNew && !isStarted { UnfinishedFiles.remove(path) }
  }

  /// Starts anew with an empty table and this state.
  public func start(state: [String: String]) throws(FileProblem) {
    try write { database in
      for name in [table, Self.stateTable] {
        try database.execute(sql: "DROP TABLE IF EXISTS \(Self.quoted(name))")
      }
      try makeTables(database)
      self.state = [:]
      try keep(state, database)
    }
  }

  /// Starts a group of rows that share a text, among those of other groups: whatever rows of it are there
  /// go, and this state is kept beside that of the others. The table is made if it is not there.
  public func start(
    rowsWhere column: String, are text: String, state: [String: String]
  ) throws(FileProblem) {
    try write { database in
      try makeTables(database)
      try database.execute(
        sql: "DELETE FROM \(Self.quoted(table)) WHERE \(Self.quoted(column)) = ?",
        arguments: [text])
      try keep(state, database)
    }
  }

  /// Names of the table's columns as it stands in the file; empty where it is not there. Throws
  /// `FileProblem`.
  public var columnsInFile: [String] {
    get throws(FileProblem) {
      do {
        return try database.read {
          try $0.tableExists(table) ? $0.columns(in: table).map(\.name) : []
        }
      } catch {
        throw Self.problem(error, path)
      }
    }
  }

  private func makeTables(_ database: Database) throws {
    let definitions = columns.map { "\(Self.quoted($0.name)) \($0.kind.rawValue)" }
    try database.execute(
      sql: "CREATE TABLE IF NOT EXISTS \(Self.quoted(table)) "
        + "(\(definitions.joined(separator: ", ")))")
    try database.execute(
      sql: "CREATE TABLE IF NOT EXISTS \(Self.stateTable) (name TEXT PRIMARY KEY, value TEXT)")
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
      // A signal waits for the end of a transaction: it would leave a journal beside the file.
      try UnfinishedFiles.commit([path]) {
        try database.write { database in
          guard try Self.transactions(database) == transactions else {
            throw FileProblem(path: path, reason: .inUse)
          }
          try body(database)
          try database.execute(sql: "PRAGMA user_version = \(transactions &+ 1)")
        }
      }
      transactions &+= 1
      isStarted = true
    } catch {
      throw Self.problem(error, path)
    }
  }

  private static func transactions(_ database: Database) throws -> Int32 {
    try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func problem(_ error: any Error, _ path: String) -> FileProblem {
    if let problem = error as? FileProblem { return problem }
    let words = (error as? DatabaseError)?.message ?? "\(error)"
    return FileProblem(path: path, reason: .unwritableDatabase(words: words))
  }
}
