import Foundation
import TableTestSupport
import Testing

/// One roster gives one plan, whatever form its file has.
@Suite struct FormTests {
  /// A roster with Japanese headers and numbers as people write them, from one seed.
  static func roster(_ form: TableForm) -> [[String]] {
    var random = InputDamage(seed: 11)
    // What CP932 has no byte for is written as it is there.
    let isJapanese = form == .cp932 || form == .gzippedCP932
    let yen = isJapanese ? "\\" : "¥"
    var rows = [
      ["クリエイターID", "クリエイター名", "媒体", "フォロワー数", "平均再生数", "料金", "エンゲージメント率", "ジャンル", "自己紹介", "女性比率"]
    ]
    for number in 1...80 {
      let followers = Int.random(in: 20...900, using: &random) * 100
      let views = followers / Int.random(in: 4...30, using: &random)
      let fee = Int.random(in: 5...200, using: &random) * 1000
      let niche = ["美容;スキンケア", "キャンプ、旅行", "料理", "ゲーム | アニメ"][number % 4]
      rows.append([
        "C\(number)", ["髙橋ｱｵｲ", "㈱みお①", "ソ連表", "Ivan"][number % 4] + "\(number)",
        ["TikTok", "YouTube", "Instagram"][number % 3],
        ["\(Double(followers) / 10_000)万", "\(followers)人", fullWidth("\(followers)")][number % 3],
        number % 7 == 0 ? "" : "\(Double(views) / 1000)K",
        ["\(yen)\(fee)", "\(fee / 1000)千円", "\(fee)円"][number % 3],
        number % 5 == 0 ? "" : "\(number % 9 + 1).\(number % 10)%", niche,
        "「\(niche)」を毎日\n\"配信\"、よろしく; 週\(number % 7)回", "\(30 + number % 50)％",
      ])
    }
    return rows
  }

  private static func fullWidth(_ digits: String) -> String {
    let scalars = digits.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let rest = "--products products.csv --budget 150万 --format csv --quiet"

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "product_id,商品名,価格,ジャンル\nP1,化粧水,4800,スキンケア\nP2,テント,19800,キャンプ\n", as: "products.csv")
    return folder
  }

  @Test func everyFormGivesThePlanByteForByte() throws {
    let folder = try folder()
    var plans: [String: Data] = [:]
    for form in TableForm.allCases {
      let path = try form.write(Self.roster(form), in: folder.url.path())
      let run = try ProgramRun.shell(
        "castplan optimize --roster \(path) \(Self.rest)", in: folder.url)
      #expect(run.status == 0, "\(form): \(run.talk)")
      plans["\(form)"] = run.output
      if form == .sqlite { continue }
      let piped = try ProgramRun.shell(
        "cat \(path) | castplan optimize --roster - \(Self.rest)", in: folder.url)
      #expect(piped.status == 0, "\(form) from a pipe: \(piped.talk)")
      plans["\(form) from a pipe"] = piped.output
    }
    let path = try TableForm.sqlite.write(Self.roster(.utf8), in: folder.url.path() + "/..")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let named = try ProgramRun.shell(
      "castplan optimize --roster '\(path)#creators' \(Self.rest)", in: folder.url)
    plans["a named table"] = named.output
    let expected = try #require(plans["utf8"])
    // The plan is one: its rows are deals with creators of the roster.
    #expect(String(decoding: expected, as: UTF8.self).split(separator: "\r\n").count > 10)
    for (form, plan) in plans { #expect(plan == expected, "\(form)") }
  }

  @Test func standardInputCanBeReadOnce() throws {
    let folder = try folder()
    let run = try ProgramRun.shell(
      "echo x | castplan optimize --roster - --products - --budget 5M", in: folder.url)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.talk == "--products: standard input is given for a second input, \"-\"; "
        + "it can be read once; give one of the two as a file\n")
  }
}
