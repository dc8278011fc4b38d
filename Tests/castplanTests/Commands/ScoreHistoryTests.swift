import Foundation
import GRDB
import Testing

/// `castplan score` as a job runs it every night.
@Suite struct ScoreHistoryTests {
  private static func folder(creators: Int = 200) throws -> TemporaryFolder {
    try ScoreTests.folder(creators: creators, products: 3, seed: 9)
  }

  private static func score(_ options: String, in folder: TemporaryFolder) throws -> ProgramRun {
    try ProgramRun.shell(
      "castplan score --roster creators.csv --products products.csv \(options)", in: folder.url)
  }

  private static func rows(
    _ folder: TemporaryFolder, _ sql: String, file: String = "history.sqlite"
  ) throws -> [String] {
    try DatabaseQueue(path: folder.file(file).path()).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.map { "\($1.storage.value.map { "\($0)" } ?? "")" }.joined(separator: " ")
      }
    }
  }

  private static let counts = "SELECT run_id, run_date, COUNT(*) FROM scores GROUP BY 1, 2"

  @Test func `one file keeps the rows of every run, and none twice`() throws {
    let folder = try Self.folder()
    for day in ["2026-12-01", "2026-12-02", "2026-12-01"] {
      let run = try Self.score("--top 4 --out history.sqlite --run-date \(day)", in: folder)
      #expect(run.status == 0, "\(run.talk)")
    }
    #expect(
      try Self.rows(folder, Self.counts) == [
        "2026-12-01 2026-12-01 12", "2026-12-02 2026-12-02 12",
      ])
    // Rows are those of a run that stands alone.
    let alone = try Self.score(
      "--top 4 --run-id night --run-date 2026-12-01 --quiet", in: folder)
    let lines = alone.text.split(whereSeparator: \.isNewline)
    #expect(lines[0].hasSuffix(",format,grade,name,run_id,run_date"))
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",night,2026-12-01") })
    let ids = "SELECT creator_id FROM scores WHERE run_id = '2026-12-02' ORDER BY rowid"
    #expect(
      try Self.rows(folder, ids) == lines.dropFirst().map { String($0.split(separator: ",")[2]) })
    // Another run of the same name is refused, and replaces its own rows alone.
    let other = try Self.score("--top 2 --out history.sqlite --run-date 2026-12-01", in: folder)
    #expect(other.status == 2 && other.talk.contains("--force"), "\(other.talk)")
    let forced = try Self.score(
      "--top 2 --out history.sqlite --run-date 2026-12-01 --force", in: folder)
    #expect(forced.status == 0, "\(forced.talk)")
    #expect(
      try Self.rows(folder, Self.counts) == [
        "2026-12-01 2026-12-01 6", "2026-12-02 2026-12-02 12",
      ])
  }

  @Test func `what cannot stand together is refused and nothing is lost`() throws {
    let folder = try Self.folder()
    #expect(
      try Self.score("--top 4 --out history.sqlite --run-id a", in: folder).status == 0)
    #expect(try Self.score("--top 4 --out plain.sqlite", in: folder).status == 0)
    let before = try Self.rows(folder, Self.counts)
    for (options, words) in [
      ("--out history.sqlite", "--run-id"), ("--out plain.sqlite --run-id a", "plain.sqlite"),
    ] {
      let run = try Self.score("--top 4 \(options)", in: folder)
      #expect(run.status == 2 && run.talk.contains(words), "\(run.talk)")
    }
    let text = try String(contentsOf: folder.file("creators.csv"), encoding: .utf8)
    var lines = text.split(separator: "\r\n").map(String.init)
    lines = ["\(lines[0]),担当"] + lines.dropFirst().enumerated().map { "\($1),T\($0)" }
    try folder.write(lines.joined(separator: "\r\n"), as: "creators.csv")
    let carried = try Self.score("--top 4 --carry --out history.sqlite --run-id b", in: folder)
    #expect(carried.status == 2 && carried.talk.contains("other columns"), "\(carried.talk)")
    // A faulty roster leaves the runs before it.
    lines[3] = "C0003,many"
    try folder.write(lines.joined(separator: "\r\n"), as: "creators.csv")
    let faulty = try Self.score("--top 4 --out history.sqlite --run-id c", in: folder)
    #expect(faulty.status == 2 && faulty.talk.contains("creators.csv:4"), "\(faulty.talk)")
    #expect(try Self.rows(folder, Self.counts) == before)
  }

  @Test func `a night that was killed goes on beside the nights before it`() throws {
    let folder = try Self.folder(creators: 30_000)
    #expect(try Self.score("--top 4 --out history.sqlite --run-id a", in: folder).status == 0)
    let night = "--all --quiet --out history.sqlite --run-id b --summary run.json"
    #expect(
      try Self.score("--all --quiet --out whole.sqlite --run-id b", in: folder).status == 0)
    var states: [String] = []
    for milliseconds in [150, 300, 450] {
      _ = try ProgramRun.shell(
        "timeout -s KILL \(Double(milliseconds) / 1000) castplan score --roster creators.csv "
          + "--products products.csv \(night)", in: folder.url)
    }
    for _ in 0..<2 {
      #expect(try Self.score(night, in: folder).status == 0)
      states.append(try #require(try Self.summary(folder)["state"] as? String))
    }
    #expect(["complete", "resumed", "held"].contains(states[0]) && states[1] == "held")
    let digest = """
      SELECT COUNT(*), COUNT(DISTINCT creator_id || product_id),
        SUM(length(affinity || expected_value || rank)) FROM scores WHERE run_id = 'b'
      """
    #expect(
      try Self.rows(folder, digest) == Self.rows(folder, digest, file: "whole.sqlite"))
    #expect(
      try Self.rows(folder, "SELECT COUNT(*) FROM scores WHERE run_id = 'a'") == ["12"])
  }

  private static func summary(_ folder: TemporaryFolder) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.file("run.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `the summary tells what the run came to, and the columns are carried`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      creator_id,name,platform,followers,fee_live,担当,rank
      C1,あおい,tiktok,20000,50000,"佐藤, 田中",1
      C2,,instagram,30000,60000,鈴木,2
      C3,みお,tiktok,many,40000,鈴木,3

      """, as: "creators.csv")
    try folder.write("product_id,name,price\nP1,Serum,5000\n", as: "products.csv")
    let run = try Self.score(
      "--all --carry --invalid blank --max-invalid 3 --summary run.json --where 'cost<=5.5万'",
      in: folder)
    #expect(run.status == 0, "\(run.talk)")
    let lines = run.text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix(",grade,name,担当,rank (2)"), "\(lines[0])")
    #expect(lines[1].hasSuffix(",あおい,\"佐藤, 田中\",1"), "\(lines[1])")
    let summary = try Self.summary(folder)
    #expect(summary["schema"] as? String == "castplan/score-summary/1")
    #expect(summary["state"] as? String == "complete" && summary["rows_written"] as? Int == 1)
    #expect(summary["run_id"] is NSNull && summary["creators"] as? Int == 2)
    let grades = try #require(summary["grades"] as? [String: Int])
    #expect(grades.values.reduce(0, +) == 1)
    let table = try #require((summary["tables"] as? [[String: Any]])?.last)
    #expect(table["read"] as? Int == 3 && table["left_out"] as? Int == 1)
    // Nothing else is replaced by the next one.
    #expect(try Self.score("--summary run.json --quiet", in: folder).status == 2)
    try folder.write("creator_id,followers\nC1,5\n", as: "creators.csv")
    #expect(try Self.score("--summary run.json --quiet", in: folder).status == 0)
    try folder.write("mine", as: "run.json")
    let refused = try Self.score("--summary run.json --quiet", in: folder)
    #expect(refused.status == 2 && refused.talk.contains("run.json"), "\(refused.talk)")
  }

  @Test func `conditions that nobody meets are told`() throws {
    let folder = try Self.folder()
    let run = try Self.score(
      "--where platform=nowhere --where 'tier=micro' --lang en", in: folder)
    #expect(run.status == 0)
    #expect(run.talk.contains("no deal of this roster meets --where platform=nowhere\n"))
    #expect(run.text.split(whereSeparator: \.isNewline).count == 1)
    let wrong = try Self.score("--where tier=huge --where 'cost>>5'", in: folder)
    #expect(wrong.status == 2 && wrong.talk.contains("cost>>5"), "\(wrong.talk)")
  }
}
