import GRDB
import TableTestSupport
import Tables
import Testing

@Suite struct SQLiteTableTests {
  private func rows(_ path: String, _ name: String?) throws -> [[String?]] {
    let table = try SQLiteTable(path: path, name: name)
    var rows: [[String?]] = []
    try table.forEachRow { row in
      rows.append(table.columns.indices.map { row.text($0) })
      return true
    }
    return rows
  }

  @Test func readsEveryTypeInTheTablesOrder() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a.sqlite"
    let database = try DatabaseQueue(path: path)
    try database.write {
      try $0.execute(
        sql: """
          CREATE TABLE "my ""table" (a, "列");
          INSERT INTO "my ""table" VALUES (2, 'x'), (1, NULL), (0.1, '日本'), (1e300, x'00ff'),
            (9007199254740993, '');
          CREATE VIEW twice AS SELECT a, a FROM "my ""table";
          """)
    }
    try database.close()
    #expect(
      try rows(path, "my \"table") == [
        ["2", "x"], ["1", ""], ["0.1", "日本"], ["1e+300", nil], ["9007199254740993", ""],
      ])
    #expect(try rows(path, "TWICE").first == ["2", "2"])
    #expect(throws: SQLiteProblem.noSuchTable(nil, tables: ["my \"table", "twice"])) {
      try rows(path, nil)
    }
    #expect(throws: SQLiteProblem.noSuchTable("x", tables: ["my \"table", "twice"])) {
      try rows(path, "x")
    }
  }

  @Test func theOnlyTableNeedsNoName() throws {
    let directory = try TemporaryDirectory()
    let path = try TableForm.sqlite.write([["a", "b"], ["1", "2"]], in: directory.path)
    #expect(try rows(path, nil) == [["1", "2"]])
  }

  @Test func aDamagedFileIsRefused() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("a.sqlite", Array("SQLite format 3\0nonsense".utf8))
    #expect(throws: SQLiteProblem.self) { try rows(path, nil) }
  }
}
