import Casting
import CastingFiles
import CastingPlanning
import Foundation
import TableTestSupport
import Testing

/// Packages of a brief, and what tables say of them.
@Suite struct PackageFileTests {
  private static let brief = """
    budget: 1M
    packages:
      launch: {live: 1, story: 2, discount: 0.1}
      series: {live: 3}

    """

  private static func read(
    _ roster: String, name: String = "roster.csv", brief: String = brief,
    products: String = InputFolder.products, deals: String? = nil
  ) throws -> Campaign {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write(name, roster), products: try folder.write("products.csv", products),
      brief: try folder.write("brief.yaml", brief))
    paths.deals = try deals.map { try folder.write("deals.csv", $0) }
    return try CampaignFiles.read(paths, threads: 2).campaign
  }

  private static func fees(_ campaign: Campaign) -> [String: [Double]] {
    campaign.roster.packageFees.reduce(into: [:]) { $0[$1.package] = $1.fees.values }
  }

  @Test func everyFaultOfPackages() throws {
    let briefs = [
      ("unknown part", "packages: {launch: {live: 1, reel: 2}}\n"),
      ("no part", "packages: {launch: {}}\n"),
      ("discount alone", "packages: {launch: {discount: 0.1}}\n"),
      ("none of a part", "packages: {launch: {live: 0}}\n"),
      ("half a part", "packages: {launch: {live: 1.5}}\n"),
      ("as a list", "packages: {launch: [live, story]}\n"),
      ("packages as a list", "packages: [launch]\n"),
      ("discount beyond all", "packages: {launch: {live: 1, discount: 2}}\n"),
      ("name of a format", "packages: {live: {live: 2}}\n"),
      ("word for a format", "packages: {リール: {video: 2}}\n"),
      ("name of another", "packages: {launch: {live: 1}, Launch: {story: 1}}\n"),
      ("name of a column", "packages: {reel: {live: 1}, (jpy): {live: 2}}\n"),
      ("name of two words", "packages: {spring launch: {live: 1}}\n"),
      ("name twice", "packages:\n  launch: {live: 1}\n  launch: {story: 1}\n"),
      (
        "too many",
        "packages:\n" + (1...33).map { "  a\($0): {live: 1}\n" }.joined()
      ),
      ("unknown package in formats", "packages: {launch: {live: 1}}\nformats: [live, lunch]\n"),
      (
        "unknown package in a quota",
        "packages: {launch: {live: 1}}\nquotas: [{where: {format: lunch}, count: {max: 1}}]\n"
      ),
      ("column of another package", "packages: {launch: {live: 1}}\ncolumns: {fee_lunch: X}\n"),
    ]
    var report = ""
    for (name, brief) in briefs {
      report += "# \(name)\n\(try InputFolder.outcome(brief: "budget: 5M\n" + brief))\n"
    }
    try Golden.check("brief-packages.txt", report)
  }

  @Test func `a brief has its packages wherever they stand`() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "b.yaml",
      "formats: [launch, ライブ]\nbudget: 5M\nban: [{format: [launch]}]\n" + """
        quotas: [{where: {format: series}, posts: {min: 3}}]
        packages: {launch: {story: 2, live: 1, discount: 10%}, series: {live: 3}}

        """)
    let brief = try BriefFile.read(path: path)
    #expect(brief.packages.map(\.name) == ["launch", "series"])
    #expect(brief.packages.map(\.counts) == [[1, 0, 0, 2], [3, 0, 0, 0]])
    #expect(brief.packages[0].discount == 0.1)
    #expect(brief.formats == [.package(brief.packages[0]), .live])
    #expect(brief.bans == [DealFilter(values: [.format: ["launch"]])])
    #expect(brief.quotas[0].filter.values[.format] == ["series"])
  }

  @Test(arguments: [
    "fee_launch", "Fee launch", "launch fee", "launch_price", "launch", "launch料金", "launch単価(円)",
  ])
  func `a column of fees is known by the package's name`(_ header: String) throws {
    let rows = "creator_id,followers,fee_live,\(header)\nC1,5000,10000,3万\nC2,6000,20000,\n"
    let campaign = try Self.read(rows)
    let fees = try #require(Self.fees(campaign)["launch"])
    #expect(fees[0] == 30_000 && fees[1].isNaN)
    #expect(Self.fees(campaign)["series"] == [])
    // Without the package it is a column of somebody's own.
    let plain = try Self.read(rows, brief: "budget: 1M\n")
    #expect(plain.roster.packageFees.isEmpty)
  }

  @Test func `objects and sheets have the column as well`() throws {
    let objects = """
      {"creator_id": "C1", "followers": 5000, "fee_live": 10000, "launch": 30000}
      {"creator_id": "C2", "followers": 6000, "fee_live": 20000}

      """
    let fees = try #require(Self.fees(Self.read(objects, name: "roster.jsonl"))["launch"])
    #expect(fees[0] == 30_000 && fees[1].isNaN)
  }

  @Test func `a header that the brief names, and tax, are those of any fee`() throws {
    let campaign = try Self.read(
      "creator_id,followers,fee_live,Set\nC1,5000,11000,33000\n",
      brief: Self.brief + "columns: {fee_launch: Set}\ntax: {rate: 0.1, fees: included}\n")
    let fees = try #require(Self.fees(campaign)["launch"])
    #expect(abs(fees[0] - 30_000) < 1e-6)
  }

  /// One row for each format: that of the package is a fee of its own.
  @Test func `rows of formats may be rows of packages`() throws {
    let campaign = try Self.read(
      """
      creator_id,followers,format,fee,avg_views
      C1,5000,live,10000,500
      C1,5000,launch,30000,
      C2,6000,story,4000,700
      C3,7000,launch,25000,

      """)
    #expect((0..<3).map { campaign.roster.creatorIDs[$0] } == ["C1", "C2", "C3"])
    let launch = try #require(campaign.brief.packages.first)
    let fees = OfferedFees(campaign.roster, DealTerms()).fees(of: [.live, .story, .package(launch)])
      .0
    #expect(fees.map { $0.isNaN ? 0 : $0 } == [10_000, 0, 30_000, 0, 4_000, 0, 0, 0, 25_000])
  }

  @Test func `products and predictions name packages`() throws {
    let campaign = try Self.read(
      "creator_id,followers,fee_live,fee_story\nC1,5000,10000,2000\n",
      products: "product_id,price,formats\nP1,3000,launch\nP2,1200,live;series\n",
      deals: """
        creator_id,product_id,format,cost,reach
        C1,P2,series,9000,400
        C1,P2,live,5000,300
        C1,P2,launch,7000,500

        """)
    let (launch, series) = (campaign.brief.packages[0], campaign.brief.packages[1])
    #expect(campaign.products.products[0].formats == [.package(launch)])
    #expect(campaign.products.products[1].formats == [.live, .package(series)])
    // In the order of the formats.
    #expect(
      campaign.deals.rows.map(\.format) == [.live, .package(launch), .package(series)])
    #expect(
      try InputFolder.outcome(
        products: "product_id,price,formats\nP1,3000,lunch\n", brief: Self.brief
      ).contains("lunch"))
  }

  @Test func `a stored roster has the fees of its packages`() throws {
    let table = LongRosterTable.text(seed: 5).split(separator: "\n").enumerated().map { row, line in
      "\(line),\(row == 0 ? "fee_launch" : row % 7 == 0 ? "" : "\(20_000 + row)")"
    }.joined(separator: "\n")
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("creators.csv", table + "\n"),
      products: try folder.write("products.csv", LongRosterTable.products),
      brief: try folder.write(
        "brief.yaml",
        LongRosterTable.brief + "packages: {launch: {live: 1, video: 1}, series: {live: 2}}\n"))
    let held = try CampaignFiles.read(paths, threads: 2).campaign
    let cache = RosterCache(folder: folder.path + "cache", version: "1")
    for _ in 0..<2 {
      let long = try LongCampaignFiles.read(paths, threads: 2, cache: cache)
      let roster = try long.campaign.held().roster
      #expect(roster.packageFees.map(\.package) == ["launch", "series"])
      for (own, other) in zip(roster.packageFees, held.roster.packageFees) {
        #expect(own.fees.values.map(\.bitPattern) == other.fees.values.map(\.bitPattern))
      }
    }
    // Another brief makes something else of the same table.
    _ = try folder.write("brief.yaml", LongRosterTable.brief)
    let plain = try LongCampaignFiles.read(paths, threads: 2, cache: cache)
    #expect(try plain.campaign.held().roster.packageFees.isEmpty)
  }
}
