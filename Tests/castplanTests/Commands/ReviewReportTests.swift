import Foundation
import Testing

/// `castplan check` on a roster in which much looks wrong and nothing is invalid.
@Suite struct ReviewReportTests {
  static let roster = """
    ID,チャンネル名,媒体,フォロワー数,"Live
    avg",料金,エンゲージメント率,成果報酬率,handle,url,memo,,稼働終了日,10代,20代,30代,40代,50代,60代以上,枠,ティア
    C1,りぼん ＆ すず【公式】,TikTok,1.2万,500,3万,3.2%,,@ribbon,https://example.org/@ribbon?lang=ja,a,,,\
    10%,20%,30%,20%,10%,11%,1,
    C2,ﾎﾟﾁ🐶 / poti,tiktok,85K,900,"¥85,000",0.001,,,,b,,2026-11-01,,,,,,,1,
    C3,月ノ宮★ルナ,TikTok,0,0,50000,,100%,,,c,,,,,,,,,0,micro
    C4,Ｋａｎａ☆ちゃんねる,YouTube,150000,600000,60万,45%,,kana,,d,,,10%,20%,30%,20%,10%,10%,1,
    C5,kanaちゃんねる ,youtube,150100,6000,6000万,2%,,,,e,,,,,,,,,1,
    C6,とても長い名前のチャンネルで表の幅に収まらない,TikTok,20000,300,0,2%,,RIBBON,http://example.org/@Ribbon/,f,,,,,,,,,1,nano

    """

  private func check(_ options: [String] = []) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    try folder.write(Self.roster, as: "roster.csv")
    try folder.write(
      "product_id,name,price,conversion,stock,margin\nP1,化粧水,4800,50%,0,0.4\nP2,化粧水 ,4800,,,0\n",
      as: "products.csv")
    try folder.write(
      "budget: 5_000_000\nwindow: {from: 2026-12-01, to: 2026-12-20}\n"
        + "columns: {views_live: \"Live avg\"}\n", as: "brief.yaml")
    return try ProgramRun.castplan(
      [
        "check", "--roster", "roster.csv", "--products", "products.csv", "--brief", "brief.yaml",
      ] + options, in: folder.url)
  }

  @Test func findingsAreToldAndAreNoFaults() throws {
    let run = try check()
    #expect(run.status == 0)
    #expect(run.talk.isEmpty)
    try expectGolden(run.text, "check-findings")
  }

  @Test func programsGetTheSameFindings() throws {
    let run = try check(["--format", "json"])
    #expect(run.status == 0)
    let root = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let findings = try #require(root["findings"] as? [[String: Any]])
    let kinds = findings.compactMap { $0["kind"] as? String }
    #expect(
      kinds == [
        "same_person", "no_followers", "low_engagement", "high_engagement", "no_viewers",
        "viewers_above_followers", "high_fee", "no_pay", "high_commission", "outside_window",
        "no_slots", "other_tier", "scaled_ages", "no_stock", "no_margin", "high_conversion",
        "same_product",
      ])
    let people = try #require(findings[0]["rows"] as? [[String: Any]])
    #expect(people.map { $0["same_as"] as? String } == ["C1", "C4"])
    #expect(people.map { $0["line"] as? Int } == [8, 7])
  }

  @Test func unknownFormatsAreRefused() throws {
    let run = try check(["--format", "csv"])
    #expect(run.status == 2)
    #expect(run.talk.contains("--format csv: one of table or json is needed"))
  }

  /// A plan's audit, for programs: the exit code is that of the text.
  @Test func auditsComeAsJSONToo() throws {
    let folder = try TemporaryFolder()
    let plan = folder.file("plan").path()
    let made = try ProgramRun.castplan(
      ["optimize", "--curve", "none"] + CheckTests.sample + ["--out", plan], in: Repository.datasets
    )
    try #require(made.status == 0, "\(made.talk)")
    let run = try ProgramRun.castplan(
      ["check"] + CheckTests.sample + ["--plan", plan, "--format", "json"],
      in: Repository.datasets)
    #expect(run.status == 0)
    let root = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(root["holds"] as? Bool == true)
    #expect((root["promises"] as? [Any])?.count ?? 0 > 20)
  }
}
