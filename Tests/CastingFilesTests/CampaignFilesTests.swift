import CastingFiles
import Foundation
import Testing

@Suite struct CampaignFilesTests {
  @Test func readsACampaignWithItsRecords() throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", InputFolder.products),
      brief: try folder.write("brief.yaml", InputFolder.brief))
    for threads in [1, 2] {
      let loaded = try CampaignFiles.read(paths, threads: threads)
      #expect(loaded.campaign.roster.count == 2)
      #expect(loaded.campaign.products.products.map(\.id) == ["P1", "P2"])
      #expect(loaded.campaign.brief.budget == 5_000_000)
      #expect(loaded.files.map(\.path) == [paths.brief, paths.roster, paths.products])
      #expect(loaded.files.map(\.rows) == [1, 2, 2])
      // printf 'budget: 5_000_000\n' | sha256sum
      #expect(loaded.files[0].sha256 == Self.briefDigest)
      #expect(loaded.notes.allSatisfy { $0.isDecision })
    }
  }

  private static let briefDigest =
    "10718717f9df482c41e4ed40a2a02520eb80f0cbfb9cd8eea3a9e571181994a5"

  @Test func theBudgetOptionWins() throws {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", InputFolder.products))
    #expect(try CampaignFiles.read(paths, budget: 7).campaign.brief.budget == 7)
    paths.brief = try folder.write("brief.yaml", InputFolder.brief)
    #expect(try CampaignFiles.read(paths, budget: 7).campaign.brief.budget == 7)
  }

  @Test func dealsAreSortedAndRoundedUp() throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", InputFolder.products),
      brief: try folder.write("brief.yaml", "budget: 5M\nformats: [video, live]\n"),
      deals: try folder.write(
        "deals.csv",
        """
        creator_id,product_id,format,cost,value,reach
        C2,P1,live,100.2,,50
        C1,P2,,200,-7.5,
        C1,P1,ライブ,300,1M,
        """))
    let deals = try CampaignFiles.read(paths).campaign.deals.rows
    #expect(deals.map(\.creator) == [0, 0, 1])
    #expect(deals.map(\.product) == [0, 1, 0])
    #expect(deals.map(\.format) == [.live, .video, .live])
    #expect(deals.map(\.cost) == [300, 200, 101])
    #expect(deals.map(\.prediction) == [.value(1_000_000), .value(-7.5), .reach(50)])
  }

  @Test func productsHaveTheirDefaults() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "products.csv",
      """
      商品ID,商品名,価格,粗利率,在庫,カテゴリ,説明,formats,appeal_20_29,max_creators,max_spend
      P1,化粧水,"¥3,000",40%,1.2万,美容,しっとり,ライブ;post,1.5,8,50万
      P2,茶,800,,,,,,,,
      """)
    let products = try ProductsFile.read(path: path).products
    #expect(products[0].name == "化粧水" && products[0].category == "美容")
    #expect(products[0].description == "しっとり")
    #expect(products[0].price == 3000 && products[0].margin == 0.4 && products[0].stock == 12_000)
    #expect(products[0].formats == [.live, .post])
    #expect(products[0].appealByAge == [1, 1.5, 1, 1, 1, 1])
    #expect(products[0].maximumCreators == 8 && products[0].maximumSpend == 500_000)
    #expect(products[1].margin == 1 && products[1].stock == .infinity)
    #expect(products[1].conversion == nil && products[1].maximumCreators == nil)
    #expect(products[1].formats == nil && products[1].lifetimeOrders == 1)
  }
}
