import Casting
import CastingFiles
import Foundation
import Testing

@Suite struct RosterFileTests {
  private func read(_ bytes: [UInt8], columns: [String: String] = [:]) throws -> Roster {
    let folder = try InputFolder()
    return try RosterFile.read(path: folder.write("roster.csv", bytes), columns: columns)
  }

  private func read(_ text: String, columns: [String: String] = [:]) throws -> Roster {
    try read(Array(text.utf8), columns: columns)
  }

  @Test func readsEveryColumn() throws {
    let ages = [0.1, 0.3, 0.2, 0.2, 0.1, 0.1]
    let roster = try read(
      """
      creator_id,name,handle,url,platform,region,language,agency,followers,tier,avg_views,\
      views_live,views_video,views_post,views_story,engagement_rate,posts_sampled,reply_rate,\
      repeat_viewer_share,authentic_share,fee,fee_live,fee_video,fee_post,fee_story,commission,\
      guarantee,activation_cost,slots,employment,certification,uplink_mbps,niche,bio,\
      female_share,age_13_19,age_20_29,age_30_39,age_40_49,age_50_59,age_60_plus,\
      available_from,available_to
      C1,あおい,@aoi,https://example.org/aoi,tiktok,東京,ja,Acme,"12,000",micro,3000,\
      500,900,800,700,3.2%,20,10%,0.4,0.9,30000,¥50000,4万,3万円,,10%,1000,2000,3,\
      in_house,gold,12.5,美容;コスメ,"毎日配信、
      よろしく",0.7,0.1,0.3,0.2,0.2,0.1,0.1,2026-12-01,2026/12/5
      """)
    #expect(roster.count == 1)
    let texts = [
      roster.creatorIDs[0], roster.names[0], roster.handles[0], roster.urls[0],
      roster.platforms[0], roster.regions[0], roster.languages[0], roster.agencies[0],
      roster.statedTiers[0], roster.employments[0], roster.certifications[0], roster.niches[0],
      roster.bios[0],
    ]
    #expect(
      texts == [
        "C1", "あおい", "@aoi", "https://example.org/aoi", "tiktok", "東京", "ja", "Acme", "micro",
        "in_house", "gold", "美容;コスメ", "毎日配信、\nよろしく",
      ])
    let numbers = [
      roster.followers, roster.averageViews, roster.engagementRates, roster.postsSampled,
      roster.replyRates, roster.repeatViewerShares, roster.authenticShares, roster.fees,
      roster.commissions, roster.guarantees, roster.activationCosts, roster.slots,
      roster.uplinks, roster.femaleShares,
    ].map { $0[0] }
    #expect(
      numbers == [
        12_000, 3000, 0.032, 20, 0.1, 0.4, 0.9, 30_000, 0.1, 1000, 2000, 3, 12.5, 0.7,
      ])
    #expect(roster.formatViews.map { $0[0] } == [500, 900, 800, 700])
    #expect(roster.formatFees.prefix(3).map { $0[0] } == [50_000, 40_000, 30_000])
    #expect(roster.formatFees[3].isPresent && roster.formatFees[3][0].isNaN)
    for (band, share) in ages.enumerated() {
      #expect(abs(roster.ageShares[band][0] - share) < 1e-15)
    }
    #expect(roster.availableFrom == [CalendarDay(year: 2026, month: 12, day: 1)])
    #expect(roster.availableTo == [CalendarDay(year: 2026, month: 12, day: 5)])
  }

  @Test func absentColumnsAreEmpty() throws {
    let roster = try read("creator_id,followers\nC1,5\nC2,6\n")
    #expect(roster.names[1] == "")
    #expect(roster.platforms[1] == "")
    #expect(roster.employments[1] == "external")
    #expect(!roster.fees.isPresent)
    #expect(roster.availableFrom.isEmpty)
    #expect(!roster.ageShares[0].isPresent)
  }

  /// The same table with every mark, line end and delimiter.
  @Test func everyFormGivesTheSameRoster() throws {
    let text = "creator_id,followers,name,bio\nC1,5,あ,\"x, y\"\nC2,6,\"い\"\"う\",\n"
    let forms: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8.dropLast()),
      Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
      Array(text.replacingOccurrences(of: "\n", with: "\r").utf8),
      Array("creator_id;followers;name;bio\nC1;5;あ;x, y\n\nC2;6;\"い\"\"う\";\n;;;\n".utf8),
      Array("creator_id\tfollowers\tname\tbio\nC1\t5\tあ\tx, y\nC2\t6\t\"い\"\"う\"\t\n".utf8),
      Array(",,,\n creator_id ,Followers,NAME,Bio\nC1, 5 ,あ,\"x, y\"\nC2,6,\"い\"\"う\",\n".utf8),
    ]
    for (index, form) in forms.enumerated() {
      let roster = try read(form)
      #expect(roster.creatorIDs[0] == "C1" && roster.creatorIDs[1] == "C2", "form \(index)")
      #expect(roster.followers.values == [5, 6], "form \(index)")
      #expect([roster.names[0], roster.names[1]] == ["あ", "い\"う"], "form \(index)")
      #expect([roster.bios[0], roster.bios[1]] == ["x, y", ""], "form \(index)")
    }
  }

  @Test(arguments: [
    "クリエイターID,名前,媒体,フォロワー数,平均再生数,エンゲージメント率,料金,ジャンル,自己紹介,女性比率,20代,雇用形態",
    "ID,Name,Platform,Subscribers count,Average Views,Engagement Rate,Fee (JPY),Genre,Profile,"
      + "Female Rate,age 20-29,employment",
    "Creator-ID,CHANNEL NAME,プラットフォーム,チャンネル登録者数,再生回数,ｴﾝｹﾞｰｼﾞﾒﾝﾄ率,報酬,タグ,プロフィール,"
      + "女性率,20代比率,契約形態",
  ])
  func knowsHeadersInBothLanguages(header: String) throws {
    let roster = try read(header + "\nC1,あ,YouTube,1.2万人,3千,3.2%,5万円,茶,好き,60%,100%,自社\n")
    #expect(roster.creatorIDs[0] == "C1")
    #expect(roster.names[0] == "あ")
    #expect(roster.platforms[0] == "YouTube")
    #expect(roster.followers[0] == 12_000)
    #expect(roster.averageViews[0] == 3000)
    #expect(roster.engagementRates[0] == 0.032)
    #expect(roster.fees[0] == 50_000)
    #expect(roster.niches[0] == "茶")
    #expect(roster.bios[0] == "好き")
    #expect(roster.femaleShares[0] == 0.6)
    #expect(roster.ageShares[1][0] == 1 && roster.ageShares[2][0] == 0)
    #expect(roster.employments[0] == "in_house")
  }

  /// No header may stand for two columns.
  @Test(arguments: [
    AcceptedHeaders.creators, AcceptedHeaders.products, AcceptedHeaders.deals,
    AcceptedHeaders.audience,
  ])
  func headersAreDistinct(columns: [[String]]) {
    var columnOfHeader: [String: String] = [:]
    for headers in columns {
      for header in headers {
        let text = AcceptedHeaders.comparable(header)
        let other = columnOfHeader.updateValue(headers[0], forKey: text)
        #expect(other == nil || other == headers[0], "\(header) stands for \(other ?? "")")
      }
    }
  }

  @Test func theBriefChoosesColumns() throws {
    let text = "creator_id,followers,real followers\nC1,5,7\n"
    #expect(try read(text).followers[0] == 5)
    #expect(try read(text, columns: ["followers": "Real Followers"]).followers[0] == 7)
  }

  @Test func normalisesAges() throws {
    let roster = try read("creator_id,followers,age_13_19,age_20_29\nC1,5,0.5,0.49\nC2,5,,\n")
    #expect(roster.ageShares[0][0] == 0.5 / 0.99)
    #expect(roster.ageShares[5][0] == 0)
    #expect(roster.ageShares[0][1].isNaN && roster.ageShares[5][1].isNaN)
  }

  @Test func tierWordsAreUnderstood() throws {
    let roster = try read("creator_id,followers,tier\nC1,5,マイクロ\nC2,5,MEGA\nC3,5,\n")
    #expect((0..<3).map { roster.statedTiers[$0] } == ["micro", "mega", ""])
    #expect(roster.tier(0) == .micro && roster.tier(2) == .nano)
  }
}
