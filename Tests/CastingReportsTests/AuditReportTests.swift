import Casting
import CastingPlanning
import CastingReports
import Foundation
import Testing

struct AuditReportTests {
  private func written(_ format: ReportFormat, _ wording: Wording = .english) throws -> [UInt8] {
    let report = Report(SampleAudit.findings, relaxed: SampleAudit.relaxed, wording)
    return try #require(format.bytes(report, ReportPage(width: 80, color: false)))
  }

  @Test func `an audit lists every promise with its mark`() throws {
    #expect(
      String(decoding: try written(.table), as: UTF8.self) == """
        Accepted, because the plan says so: budget: raised from ¥500,000 to ¥600,000.
        ✓ the objective is the brief's
        ✗ every cost follows from the inputs
            expected 90000 (C0042 P03 live)
            the plan has 80000 (C0042 P03 live)
        ✗ no rule is broken
            expected C0042: at most 1 deals
            the plan has 2 deals
        2 promises of 3 do not hold: the plan was changed, or made from other inputs.

        """)
    #expect(
      String(decoding: try written(.table, .japanese), as: UTF8.self) == """
        計画の記載どおりに認めた変更：予算を¥500,000から¥600,000に引き上げ。
        ✓ 目的は案件のとおり
        ✗ 料金はすべて入力から算出した値と一致
            正しくは：90000（C0042 × P03 ライブ）
            計画では：80000（C0042 × P03 ライブ）
        ✗ 破られた条件はなし
            正しくは：C0042は1件まで
            計画では：2件
        3項目のうち2項目が成り立ちません。計画が書き換えられたか、別の入力から作られてい
        ます。

        """)
  }

  @Test func `an audit is written for programs`() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(written(.json))) as? [String: Any])
    #expect(root["holds"] as? Bool == false)
    #expect(root["relaxed"] as? [String] == ["budget: raised from ¥500,000 to ¥600,000"])
    let promises = try #require(root["promises"] as? [[String: Any]])
    #expect(promises.map { $0["code"] as? String } == ["objective", "costs", "rules_kept"])
    #expect(promises[0]["found"] is NSNull && promises[2]["found"] as? String == "2 deals")
    let fact = try #require(promises[1]["expected_fact"] as? [String: Any])
    #expect(fact["code"] as? String == "number" && fact["value"] as? Double == 90_000)
    let place = try #require(fact["at"] as? [String: Any])
    #expect(place["code"] as? String == "deal" && place["creator"] as? String == "C0042")
  }
}
