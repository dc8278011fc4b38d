import Foundation
import Testing

/// `--invalid`, `--max-invalid` and `--rejects` on the whole way.
@Suite struct FaultCommandTests {
  private static let products = "product_id,price\nP1,3000\nP2,1200\n"
  private static let inputs = [
    "--roster", "creators.csv", "--products", "products.csv", "--lang", "en",
  ]

  /// 40 creators: three with a bad rate, one without followers, one whose id stands twice.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var text = "creator_id,followers,ER,fee\n"
    for row in 1...40 {
      let id = row == 30 ? "C7" : "C\(row)"
      let followers = row == 20 ? "" : "\(row)000"
      text += "\(id),\(followers),\(row <= 3 ? "測定中" : "3.1%"),\(row)000\n"
    }
    try folder.write(text, as: "creators.csv")
    try folder.write(Self.products, as: "products.csv")
    return folder
  }

  private func plan(_ folder: TemporaryFolder) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.file("plan/plan.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func whatIsMissingStandsInThePlan() throws {
    let folder = try folder()
    let run = try ProgramRun.castplan(
      ["optimize"] + Self.inputs
        + ["--budget", "100000", "--invalid", "blank", "--out", "plan", "--rejects", "r.csv"],
      in: folder.url)
    try #require(run.status == 0, "\(run.talk)")
    #expect(
      run.text.contains(
        "- 2 of 40 rows of the creators (5.0 %) could not be used and are left out; 3 cells of "
          + "others"))
    let root = try plan(folder)
    let rows = try #require(root["rows"] as? [[String: Any]])
    #expect(rows.map { $0["table"] as? String } == ["creators", "products"])
    #expect(rows.map { $0["read"] as? Int } == [40, 2])
    #expect(rows.map { $0["left_out"] as? Int } == [2, 0])
    #expect(rows.map { $0["cells_blanked"] as? Int } == [3, 0])
    let highlights = try #require(root["highlights"] as? [[String: Any]])
    #expect(highlights.first?["code"] as? String == "missing_rows")
    let codes = try #require(root["issue_codes"] as? [[String: Any]])
    #expect(
      codes.compactMap { $0["done"] as? String }
        == ["blanked", "blanked", "blanked", "left_out", "left_out"])
    let lines = try String(contentsOf: folder.file("r.csv"), encoding: .utf8)
      .components(separatedBy: "\r\n")
    #expect(try Data(contentsOf: folder.file("r.csv")).starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(lines[0] == "table,line,column,header,value,fault,rule,done")
    #expect(
      lines[1]
        == "creators.csv,2,3,ER,測定中,ER is not a number,it is a rate from 0 to 1,blanked")
    #expect(lines.count == 7)
    let check = try ProgramRun.castplan(
      ["check"] + Self.inputs
        + ["--budget", "100000", "--invalid", "blank", "--plan", "plan", "--rejects", "r.csv"],
      in: folder.url)
    #expect(check.status == 0, "\(check.text) \(check.talk)")
  }

  @Test func theLastLineOfScoreSaysWhatIsMissing() throws {
    let folder = try folder()
    for policy in [
      ["--invalid", "blank"], ["--skip-invalid"], ["--invalid", "drop", "--max-invalid", "5"],
    ] {
      let run = try ProgramRun.castplan(["score"] + Self.inputs + policy, in: folder.url)
      #expect(run.status == 0, "\(run.talk)")
      let last = run.talk.split(separator: "\n").last
      #expect(
        last
          == (policy.contains("drop")
            ? "of the creators: 5 of 40 rows left out (13 %)"
            : "of the creators: 2 of 40 rows left out (5.0 %), 3 cells counted as not known"))
    }
    let refused = try ProgramRun.castplan(
      ["score"] + Self.inputs + ["--invalid", "drop", "--rejects", "r.csv", "--out", "s.csv"],
      in: folder.url)
    #expect(refused.status == 2)
    #expect(refused.talk.hasPrefix("creators.csv: 5 of 40 rows cannot be used; at most 4 may"))
    #expect(!folder.names.contains("s.csv"))
    let faults = try String(contentsOf: folder.file("r.csv"), encoding: .utf8)
    #expect(faults.components(separatedBy: ",refused\r\n").count == 6)
  }

  /// The report of `check` counts them for programs.
  @Test func checkTellsTheGroups() throws {
    let folder = try folder()
    let run = try ProgramRun.castplan(
      ["check"] + Self.inputs + ["--budget", "1", "--skip-invalid", "--format", "json"],
      in: folder.url)
    let root = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let faults = try #require(root["faults"] as? [[String: Any]])
    #expect(faults.map { $0["count"] as? Int } == [3, 1, 1])
    #expect(faults.map { $0["done"] as? String } == ["blanked", "left_out", "left_out"])
    #expect(faults[0]["header"] as? String == "ER" && faults[0]["field"] as? Int == 3)
    let values = try #require(faults[0]["values"] as? [[String: Any]])
    #expect(values.count == 1 && values[0]["count"] as? Int == 3)
    let table = try #require((root["tables"] as? [[String: Any]])?.first)
    #expect(table["read"] as? Int == 40 && table["rows"] as? Int == 38)
    let text = try ProgramRun.castplan(
      ["check"] + Self.inputs + ["--budget", "1", "--skip-invalid"], in: folder.url)
    #expect(
      text.text.contains(
        "creators.csv: 40 rows; 2 of 40 rows left out (5.0 %), 3 cells counted as not known"))
    #expect(text.text.contains("Counted as not known"))
  }

  @Test func theFileOfFaultsReplacesNothingElse() throws {
    let folder = try folder()
    try folder.write("mine\n", as: "notes.csv")
    for (path, words) in [
      ("creators.csv", "is read by this run"),
      ("notes.csv", "it holds something that castplan did not write; give another file"),
    ] {
      let before = try Data(contentsOf: folder.file(path))
      for command in ["optimize", "check", "score"] {
        let run = try ProgramRun.castplan(
          [command] + Self.inputs + (command == "score" ? [] : ["--budget", "1000"])
            + ["--skip-invalid", "--rejects", path], in: folder.url)
        #expect(run.status == 2 && run.talk.contains(words), "\(command) \(path): \(run.talk)")
      }
      #expect(try Data(contentsOf: folder.file(path)) == before)
    }
    let both = try ProgramRun.castplan(
      ["score"] + Self.inputs + ["--skip-invalid", "--rejects", "o.csv", "--out", "o.csv"],
      in: folder.url)
    #expect(both.status == 2 && both.talk.contains("is given for two results"))
  }

  @Test func wrongOptionsAreToldBeforeAnythingIsRead() throws {
    let folder = try folder()
    for (options, words) in [
      (["--invalid", "ignore"], "one of refuse, blank or drop is needed"),
      (["--max-invalid", "0.05"], "--max-invalid 0.05: a share of the rows"),
      (["--invalid", "drop", "--skip-invalid"], "--invalid and --skip-invalid exclude each other"),
    ] {
      let run = try ProgramRun.castplan(["score"] + Self.inputs + options, in: folder.url)
      #expect(run.status == 2 && run.talk.contains(words), "\(run.talk)")
    }
  }

  @Test func whoWasLeftOutIsKnownToQuestions() throws {
    let folder = try folder()
    let inputs = Self.inputs + ["--budget", "100000", "--skip-invalid"]
    let plan = try ProgramRun.castplan(
      ["optimize"] + inputs + ["--out", "plan", "--quiet"], in: folder.url)
    try #require(plan.status == 0, "\(plan.talk)")
    for arguments in [
      ["explain", "plan", "C20"] + inputs, ["what-if"] + inputs + ["--lock", "C20"],
      ["what-if"] + inputs + ["--fee", "C20=1000"],
    ] {
      let run = try ProgramRun.castplan(arguments, in: folder.url)
      #expect(run.status == 2)
      #expect(
        run.talk.contains("that was left out, \"C20\"; line 21 of creators.csv could not be used")
          && run.talk.contains("creators.csv:21:2: followers is empty"), "\(run.talk)")
    }
    let ban = try ProgramRun.castplan(["what-if"] + inputs + ["--ban", "C20"], in: folder.url)
    #expect(ban.status == 0, "\(ban.talk)")
  }
}
