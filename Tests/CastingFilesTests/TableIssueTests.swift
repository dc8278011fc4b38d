import CastingFiles
import Foundation
import Testing

/// Every fault of a table, with the exact words.
@Suite struct TableIssueTests {
  @Test func badCells() throws {
    let cells: [(String, String, String)] = [
      ("not a number", "followers", "abc"), ("NaN", "followers", "NaN"),
      ("no value word", "followers", "N/A"), ("spreadsheet fault", "fee", "#VALUE!"),
      ("ambiguous decimals", "fee", "\"12,34\""), ("European number", "fee", "\"1.234,5\""),
      ("percentage of people", "followers", "5%"), ("dollars", "fee", "$500"),
      ("negative fee", "fee", "-1"), ("half a person", "followers", "10.5"),
      ("overflow", "fee", "1e400"), ("beyond any market", "fee", "1e16"),
      ("required but empty", "followers", ""), ("bare rate above 1", "engagement_rate", "3.2"),
      ("rate above 100%", "engagement_rate", "150%"), ("negative rate", "commission", "-0.1"),
      ("word for a rate", "reply_rate", "high"), ("unknown tier", "tier", "huge"),
      ("unknown employment", "employment", "robot"),
      ("no such day", "available_from", "2026-02-30"),
      ("day in another order", "available_to", "12/1/2026"), ("part of a slot", "slots", "1.5"),
      ("negative slots", "slots", "-1"), ("value over two lines", "fee", "\"a\nb\""),
      ("long value", "fee", String(repeating: "x", count: 90)),
    ]
    var report = ""
    for (name, column, text) in cells {
      let others = column == "followers" ? "" : ",5000"
      let header = column == "followers" ? "" : ",followers"
      let roster = "creator_id,\(column)\(header)\nC1,\(text)\(others)\n"
      report += "# \(name)\n\(try InputFolder.outcome(roster: roster))\n"
    }
    try Golden.check("cells.txt", report)
  }

  @Test func structure() throws {
    let rosters: [(String, String)] = [
      ("unclosed quote", "creator_id,name,followers\nC1,a,5\nC2,\"b,7\nC3,c,8\n"),
      ("text after a closing quote", "creator_id,name,followers\nC1,\"a\"b,5\n"),
      ("too few fields", "creator_id,name,followers\nC1,a,5\n\nC2,b\n"),
      ("too many fields", "creator_id,name,followers\nC1,a,5\nC2,b,6,7\n"),
      ("blanks too many", "creator_id,followers\nC1,5,,\n"),
      ("missing column", "creator_id,name\nC1,a\n"),
      ("no id column", "name,followers\na,5\n"),
      ("two columns for one", "creator_id,followers,フォロワー数\nC1,5,5\n"),
      ("the same header twice", "creator_id,followers,fee,fee\nC1,5,1,2\n"),
      ("duplicate id", "creator_id,followers\nC1,5\nC2,6\n C1 ,7\nC1,8\n"),
      ("empty id", "creator_id,followers\n,5\n,6\n"),
      ("header alone", "creator_id,followers\n"),
      ("only commas", ",,,\n,,,\n"),
      ("only blank lines", "\n\r\n\n"),
      ("unknown columns", "creator_id,followers,mood,,mood\nC1,5,good,,x\n"),
      ("names that only look alike", "creator_id,followers\nC1,5\nC１,6\n"),
      ("quote in the header", "creator_id,\"followers\nC1,5\n"),
    ]
    var report = ""
    for (name, roster) in rosters {
      report += "# \(name)\n\(try InputFolder.outcome(roster: roster))\n"
    }
    try Golden.check("structure.txt", report)
  }

  @Test func rows() throws {
    let ages = "creator_id,followers,age_13_19,age_20_29,age_30_39,age_40_49,age_50_59,age_60_plus"
    let days = "creator_id,followers,available_from,available_to"
    var report = ""
    for (name, roster) in [
      ("ages that do not add up", ages + "\nC1,5,0.1,0.2,0.3,0.1,0.1,0.1\nC2,5,,,,,,\n"),
      ("an age is missing", ages + "\nC1,5,0.5,0.2,,0.1,,0.1\nC2,5,0.5,0.5,,,,\n"),
      ("ages just inside", ages + "\nC1,5,0.5,0.52,,,,\nC2,5,0.5,0.48,,,,\n"),
      ("ages just outside", ages + "\nC1,5,0.5,0.521,,,,\nC2,5,0.5,0.479,,,,\n"),
      ("days in the wrong order", days + "\nC1,5,2026-12-02,2026/12/1\n"),
    ] {
      report += "# \(name)\n\(try InputFolder.outcome(roster: roster))\n"
    }
    for (name, products) in [
      ("free product", "product_id,price\nP1,0\n"),
      ("no market", "product_id,price,market\nP1,100,0\n"),
      ("limits crossed", "product_id,price,min_creators,max_creators\nP1,100,3,2\n"),
      ("unknown format", "product_id,price,formats\nP1,100,live;radio\n"),
      ("under one order", "product_id,price,lifetime_orders\nP1,100,0.5\n"),
      ("duplicate product", "product_id,price\nP1,100\nP1,200\n"),
    ] {
      report += "# \(name)\n\(try InputFolder.outcome(products: products))\n"
    }
    for (name, deals) in [
      ("unknown ids", "creator_id,product_id,cost,value\nC9,P1,5,5\nC1,P9,5,5\n"),
      ("both predictions", "creator_id,product_id,cost,value,reach\nC1,P1,5,5,5\nC1,P2,5,,\n"),
      (
        "repeated deal",
        "creator_id,product_id,format,cost,value\nC2,P1,,5,5\nC1,P1,live,5,5\nC2,P1,live,6,6\n"
      ),
      ("unknown deal format", "creator_id,product_id,format,cost,value\nC1,P1,radio,5,5\n"),
    ] {
      report += "# \(name)\n\(try InputFolder.outcome(deals: deals))\n"
    }
    try Golden.check("rows.txt", report)
  }

  @Test func keepsAHundredIssuesAndCountsTheRest() throws {
    let rows = (0..<250).map { "C\($0),x" }.joined(separator: "\n")
    let lines = try InputFolder.outcome(roster: "creator_id,followers\n\(rows)\n")
      .split(separator: "\n")
    #expect(
      lines.first?.hasPrefix(
        "roster.csv: followers (column 2) is whole people, 0 or more; 250 cells are no numbers: "
          + "x (250); lines 2, 3, 4 and 247 more → ") == true)
    #expect(lines.dropFirst().first == "  roster.csv:2:2: \"x\"")
    #expect(lines.count == 7)
    #expect(lines.last == "250 faults in all; --rejects FILE lists each of them")
  }

  /// Rows that could not be read are not reported a second time as ids that do not exist.
  @Test func aLostRowIsReportedOnce() throws {
    let report = try InputFolder.outcome(
      roster: "creator_id,followers\nC1,5,6\nC2,5\n", brief: "budget: 5M\nlock: [C1]\n",
      deals: "creator_id,product_id,cost,value\nC1,P1,5,5\n")
    #expect(
      report == "roster.csv:2: the row has 3 fields; the header has 2; "
        + "put quotes around texts that hold the delimiter, or add the missing header")
  }

  @Test func collectsTheIssuesOfAllFiles() throws {
    let report = try InputFolder.outcome(
      roster: "creator_id,followers\nC1,x\n", products: "product_id,price\nP1,y\n",
      brief: "budget: z\n")
    let places = report.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(places == ["brief.yaml:1:9:", "roster.csv:2:2:", "products.csv:2:2:"])
  }
}
