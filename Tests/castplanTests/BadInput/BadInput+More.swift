import Foundation
import TableTestSupport

extension BadInput {
  /// One row of creators with a cell of the user's.
  private static func cell(_ name: String, _ column: String, _ text: String) -> BadInput {
    BadInput(
      name: name,
      creators: "creator_id,name,followers,\(column)\nC1,Alpha,50000,\nC2,Beta,30000,\(text)\n")
  }

  static let cells = [
    cell("word-for-nothing", "fee", "later"), cell("spreadsheet-fault", "fee", "#VALUE!"),
    cell("two-decimals", "fee", "\"12,34,5\""), cell("european-number", "fee", "\"1.23.4,5\""),
    cell("other-currency", "fee", "$500"), cell("percent-of-yen", "fee", "5%"),
    cell("too-large", "fee", "1e400"), cell("too-many-digits", "fee", "9999999999999999999"),
    cell("two-units", "fee", "5万万"), cell("rate-in-points", "engagement_rate", "0.2"),
    cell("rate-above-all", "engagement_rate", "150%"), cell("negative-rate", "commission", "-5%"),
    cell("unknown-tier", "tier", "huge"), cell("unknown-employment", "employment", "robot"),
    cell("part-of-a-slot", "slots", "1.5"), cell("no-such-day", "available_from", "2026-02-30"),
    cell("day-first", "available_from", "1/12/2026"), cell("serial-day", "available_to", "46357"),
    BadInput(name: "part-of-a-person", creators: "creator_id,followers\nC1,10.5\n"),
    BadInput(name: "no-followers", creators: "creator_id,followers\nC1,\nC2,5\n"),
    BadInput(
      name: "days-reversed",
      creators: "creator_id,followers,稼働開始日,稼働終了日\nC1,5,2026年12月2日,2026/12/1\n"),
  ]

  static let tables = [
    BadInput(name: "too-few-fields", creators: "creator_id,name,followers\nC1,Alpha\nC2,Beta,5\n"),
    BadInput(name: "too-many-fields", creators: "creator_id,name,followers\nC1,A, B,5\n"),
    BadInput(name: "text-after-quote", creators: "creator_id,name,followers\nC1,\"A\" B,5\n"),
    BadInput(name: "header-alone", creators: "creator_id,followers\n"),
    BadInput(name: "only-commas", creators: ",,,\n,,,\n"),
    BadInput(name: "no-header", creators: "C1,Alpha,50000\nC2,Beta,30000\n"),
    BadInput(name: "same-header-twice", creators: "creator_id,Followers,Followers\nC1,1.2M,5\n"),
    BadInput(name: "two-ids", creators: "id,creator_id,followers\n1,C1,5\n"),
    BadInput(name: "empty-id", creators: "creator_id,followers\nC1,5\n,6\n"),
    BadInput(name: "header-shifted", creators: "creator_id,followers\n0,C1,5\n1,C2,6\n"),
    BadInput(
      name: "more-than-a-hundred",
      creators: "creator_id,followers\n" + (1...130).map { "C\($0),x\n" }.joined()),
    BadInput(name: "free-product", products: "product_id,price\nP1,0\n"),
    BadInput(
      name: "limits-crossed", products: "product_id,price,min_creators,max_creators\nP1,5,3,2\n"),
    BadInput(name: "unknown-format", products: "product_id,price,formats\nP1,5,live;radio\n"),
    BadInput(name: "same-product-twice", products: "product_id,price\nP1,5\nP1,6\n"),
  ]

  private static let rows = [
    ["クリエイターID", "名前", "フォロワー数"], ["C1", "あおい、東京", "5万"], ["C2", "みお", "たくさん"],
  ]

  private static func form(
    _ name: String, _ roster: String, _ bytes: [UInt8]
  ) -> BadInput {
    BadInput(name: name, creators: nil, bytes: bytes, roster: roster)
  }

  private static func text(_ name: String, _ roster: String, _ text: String) -> BadInput {
    form(name, roster, Array(text.utf8))
  }

  static let forms = [
    form("cell-in-cp932", "a.csv", TableForm.cp932.bytes(rows)),
    form("cell-in-utf16", "a.csv", TableForm.utf16BigEndian.bytes(rows)),
    form("cell-in-gzip", "a.csv.gz", TableForm.gzip.bytes(rows)),
    form("cell-with-semicolons", "a.csv", TableForm.semicolons.bytes(rows)),
    form("cell-with-tabs", "a.tsv", TableForm.tabs.bytes(rows)),
    form("cell-behind-carriage-returns", "a.csv", TableForm.carriageReturns.bytes(rows)),
    form("cell-in-json-lines", "a.jsonl", TableForm.jsonLines.bytes(rows)),
    form(
      "foreign-byte", "a.csv",
      Array("creator_id,name,followers\nC1,あおい,5\nC2,Andr".utf8) + [0xE9] + Array(",6\n".utf8)),
    form(
      "foreign-byte-in-cp932", "a.csv",
      TableForm.cp932.bytes(rows) + [0x43, 0xFF, 0x2C, 0x0A]),
    form("half-a-character", "a.csv", Array(TableForm.utf16LittleEndian.bytes(rows).dropLast())),
    form("nul-in-the-text", "a.csv", Array("creator_id,followers\nC1,5\0\n".utf8)),
    form(
      "utf16-without-mark", "a.csv", Array(TableForm.utf16LittleEndian.bytes(rows).dropFirst(2))),
    form("gzip-cut-off", "a.csv.gz", Array(TableForm.gzip.bytes(rows).dropLast(12))),
    form(
      "gzip-damaged", "a.csv.gz", TableForm.gzip.bytes(rows).dropLast(8) + [0, 0, 0, 0, 0, 0, 0, 0]),
    form("database-damaged", "a.sqlite", Array("SQLite format 3\0nonsense".utf8)),
    form("workbook", "a.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0]),
    text("table-of-a-text", "a.csv#creators", "creator_id,followers\nC1,5\n"),
    text(
      "json-syntax", "a.jsonl", "{\"creator_id\": \"C1\", \"followers\": 5}\n{\"creator_id\": C2\n"),
    text(
      "json-key-twice", "a.jsonl", "{\"creator_id\": \"C1\", \"followers\": 5, \"followers\": 6}\n"),
    text("json-nested-list", "a.jsonl", "{\"creator_id\": \"C1\", \"followers\": [[5]]}\n"),
    text(
      "json-key-missing", "a.jsonl",
      "{\"creator_id\": \"C1\", \"followers\": 5}\n{\"followers\": 5}\n"),
    text(
      "json-list-without-comma", "a.json",
      "[{\"creator_id\": \"C1\", \"followers\": 5} {\"creator_id\": \"C2\"}]\n"),
    text("json-list-cut-off", "a.json", "[{\"creator_id\": \"C1\", \"followers\": 5},\n"),
    text(
      "json-list-of-lists", "a.json", "[{\"creator_id\": \"C1\", \"followers\": 5}, [\"C2\"]]\n"),
    text("json-list-and-more", "a.json", "[{\"creator_id\": \"C1\", \"followers\": 5}] {}\n"),
    text(
      "json-list-with-faults", "a.json",
      "[{\"creator_id\": \"C1\", \"followers\": \"many\"},\n {\"creator_id\": \"C2\"}]\n"),
    text("json-not-a-number", "a.jsonl", "{\"creator_id\": \"C1\", \"followers\": NaN}\n"),
  ]

  static let briefs = [
    BadInput(name: "brief-indentation", brief: "budget: 5\n  formats: [live]\n"),
    BadInput(name: "brief-key-twice", brief: "budget: 5M\nbudget: 6M\n"),
    BadInput(name: "brief-unknown-header", brief: "budget: 5M\ncolumns: {followers: Subs}\n"),
    BadInput(
      name: "brief-window", brief: "budget: 5M\nwindow: {from: 2026-12-02, to: 2026-12-01}\n"),
    BadInput(name: "brief-negative-budget", brief: "budget: -5\n"),
    BadInput(name: "brief-objective", brief: "budget: 5M\nobjective: gmw\n"),
    BadInput(name: "brief-unknown-creator", brief: "budget: 5M\nlock: [C9]\nban: [C8]\n"),
    BadInput(name: "brief-empty", brief: "# nothing\n"),
  ]
}
