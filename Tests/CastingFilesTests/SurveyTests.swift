import Casting
import CastingFiles
import CastingReview
import Foundation
import Testing

/// What tables and their columns are taken for, one kind a test, with the readings that must not be.
@Suite struct SurveyTests {
  private func read(
    _ roster: String, products: String = "product_id,price\nP1,3000\n", brief: String = ""
  )
    throws -> LoadedCampaign
  {
    let folder = try InputFolder()
    return try CampaignFiles.read(
      CampaignPaths(
        roster: try folder.write("roster.csv", roster),
        products: try folder.write("products.csv", products),
        brief: brief.isEmpty ? nil : try folder.write("brief.yaml", brief)), budget: 1e6)
  }

  private func issues(_ roster: String, products: String = "product_id,price\nP1,3000\n") throws
    -> [InputIssue]
  {
    do {
      _ = try read(roster, products: products)
      return []
    } catch let error as InputError {
      return error.issues.kept
    }
  }

  private func words(_ loaded: LoadedCampaign) -> [String] {
    loaded.decisions.map { "\($0.column ?? "-") \($0.what.word) \($0.basis.rawValue)" }
  }

  // MARK: Rates

  @Test func aboveOneIsPerCentForTheWholeColumn() throws {
    let loaded = try read("creator_id,followers,engagement_rate\nA,5,3.8\nB,6,0.9\nC,7,2.4\n")
    #expect(loaded.campaign.roster.engagementRates.values == [0.038, 0.009, 0.024])
    #expect(words(loaded).contains("engagement_rate per cent certain"))
  }

  @Test func aHeaderWithPerCentIsPerCentThoughAllAreBelowOne() throws {
    let products = "product_id,price,CVR(%)\nP1,3000,0.41\nP2,3000,0.83\n"
    let loaded = try read("creator_id,followers\nA,5\n", products: products)
    #expect(loaded.campaign.products.products.map(\.conversion) == [0.0041, 0.0083])
  }

  @Test func absurdFractionsArePerCentAndTold() throws {
    let loaded = try read("creator_id,followers,engagement_rate\nA,5,0.9\nB,6,0.6\n")
    #expect(loaded.campaign.roster.engagementRates.values == [0.009, 0.006])
    #expect(words(loaded).contains("engagement_rate per cent assumed"))
    #expect(loaded.notes.contains { $0.isDecision })
  }

  @Test func whatFitsBothWaysIsAsked() throws {
    let found = try issues("creator_id,followers,engagement_rate\nA,5,0.2\nB,6,0.15\n")
    guard found.count == 1, case .open(let reading) = found[0].fault else {
      Issue.record("not asked: \(found)")
      return
    }
    #expect(reading.table == "roster" && reading.name == "engagement_rate")
    #expect(reading.question == .fractionOrPerCent(asFraction: 0.2, asPerCent: 0.002))
    #expect(found[0].line == 2 && found[0].column == 3)
    for (unit, rate) in [("percent", 0.002), ("fraction", 0.2)] {
      let loaded = try read(
        "creator_id,followers,engagement_rate\nA,5,0.2\n",
        brief: "columns: {roster: {engagement_rate: {unit: \(unit)}}}\n")
      #expect(loaded.campaign.roster.engagementRates.values == [rate])
      #expect(words(loaded).contains { $0.hasSuffix("stated") })
    }
  }

  @Test func agesAreDecidedTogether() throws {
    let loaded = try read(
      "creator_id,followers,age_13_19,age_20_29,age_30_39\nA,5,0.5,49.5,50\nB,6,0.2,39.8,60\n")
    #expect(loaded.campaign.roster.ageShares[0].values == [0.005, 0.002])
  }

  @Test func whatIsCountedInPerCentIsNoFee() throws {
    let loaded = try read("creator_id,followers,Rate (%),price %\nA,500,3.2,1\nB,600,0.9,2\n")
    #expect(loaded.campaign.roster.fees.values.allSatisfy { $0.isNaN })
  }

  @Test func numbersOfLikesAreNoRates() throws {
    let both = try read("creator_id,followers,Engagement,ER\nA,5000,410,3.1%\nB,6000,380,2.2%\n")
    #expect(both.campaign.roster.engagementRates.values == [0.031, 0.022])
    // Alone they are faults, and no question to which neither answer helps.
    let found = try issues("creator_id,followers,Engagement\nA,5000,410\nB,6000,380\n")
    #expect(found.count == 2)
    #expect(found.allSatisfy { if case .open = $0.fault { false } else { true } })
  }

  // MARK: Decimals

  /// Whole things have none, but thousands of them may: 5.125 is then no five thousand.
  @Test func tensOfThousandsMayHaveDecimals() throws {
    func roster(_ first: String, _ second: String) -> String {
      "creator_id,followers,料金(万円)\n1,5,\"\(first)\"\n2,6,\"\(second)\"\n"
    }
    let found = try issues(roster("5.125", ""))
    #expect(found.count == 1)
    if case .open(let reading) = found.first?.fault {
      #expect(reading.question == .pointOrComma(withPoint: 5.125, withComma: 5125))
    } else {
      Issue.record("not asked: \(found)")
    }
    // Beside others the size tells, or a mark that can be read in one way alone.
    for (second, basis) in [("8", "assumed"), ("8.5", "certain")] {
      let loaded = try read(roster("5.125", second), brief: "formats: [live]\n")
      #expect(loaded.campaign.roster.fees.values[0] == 51_250)
      #expect(words(loaded).contains("fee point decimals \(basis)"))
    }
  }

  @Test(arguments: [
    ("45.000\n2,120.000", [45_000.0, 120_000]), ("3,5K\n2,1.250", [3_500, 1_250]),
    ("\"12,345\"\n2,\"1,200\"", [12_345, 1_200]), ("\"12,34,567\"\n2,5", [1_234_567, 5]),
    ("1'250\n2,5", [1_250, 5]), ("1.2万\n2,\"1,234万\"", [12_000, 12_340_000]),
    ("\"16,037 M\"\n2,\"1,2 M\"", [16_037_000, 1_200_000]),
  ])
  func followersAreWhole(cells: String, expected: [Double]) throws {
    let text = cells.replacingOccurrences(of: "3,5K", with: "\"3,5K\"")
    let loaded = try read("creator_id,followers\n1,\(text)\n")
    #expect(loaded.campaign.roster.followers.values == expected)
  }

  @Test func pointsAndCommasThatExcludeEachOtherAreAsked() throws {
    let found = try issues("creator_id,followers,fee\nA,5,\"3,5K\"\nB,6,1.5K\nC,7,45.000\n")
    #expect(found.count == 1)
    if case .open(let reading) = found.first?.fault {
      #expect(reading.question == .pointOrComma(withPoint: 45, withComma: 45_000))
    } else {
      Issue.record("not asked: \(found)")
    }
  }

  @Test func sizesTellNothingWhereBothMarksAreInDoubt() throws {
    let found = try issues(
      "creator_id,followers,avg_views\nA,9000,\"78,815\"\nB,9000,87.006 K\nC,9000,90\nD,9000,80\n")
    #expect(found.count == 1)
    if case .open(let reading) = found.first?.fault {
      #expect(reading.question == .pointOrComma(withPoint: 78_815, withComma: 78.815))
    } else {
      Issue.record("not asked: \(found)")
    }
  }

  @Test func sizesMakeNoDecimalCommaOfAJapaneseNumber() throws {
    let found = try issues("creator_id,followers\nA,\"5,300万\"\nB,1100\nC,2万\n")
    #expect(found.count == 1)
    if case .open(let reading) = found.first?.fault {
      #expect(reading.question == .pointOrComma(withPoint: 53_000_000, withComma: 53_000))
    } else {
      Issue.record("not asked: \(found)")
    }
  }

  // MARK: Money

  @Test(arguments: ["Fee (USD)", "fee_sgd", "Fee ₹", "料金(ドル)"])
  func otherMoneyInAHeaderIsAsked(header: String) throws {
    let found = try issues("creator_id,followers,\(header)\nA,5,900\n")
    #expect(found.contains { if case .open = $0.fault { true } else { false } }, "\(found)")
  }

  @Test func thousandsOfYenAreReadAsSuch() throws {
    let loaded = try read(
      "creator_id,followers,料金(千円)\nA,5,50\nB,6,\"1,200\"\n", brief: "formats: [live]\n")
    #expect(loaded.campaign.roster.fees.values == [50_000, 1_200_000])
  }

  @Test func aRangeOfFeesIsItsUpperEndAndAskIsNotKnown() throws {
    let loaded = try read(
      "creator_id,followers,fee_post,avg_views\nA,5,3万〜5万,1000-2000\nB,6,要相談,200+\nC,7,約3万,-\n")
    #expect(loaded.campaign.roster.formatFees[DealFormat.post.index].values[0] == 50_000)
    #expect(loaded.campaign.roster.formatFees[DealFormat.post.index].values[1].isNaN)
    #expect(loaded.campaign.roster.averageViews.values[0] == 1_500)
    #expect(loaded.campaign.roster.averageViews.values[1] == 200)
    #expect(loaded.notes.contains { if case .inexactCells = $0 { true } else { false } })
  }

  /// 51000 beside 3.4 counts people, whatever the header says; the largest accounts of all do not.
  @Test(arguments: [
    ("フォロワー数(万)", ["3.4", "51000", "2.2"], true), ("料金(万円)", ["5", "80000", "7"], true),
    ("料金(千円)", ["¥50,000", "¥80,000"], true), ("料金(千円)", ["¥50", "¥80"], false),
    ("フォロワー数(万)", ["3.4", "5.1万", "51,000人"], true), ("フォロワー数(万)", ["3.4", "5.1万"], false),
    ("Followers (K)", ["475800", "266000", "98000"], false),
    ("料金(千円)", ["50", "\"1,200\""], false),
  ])
  func cellsThatForgetTheUnitOfTheirHeaderAreAsked(
    header: String, cells: [String], isAsked: Bool
  ) throws {
    let other = header.hasPrefix("料金") ? "followers" : "fee_post"
    let rows = cells.enumerated().map {
      "C\($0),9000,\($1.contains("¥") || $1.contains("人") ? "\"\($1)\"" : $1)\n"
    }
    let found = try issues("creator_id,\(other),\(header)\n" + rows.joined())
    let isOpen = found.contains { issue in
      if case .open(let reading) = issue.fault, case .scaled = reading.question {
        true
      } else {
        false
      }
    }
    #expect(isOpen == isAsked, "\(found)")
  }

  @Test func unitsAboveTheTableCount() throws {
    let loaded = try read(
      "一覧,,,\n,,,（単位：千円、万人）\nID,フォロワー数,投稿料金,動画料金(円)\nA,1.2,50,30000\nB,3,\"1,200\",8万\n",
      brief: "formats: [post]\n")
    let roster = loaded.campaign.roster
    #expect(roster.followers.values == [12_000, 30_000])
    #expect(roster.formatFees[DealFormat.post.index].values == [50_000, 1_200_000])
    #expect(roster.formatFees[DealFormat.video.index].values == [30_000, 80_000])
    #expect(words(loaded).contains("fee_post times 1000 assumed"))
    #expect(loaded.notes.contains { $0.isDecision })
    let yen = try read("一覧（単位：円）,,\nID,フォロワー数,料金\nA,12000,5000\n", brief: "formats: [post]\n")
    #expect(yen.campaign.roster.fees.values == [5_000])
    let dollars = try issues("単位：ドル,,\nID,フォロワー数,料金\nA,12000,500\n")
    #expect(dollars.contains { if case .open = $0.fault { true } else { false } })
  }

  // MARK: Fees and formats

  @Test func aLoneFeeIsForThePlatformsUsualDeal() throws {
    let roster =
      "creator_id,platform,followers,price\nA,Instagram,5,100\nB,TikTok,6,200\nC,,7,300\n"
    let loaded = try read(roster)
    #expect((0..<3).map { loaded.campaign.roster.feeFormats[$0] } == ["post", "video", "live"])
    #expect(words(loaded).filter { $0.hasPrefix("fee") }.count == 3)
    let stated = try read(roster, brief: "formats: [video]\n")
    #expect(stated.campaign.roster.feeFormats.levels == [""])
  }

  /// A table read again, by what its first reading found, has no other platforms.
  @Test func platformsAreThoseOfRows() throws {
    let folder = try InputFolder()
    let path = try folder.write(
      "r.json",
      """
      [{"id": "A", "followers": 900, "er (%)": 0.7, "platform": "youtube", "fee": 5000},
       {"id": "B", "followers": 700, "er (%)": 0.5, "platform": "tiktok", "fee": 4000}]
      """)
    let loaded = try CampaignFiles.read(
      CampaignPaths(
        roster: path, products: try folder.write("products.csv", InputFolder.products)),
      budget: 1e6)
    #expect(words(loaded).filter { $0.hasPrefix("fee") } == ["fee video assumed"])
  }

  @Test func rowsOfOneCreatorAreAFeeForEachFormat() throws {
    let loaded = try read(
      "id,施策,followers,料金\nA,リール,5,100\nA,フィード投稿,5,60\nB,ライブ,6,200\n")
    let roster = loaded.campaign.roster
    #expect(roster.count == 2)
    #expect(roster.formatFees[DealFormat.video.index][0] == 100)
    #expect(roster.formatFees[DealFormat.post.index][0] == 60)
    #expect(roster.formatFees[DealFormat.live.index][1] == 200)
    #expect(loaded.notes.contains { if case .mergedRows = $0 { true } else { false } })
  }

  // MARK: Tables

  @Test func titlesTotalsAndSecondTablesAreNoCreators() throws {
    let loaded = try read(
      """
      ACME,,,
      ,,,
      NO,NAME,FOLLOWERS,RATE
      1,Aki,200,500
      2,Ben,300,600
      ,合計,500,1100
      ,,,
      Posts,Caption,Likes,Comments
      P-1,Walk,7800,910

      """, brief: "formats: [post]\n")
    #expect(
      (0..<loaded.campaign.roster.count).map { loaded.campaign.roster.creatorIDs[$0] } == [
        "Aki", "Ben",
      ])
    #expect(
      Set(words(loaded)).isSuperset(of: [
        "- header row 3 certain", "- total row 6 left out certain", "- ends at row 8 certain",
        "creator_id rows named by name certain",
      ]), "\(words(loaded))")
  }

  @Test(arguments: ["平均", "Average", "中央値", "avg.", "Mean"])
  func meansAreNoCreators(word: String) throws {
    let loaded = try read("name,followers\nAki,200\nBen,300\n\(word),250\n")
    #expect(loaded.campaign.roster.count == 2)
    #expect(words(loaded).contains("- total row 4 left out assumed"))
  }

  @Test(arguments: ["合計", "Total"])
  func totalsMayBeNamedInAColumnThatIsNotUsed(word: String) throws {
    let loaded = try read("No.,name,followers\n1,Aki,200\n2,Ben,300\n\(word),,500\n")
    #expect(loaded.campaign.roster.count == 2)
    #expect(words(loaded).contains("- total row 4 left out certain"))
  }

  /// Followers may be estimated from views, so that nothing is wrong with the cells of the remark.
  @Test func aRemarkIsOneWhereFollowersNeedNotBeStated() throws {
    let loaded = try read("id,name,followers,avg_views\nA,Aki,200,50\nB,Ben,,60\n,,,\n※税抜,,,\n")
    #expect(loaded.campaign.roster.count == 2)
    #expect(words(loaded).contains("- ends at row 5 certain"))
  }

  @Test(arguments: [
    ("Avg. Views", "avg_views"), ("Median views", "avg_views"), ("Price per Reel", "fee_video"),
    ("Cost Per Post", "fee_post"), ("Est. story price", "fee_story"),
    ("60_day_eng_rate", "engagement_rate"),
  ])
  func headersOfOtherTools(header: String, column: String) throws {
    let cell = column == "engagement_rate" ? "3%" : "400"
    let loaded = try read("id,followers,\(header)\nA,5000,\(cell)\n", brief: "formats: [post]\n")
    let unknown = loaded.notes.contains { if case .unknownColumn = $0 { true } else { false } }
    #expect(!unknown, "\(loaded.notes)")
  }

  @Test func aRowBehindABlankOneThatIsMerelyFaultyEndsNothing() throws {
    let found = try issues("creator_id,followers\nA,5\n,\nB,many\nC,7\n")
    #expect(found.map(\.line) == [4])
  }

  @Test func tagsArePartedByWhatPeopleUse() throws {
    for cell in ["beauty, skin care", "beauty/skin-care", "beauty・skin_care", "beauty & skin care"]
    {
      let loaded = try read(
        "creator_id,followers,niche\nA,5,\"\(cell)\"\n",
        brief: "quotas: [{where: {niche: skin care}, count: {min: 1}}]\n")
      #expect(
        NicheTags.split(loaded.campaign.roster.niches[0]) == ["beauty", "skin care"], "\(cell)")
    }
    let joined = try read("creator_id,followers,niche1,niche2\nA,5,beauty,tokyo\n")
    #expect(joined.campaign.roster.niches[0] == "beauty;tokyo")
  }

  @Test func valuesOfAWholeTableAndNamesForIds() throws {
    let loaded = try read(
      "creator_id,name,followers\nA,Aki,5\nB,Ben,6\n",
      brief: "roster: {platform: TikTok, commission: 10%}\nban: [Ben]\nlock: [{creator: Aki}]\n")
    #expect(loaded.campaign.roster.platforms[1] == "TikTok")
    #expect(loaded.campaign.roster.commissions.values == [0.1, 0.1])
    #expect(loaded.campaign.brief.locks.map(\.creatorID) == ["A"])
    let shared = try InputFolder.outcome { folder, paths in
      paths.roster = try folder.write("r.csv", "creator_id,name,followers\nA,Aki,5\nB,Aki,6\n")
      paths.brief = try folder.write("b.yaml", "budget: 1\nban: [Aki]\n")
    }
    #expect(shared.contains("write the id: A, B"))
  }

  @Test func followersComeFromTierOrViews() throws {
    let loaded = try read("creator_id,tier,avg_views\nA,micro,\nB,,2290\n")
    #expect(loaded.campaign.roster.followers.values == [31_623, 10_000])
    #expect(try issues("creator_id,tier\nA,micro\nB,\n").count == 1)
  }

  @Test func anExportOfAShopIsOneProductAHandle() throws {
    let loaded = try read(
      "creator_id,followers,fee_post\nA,5,1\n",
      products: """
        Handle,Title,Body (HTML),Variant SKU,Variant Price,Variant Inventory Qty,Image Src,Status
        tee,Tee,"<p class=""x""><span>Soft tee</span></p>",TEE-S,4000,10,a.png,active
        tee,,,TEE-M,3900,200,,
        tee,,,TEE-XL,4900,300,,
        cap,Cap,<p>Cap</p>,CAP,2900,50,b.png,draft
        cap,,,,,,c.png,

        """)
    let products = loaded.campaign.products.products
    #expect(products.map(\.id) == ["tee"])
    #expect(products[0].price == 3900 && products[0].stock == 510)
    #expect(products[0].description == "Soft tee")
  }

  @Test func aReadingFileReadsTheNextTableAlike() throws {
    let folder = try InputFolder()
    var options = ReadingOptions()
    options.describesTables = true
    let products = try folder.write("products.csv", "product_id,price\nP1,3000\n")
    let first = try CampaignFiles.read(
      CampaignPaths(
        roster: try folder.write("r1.csv", "ID,Followers,ER\nA,5,3.8\nB,6,2.1\n"),
        products: products),
      budget: 1, options: options)
    let reading = try folder.write("reading.yaml", ReadingFile.text(of: first.tables))
    var paths = CampaignPaths(
      roster: try folder.write("r2.csv", "ID,Followers,ER\nA,5,0.2\nB,6,0.15\n"), products: products
    )
    #expect(throws: InputError.self) { try CampaignFiles.read(paths, budget: 1) }
    paths.reading = reading
    let next = try CampaignFiles.read(paths, budget: 1)
    #expect(next.campaign.roster.engagementRates.values == [0.002, 0.0015])
  }
}
