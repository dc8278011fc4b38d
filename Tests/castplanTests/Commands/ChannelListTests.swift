import Foundation
import Glibc
import Testing

/// A list of channels as a site's source holds it, turned into a roster: invented names with what
/// real ones are made of (scripts mixed, emoji, marks, brackets, quotes).
@Suite struct ChannelListTests {
  private static let names = [
    "りぼん ＆ すず【公式】 - Ribbon Ch.", "ﾎﾟﾁ🐶 / poti", "月ノ宮★ルナ", "Ｋａｎａ☆ちゃんねる", "\"夜更かし\"組 MIMI",
    "깡총 Kkang Ch.", "가나다 TV", "Noé Ünlü ♪", "龍ヶ崎・零 -Zero-", "🎀メイメイ🎀", "ꕤ 花 ꕤ", "a", "ⅲ番隊隊長 ㈱みかん",
    "とても長い名前のチャンネルで、表の幅にはきっと収まりきらないもの", "①②③ Room", "た〜ちゃん～",
  ]

  /// The text of such a list: a literal of TypeScript.
  static func list() -> String {
    var text = "export const channels: Record<string, ChannelInfo> = {\n"
    for number in 0..<48 {
      let name = names[number % names.count] + (number < names.count ? "" : " \(number)")
      let quoted = name.replacingOccurrences(of: "\"", with: "\\\"")
      text += """
          UC_\(number)-x: {
            name: "\(quoted)",
            affiliation: "\(["", "Group", "グループ"][number % 3])",
            subscriptionCount: \((number * 7919) % 900 * 1000 + 1000),
            photo:
              "https://example.org/photo/\(number)",
          },

        """
    }
    return text + "};\n"
  }

  /// Rows of creator_id, name, followers, agency.
  static func rows(of list: String) throws -> [[String]] {
    let pattern = #"^  "?([^\s":]+)"?: \{\n(.*?)^  \},"#
    let expression = try NSRegularExpression(
      pattern: pattern, options: [.anchorsMatchLines, .dotMatchesLineSeparators])
    let whole = NSRange(list.startIndex..., in: list)
    return expression.matches(in: list, range: whole).map { match in
      let id = String(list[Range(match.range(at: 1), in: list)!])
      let body = String(list[Range(match.range(at: 2), in: list)!])
      func value(_ key: String) -> String {
        for line in body.split(separator: "\n") {
          let text = line.drop { $0 == " " }
          guard text.hasPrefix(key + ": ") else { continue }
          var value = text.dropFirst(key.count + 2).dropLast()
          if value.hasPrefix("\"") { value = value.dropFirst().dropLast() }
          return value.replacingOccurrences(of: "\\\"", with: "\"")
        }
        return ""
      }
      return [id, value("name"), value("subscriptionCount"), value("affiliation")]
    }
  }

  /// The list in a file of one's own, if a path to it is in the environment.
  static var lists: [String] {
    let path = ProcessInfo.processInfo.environment["CASTPLAN_CHANNEL_LIST"]
    return [list()]
      + (path.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) }.map { [$0] } ?? [])
  }

  @Test func readsScoresAndAligns() throws {
    for list in Self.lists {
      let rows = try Self.rows(of: list)
      #expect(rows.count >= 48)
      let folder = try TemporaryFolder()
      let table = [["チャンネルID", "チャンネル名", "subscriptionCount", "所属"]] + rows
      try folder.write(
        table.map { row in
          row.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(
            separator: ",")
        }.joined(separator: "\n"), as: "roster.csv")
      try folder.write("product_id,name,price\nP1,化粧水,4800\nP2,テント,9800\n", as: "products.csv")
      try folder.write(
        "budget: 3_000_000\ncolumns: {followers: subscriptionCount}\n", as: "brief.yaml")
      let arguments = [
        "--roster", "roster.csv", "--products", "products.csv", "--brief", "brief.yaml",
      ]
      let plan = try ProgramRun.castplan(
        ["optimize", "--format", "csv", "--gap", "0.01"] + arguments, in: folder.url)
      #expect(plan.status == 0, "\(plan.talk)")
      let names = Set(rows.map { $0[1].trimmingCharacters(in: .whitespaces) })
      #expect(plan.text.split(separator: "\r\n").count > 3)
      let run = try ProgramRun.castplan(["optimize", "--gap", "0.01"] + arguments, in: folder.url)
      #expect(run.status == 0, "\(run.talk)")
      try expectAligned(run.text, names: names)
    }
  }

  /// The product of every row of the table begins in the column where its header does.
  private func expectAligned(_ text: String, names: Set<String>) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let header = try #require(
      lines.firstIndex { $0.contains("#  Creator") && $0.contains("Product") })
    let start = try #require(lines[header].range(of: "Product")).lowerBound
    let column = Self.width(String(lines[header][..<start]))
    var seen = 0
    for line in lines[(header + 1)...] {
      if line.isEmpty { break }
      guard let first = line.drop(while: { $0 == " " }).first, first.isNumber,
        let place = line.range(
          of: #"P[12]  +(live|video|post|story) "#, options: .regularExpression)
      else { continue }
      seen += 1
      #expect(Self.width(String(line[..<place.lowerBound])) == column, "\(line)")
    }
    #expect(seen > 3)
  }

  /// Columns on a terminal, by the C library's own table (the Glibc module does not declare it).
  static func width(_ text: String) -> Int {
    typealias ColumnsOf = @convention(c) (Int32) -> Int32
    setlocale(LC_CTYPE, "C.UTF-8")
    guard let symbol = dlsym(nil, "wcwidth") else { preconditionFailure("there is no wcwidth") }
    let columns = unsafeBitCast(symbol, to: ColumnsOf.self)
    return text.unicodeScalars.reduce(0) { $0 + Int(max(0, columns(Int32($1.value)))) }
  }
}
