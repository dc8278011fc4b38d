import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// What a report can tell of a table: headers, how they were matched, ranges, lines.
@Suite struct TableDescriptionTests {
  private static let roster = """
    creator_id,"チャンネル
    名",Subs,memo,,Fee (JPY),10代,20代
    C1,あおい,1.2万,x,,"¥5,000",0.5,0.49
    C2,"み
    お",100,,,,,
    C3,りこ,,,,x,,
    C4,さき,500,,,"7,000",0.5,0.5

    """

  private func load(
    _ roster: String = roster, brief: String = "budget: 1\ncolumns: {followers: Subs}\n",
    deals: String? = nil, change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> (LoadedCampaign, InputFolder) {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", InputFolder.products),
      brief: try folder.write("brief.yaml", brief))
    paths.deals = try deals.map { try folder.write("deals.csv", $0) }
    var options = ReadingOptions()
    options.describesTables = true
    options.dropInvalid()
    change(&options)
    return (try CampaignFiles.read(paths, options: options), folder)
  }

  @Test func everyHeaderSaysHowItWasUnderstood() throws {
    let (loaded, folder) = try load()
    let table = try #require(loaded.tables.first { $0.role == .creators })
    #expect(
      table.columns.map { "\($0.field) \($0.name ?? "-") \($0.match.rawValue)" } == [
        "1 creator_id name", "2 name alias", "3 followers brief", "4 - unknown", "5 - unknown",
        "6 fee alias", "7 age_13_19 alias", "8 age_20_29 alias",
      ])
    #expect(
      table.headerNotes.map { folder.relative("\($0)") } == [
        "roster.csv: the column \"memo\" is not one that castplan knows and was not used",
        "roster.csv: column 5 has no header and was not used",
      ])
    #expect(Set(table.headerNotes).isSubset(of: loaded.notes))
  }

  /// C3 is left out: neither its line nor its numbers count.
  @Test func linesAndRangesAreThoseOfTheRowsKept() throws {
    let (loaded, _) = try load()
    let table = try #require(loaded.tables.first { $0.role == .creators })
    #expect(table.lines == [3, 4, 7])
    let followers = try #require(table.column("followers")?.range)
    #expect(
      [followers.least, followers.median, followers.most] == [100, 500, 12_000]
        && followers.known == 3)
    let fees = try #require(table.column("fee")?.range)
    #expect([fees.least, fees.median, fees.most] == [5_000, 6_000, 7_000] && fees.known == 2)
    #expect(table.column("name")?.range == nil)
    #expect(loaded.ageSums.map { $0.isNaN ? -1 : $0 } == [0.99, -1, 1])
    #expect(!table.countsRows)
  }

  @Test func carriedColumnsAreCalledSo() throws {
    let (loaded, _) = try load { $0.carriesUnknownColumns = true }
    let table = try #require(loaded.tables.first { $0.role == .creators })
    #expect(table.columns[3].match == .carried && table.columns[3].name == nil)
    #expect(table.columns[4].match == .unknown)
    #expect(Set(table.headerNotes).isSubset(of: loaded.notes))
  }

  @Test func aColumnChosenByItsPositionIsTheBriefs() throws {
    let twice = "creator_id,Followers,Followers\nC1,1.2M,1200001\n"
    let (loaded, _) = try load(twice, brief: "budget: 1\ncolumns: {followers: \"#3\"}\n")
    let table = try #require(loaded.tables.first { $0.role == .creators })
    #expect(table.columns.map(\.match) == [.name, .unknown, .brief])
    #expect(loaded.campaign.roster.followers[0] == 1_200_001)
    #expect(throws: InputError.self) {
      try load(twice, brief: "budget: 1\ncolumns: {followers: \"#4\"}\n")
    }
  }

  @Test func dealsAreDescribedToo() throws {
    let (loaded, _) = try load(
      deals: "creator_id,product_id,cost,value\nC1,P1,100,5\nC2,P1,300,7\n")
    let table = try #require(loaded.tables.first { $0.role == .deals })
    #expect(table.column("cost")?.range?.median == 200)
  }

  @Test func rowsOfADatabaseAreCounted() throws {
    let folder = try InputFolder()
    let path = try TableForm.sqlite.write(
      [["creator_id", "followers"], ["C1", "5"], ["C2", "6"]], in: folder.path)
    let paths = CampaignPaths(
      roster: path, products: try folder.write("products.csv", InputFolder.products))
    var options = ReadingOptions()
    options.describesTables = true
    let loaded = try CampaignFiles.read(paths, budget: 1, options: options)
    #expect(loaded.tables[0].countsRows && loaded.tables[0].lines == [1, 2])
  }

  @Test func nothingIsDescribedUnasked() throws {
    let (loaded, _) = try load { $0.describesTables = false }
    #expect(loaded.tables.isEmpty && loaded.ageSums.isEmpty)
  }
}
