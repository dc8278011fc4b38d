import Casting
import Testing

import CastingFiles

struct ExclusionCellTests {
  private func list(_ text: String) -> [String]? {
    CreatorExclusion.list(written: text)?.map {
      "\($0.word) \($0.from?.iso ?? "-") \($0.to?.iso ?? "-")"
    }
  }

  @Test func wordsAndDays() {
    #expect(
      list("スキンケア(2026-11-01〜2027-01-31); 酒")
        == ["スキンケア 2026-11-01 2027-01-31", "酒 - -"])
    #expect(list("酒、車（2026年12月1日～）,P07") == ["酒 - -", "車 2026-12-01 -", "P07 - -"])
    #expect(list("酒(2027/1/31まで)\n車(〜2026-12-31)") == ["酒 - 2027-01-31", "車 - 2026-12-31"])
    #expect(list("酒(2026-12-24)") == ["酒 2026-12-24 2026-12-24"])
    #expect(list(" ; 、") == [])
  }

  /// Brackets without a day belong to the word.
  @Test func bracketsOfOtherKinds() {
    #expect(list("ビール(酒類)") == ["ビール(酒類) - -"])
  }

  /// What she did is read likewise; a day beside its brand would be lost in the name.
  @Test func worksAreReadAndLooseDaysRefused() throws {
    func outcome(_ cell: String) throws -> String {
      try InputFolder.outcome(
        roster: "creator_id,name,platform,followers,fee_video,直近案件\n"
          + "C1,あおい,tiktok,12000,30000,\(cell)\n",
        brief: "budget: 5M\nwindow: {from: 2026-12-01, to: 2026-12-20}\n"
          + "competitors: {brands: [アオゾラ], within_days: 90}\n")
    }
    let kept = try outcome("ミナト堂(2026-10-01); アオゾラ(2026-08-15〜2026-09-01)")
    #expect(kept == "read", "\(kept)")
    let undated = try outcome("アオゾラ")
    #expect(undated.hasSuffix("that recent does not say: that counts as recent"), "\(undated)")
    for loose in ["アオゾラ 2026-10-01", "アオゾラ 2026年10月", "アオゾラ(2026-10)"] {
      let refused = try outcome(loose)
      #expect(refused.hasPrefix("roster.csv:2:6: "), "\(refused)")
    }
  }

  @Test func daysThatAreNone() {
    #expect(list("酒(2026-13-01〜)") == nil)
    #expect(list("酒(11/1〜12/1)") == nil)
  }
}
