import Foundation
import GRDB
import TableTestSupport
import Testing

/// The command `castplan score` as people run it.
@Suite struct ScoreTests {
  static let columns =
    "product_id,rank,creator_id,affinity,effective_reach,expected_orders,expected_value,cost,"
    + "value_per_cost"

  /// A folder with a synthetic roster and products.
  static func folder(
    creators: Int = 300, products: Int = 4, seed: Int = 5
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      "castplan generate --creators \(creators) --products \(products) --seed \(seed) --out . "
        + "--force --quiet", in: folder.url)
    #expect(run.status == 0, "\(run.talk)")
    return folder
  }

  private func score(
    _ options: String, in folder: TemporaryFolder, status: Int32 = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try ProgramRun.shell(
      "castplan score --roster creators.csv --products products.csv \(options)", in: folder.url)
    #expect(run.status == status, "\(options): \(run.talk)", sourceLocation: sourceLocation)
    return run.text
  }

  /// Rows of a CSV text without quotes.
  private static func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `the top of each product, ranked, with the fixed columns first`() throws {
    let folder = try Self.folder()
    let rows = Self.rows(try score("--top 7", in: folder))
    #expect(rows[0].joined(separator: ",").hasPrefix(Self.columns))
    #expect(rows.count == 1 + 4 * 7)
    for (number, row) in rows.dropFirst().enumerated() {
      #expect(row[0] == "P0\(number / 7 + 1)" && row[1] == "\(number % 7 + 1)")
      let (value, cost, ratio) = (Double(row[6])!, Double(row[7])!, Double(row[8])!)
      #expect(abs(value / cost - ratio) <= 1e-12 * ratio)
      if number % 7 > 0 { #expect(ratio <= Double(rows[number][8])!) }
    }
  }

  @Test func `all deals, the top of creators and the top of products agree`() throws {
    let folder = try Self.folder()
    let all = Self.rows(try score("--all --rank-by expected_value", in: folder)).dropFirst()
    let best = Self.rows(
      try score("--top-per-creator 1 --rank-by expected_value", in: folder)
    ).dropFirst()
    #expect(best.map { $0 } == all.filter { $0[1] == "1" })
    let top = Self.rows(try score("--top 20 --rank-by expected_value", in: folder)).dropFirst()
    for product in 1...4 {
      let mine = all.filter { $0[0] == "P0\(product)" }.map { ($0[2], Double($0[6])!) }
      let wanted = mine.enumerated().sorted {
        ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
      }.prefix(20).map(\.element.0)
      #expect(top.filter { $0[0] == "P0\(product)" }.map { $0[2] } == wanted)
    }
  }

  @Test func `JSON Lines and SQLite hold what CSV holds`() throws {
    let folder = try Self.folder()
    let csv = Self.rows(try score("--all", in: folder))
    let lines = try score("--all --format jsonl", in: folder).split(separator: "\n")
    #expect(lines.count == csv.count - 1)
    for (line, row) in zip(lines, csv.dropFirst()) {
      let members = zip(csv[0], row).map { name, cell in
        "\"\(name)\": " + (Double(cell) == nil ? "\"\(cell)\"" : cell)
      }
      #expect(line == "{\(members.joined(separator: ", "))}")
    }
    _ = try score("--all --out scores.sqlite", in: folder)
    #expect(try Self.table(folder) == csv.dropFirst().map { $0 })
    #expect(try score("--all --out file.csv", in: folder).isEmpty)
    #expect(
      try String(contentsOf: folder.file("file.csv"), encoding: .utf8)
        == score("--all", in: folder))
  }

  /// The table of a SQLite result, as a CSV file would have it.
  private static func table(_ folder: TemporaryFolder) throws -> [[String]] {
    try DatabaseQueue(path: folder.file("scores.sqlite").path()).read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM scores ORDER BY rowid").map { row in
        row.map { _, value in
          switch value.storage {
          case .int64(let number): "\(number)"
          case .double(let number):
            number.rounded() == number ? "\(Int(number))" : "\(number)"
          case .string(let text): text
          default: ""
          }
        }
      }
    }
  }

  @Test func `every form, a pipe and any number of threads give the same bytes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "product_id,商品名,価格,ジャンル\nP1,化粧水,4800,スキンケア\nP2,テント,19800,キャンプ\n", as: "products.csv")
    var outputs: Set<String> = []
    for form in TableForm.allCases {
      let path = try form.write(FormTests.roster(form), in: folder.url.path())
      for source in form == .sqlite ? [path] : [path, "- < \(path)", "- --threads 1 < \(path)"] {
        let run = try ProgramRun.shell(
          "castplan score --products products.csv --all --quiet --roster \(source)",
          in: folder.url)
        #expect(run.status == 0, "\(form): \(run.talk)")
        outputs.insert(run.text)
      }
    }
    #expect(outputs.count == 1)
    let lines = outputs.first?.split(whereSeparator: \.isNewline) ?? []
    #expect(lines.count == 161)
  }

  @Test func `a saved model scores the same roster alike, and new creators in the same space`()
    throws
  {
    let folder = try Self.folder()
    let before = try score("--all --save-model m.json", in: folder)
    #expect(try score("--all --model m.json", in: folder) == before)
    let lines = try String(contentsOf: folder.file("creators.csv"), encoding: .utf8)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    try folder.write(([lines[0]] + lines[201...]).joined(separator: "\r\n"), as: "new.csv")
    let run = try ProgramRun.shell(
      "castplan score --roster new.csv --products products.csv --all --model m.json",
      in: folder.url)
    let wanted = Self.rows(before).dropFirst().filter { $0[2] >= "C0201" }
    #expect(Self.rows(run.text).dropFirst().map { $0 } == wanted)
  }

  @Test func `wrong usage and unusable files are told, all at once, with exit code 2`() throws {
    let folder = try Self.folder()
    try folder.write("{}", as: "empty.json")
    try folder.write("not a database", as: "text.sqlite")
    for (options, words) in [
      ("--top 0 --rank-by fame", ["--top 0", "--rank-by fame"]),
      ("--top 3 --all", ["exclude each other"]), ("--format sqlite", ["--out FILE"]),
      ("--model empty.json", ["empty.json", "schema"]), ("--model nowhere", ["nowhere"]),
      ("--all --out text.sqlite", ["text.sqlite"]), ("--out no/such/file.csv", ["no/such"]),
    ] {
      let run = try ProgramRun.shell(
        "castplan score --roster creators.csv --products products.csv \(options)", in: folder.url)
      #expect(run.status == 2, "\(options)")
      #expect(words.allSatisfy { run.talk.contains($0) }, "\(options): \(run.talk)")
      #expect(run.text.isEmpty)
    }
    try folder.write("creator_id,followers\nC1,many\nC2,5\nC2,6\n", as: "creators.csv")
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path())
    for options in ["--out scores.csv", "--out scores.sqlite", "--all --out scores.db"] {
      let run = try ProgramRun.shell(
        "castplan score --roster creators.csv --products products.csv \(options)", in: folder.url)
      #expect(run.status == 2 && run.talk.contains("creators.csv:2:2"), "\(run.talk)")
      #expect(run.talk.contains("creators.csv:4:1"), "\(run.talk)")
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path())
    #expect(Set(before) == Set(after))
  }

  @Test func `a run that was killed goes on, and ends with the rows of one that was not`() throws {
    let folder = try Self.folder(creators: 100_000)
    let command =
      "castplan score --roster creators.csv --products products.csv --all --quiet --out "
    #expect(try ProgramRun.shell(command + "scores.sqlite", in: folder.url).status == 0)
    let wanted = try Self.digest(folder)
    try FileManager.default.removeItem(at: folder.file("scores.sqlite"))
    var resumed = 0
    for milliseconds in [150, 300, 450, 600, 750, 900, 1_100, 1_300] {
      _ = try ProgramRun.shell(
        "timeout -s KILL \(Double(milliseconds) / 1000) \(command) scores.sqlite", in: folder.url)
      if try Self.creators(folder) > 0 { resumed += 1 }
    }
    #expect(try ProgramRun.shell(command + "scores.sqlite", in: folder.url).status == 0)
    #expect(try Self.digest(folder) == wanted)
    // Another run is refused, and may be forced.
    let other = try ProgramRun.shell(
      "castplan score --roster creators.csv --products products.csv --top 3 --out scores.sqlite",
      in: folder.url)
    #expect(other.status == 2 && other.talk.contains("--force"))
    #expect(try Self.digest(folder) == wanted)
    let forced = try ProgramRun.shell(
      "castplan score --roster creators.csv --products products.csv --top 3 --force --out "
        + "scores.sqlite", in: folder.url)
    #expect(forced.status == 0, "\(forced.talk)")
    #expect(try Self.table(folder).count == 12)
  }

  private static func creators(_ folder: TemporaryFolder) throws -> Int {
    let path = folder.file("scores.sqlite").path()
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    return try DatabaseQueue(path: path).read { database in
      guard try database.tableExists("run_state") else { return 0 }
      return try Int.fetchOne(
        database, sql: "SELECT CAST(value AS INTEGER) FROM run_state WHERE name = 'creators'")
        ?? 0
    }
  }

  /// Number of rows and a sum over all of them that depends on their order.
  private static func digest(_ folder: TemporaryFolder) throws -> String? {
    try DatabaseQueue(path: folder.file("scores.sqlite").path()).read {
      try String.fetchOne(
        $0,
        sql: """
          SELECT COUNT(*) || ' ' || COUNT(DISTINCT creator_id || product_id) || ' '
            || SUM(rowid * length(creator_id || affinity || expected_value || rank)) FROM scores
          """)
    }
  }
}
