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

  @Test func daysThatAreNone() {
    #expect(list("酒(2026-13-01〜)") == nil)
    #expect(list("酒(11/1〜12/1)") == nil)
  }
}
