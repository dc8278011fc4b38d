import Foundation
import Testing

/// `--carry` and `--skip-invalid` on the whole way from the roster to the plan.
@Suite struct CarriedRowTests {
  private static let roster = """
    creator_id,name,followers,fee,担当,rank,fee_basis
    C1,Alpha,50000,80000,"山田, 太郎",S,a
    C2,Beta,30000,60000,鈴木,A,b
    C3,Gamma,many,60000,佐藤,B,c

    """

  private func run(_ options: [String]) throws -> (ProgramRun, TemporaryFolder) {
    let folder = try TemporaryFolder()
    var input = BadInput(name: "rows to carry")
    input.creators = Self.roster
    try BadInputTests.write(input, to: folder)
    return (try ProgramRun.castplan(BadInputTests.arguments + options, in: folder.url), folder)
  }

  @Test func columnsAndLeftOutRowsReachThePlan() throws {
    let (run, folder) = try run(["--skip-invalid", "--carry", "--out", "plan", "--format", "csv"])
    #expect(run.status == 0, "\(run.talk)")
    let lines = run.text.split(separator: "\r\n").map(String.init)
    // Names that the plan has already are numbered.
    #expect(lines[0].hasSuffix(",client_cost,status,reserve,担当,rank (2),fee_basis (2)"))
    #expect(lines[1...].contains { $0.contains("C1,") && $0.hasSuffix(",\"山田, 太郎\",S,a") })
    #expect(lines[1...].contains { $0.contains("C2,") && $0.hasSuffix(",鈴木,A,b") })
    let fault = "creators.csv:4:3: followers is not a number, \"many\""
    #expect(run.talk.contains("left out: \(fault)"))
    #expect(run.talk.contains("the column \"担当\" is not one that castplan knows and was carried"))
    let plan = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.file("plan/plan.json")))
    let root = try #require(plan as? [String: Any])
    let issues = try #require(root["issues"] as? [String])
    #expect(issues.contains { $0.hasPrefix(fault) })
    let deals = try #require(root["deals"] as? [[String: Any]])
    #expect(deals.contains { $0["担当"] as? String == "鈴木" && $0["rank (2)"] as? String == "A" })
    let table = try Data(contentsOf: folder.file("plan/plan.csv"))
    #expect(table == run.output)
    // The plan stands against the same inputs, read the same way.
    let check = try ProgramRun.castplan(
      ["check"] + BadInputTests.arguments.dropFirst() + ["--skip-invalid", "--plan", "plan"],
      in: folder.url)
    #expect(check.status == 0, "\(check.text) \(check.talk)")
  }

  @Test func withoutTheOptionsTheyAreRefusedAndDropped() throws {
    let (refused, folder) = try run(["--out", "plan"])
    #expect(refused.status == 2)
    #expect(!folder.names.contains("plan"))
    let (run, _) = try run(["--skip-invalid", "--format", "csv"])
    #expect(!run.text.contains("担当"))
    #expect(run.talk.contains("the column \"担当\" is not one that castplan knows and was not used"))
  }
}
