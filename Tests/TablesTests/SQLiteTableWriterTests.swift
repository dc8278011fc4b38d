import Foundation
import GRDB
import Tables
import Testing

/// Databases that runs write to.
@Suite struct SQLiteTableWriterTests {
  private static let columns = [SQLiteTableWriter.Column("number", .integer)]

  private func writer(_ path: String) throws -> SQLiteTableWriter {
    try SQLiteTableWriter(path: path, table: "rows", columns: Self.columns)
  }

  @Test func `one run has a database for itself, and a new one that was not begun is gone`() throws
  {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/r.db"
    do {
      let first = try writer(path)
      #expect(first.isNew)
      #expect(throws: FileProblem(path: path, reason: .inUse)) { try writer(path) }
      withExtendedLifetime(first) {}
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    do { try writer(path).start(state: ["run": "1"]) }
    let second = try writer(path)
    #expect(!second.isNew && second.state == ["run": "1"])
  }

  /// Where a file system knows no locks, each run has the file open.
  @Test func `whoever comes second to a transaction is stopped there`() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/r.db"
    do { try writer(path).start(state: ["run": "0"]) }
    let first = try writer(path)
    // A run elsewhere writes.
    let table = try OtherProgram.count(path)
    #expect(table == 0)
    try OtherProgram.raiseVersion(path)
    let refusal = #expect(throws: FileProblem.self) {
      try first.append([.integer(4)], state: ["run": "0"])
    }
    #expect(refusal?.reason == .inUse)
    #expect(try OtherProgram.count(path) == 0)
  }
}

/// The database as another program sees it.
private enum OtherProgram {
  static func count(_ path: String) throws -> Int {
    try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM rows") ?? -1
    }
  }

  static func raiseVersion(_ path: String) throws {
    try DatabaseQueue(path: path).write {
      let version = try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0
      try $0.execute(sql: "PRAGMA user_version = \(version + 1)")
    }
  }
}
