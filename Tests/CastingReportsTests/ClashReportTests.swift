import Casting
import CastingPlanning
import CastingReports
import Foundation
import Testing

struct ClashReportTests {
  @Test func `the sample is written as recorded`() throws {
    for format in [ReportFormat.json, .csv] {
      let bytes = try #require(SampleClash.make().written(as: format))
      try expectGolden(bytes, "clash.\(format.name)")
    }
  }

  @Test(arguments: [60, 100])
  func `the sample is shown as recorded`(_ width: Int) throws {
    let bytes = try #require(SampleClash.make().written(as: .table, width: width))
    try expectGolden(bytes, "clash-\(width).txt")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width)
    }
  }

  @Test func `in Japanese no line is wider than the window`() throws {
    for width in [40, 60, 100] {
      let bytes = try #require(
        SampleClash.make().written(as: .table, width: width, .japanese))
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func `what a plan relaxes is written and read back`() throws {
    var plan = SamplePlan.make()
    plan.relaxed = SampleClash.make().relaxations
    let bytes = plan.written(as: .json)
    #expect(try PlanFile(bytes: bytes, path: "plan.json").claims.relaxed == plan.relaxed)
    let plain = SamplePlan.make().written(as: .json)
    #expect(try PlanFile(bytes: plain, path: "plan.json").claims.relaxed.isEmpty)
  }

  @Test func `a setting that is none is refused with its place`() throws {
    var plan = SamplePlan.make()
    plan.relaxed = SampleClash.make().relaxations
    let text = String(decoding: plan.written(as: .json), as: UTF8.self)
    let wrong = text.replacing("\"from\": \"kept\"", with: "\"from\": \"bent\"")
    let problem = #expect(throws: PlanFileProblem.self) {
      try PlanFile(bytes: [UInt8](wrong.utf8), path: "plan.json")
    }
    #expect(Wording.english.text(try #require(problem)).contains("relaxed[0].from is not a limit"))
  }
}

extension ClashReport {
  fileprivate func written(
    as format: ReportFormat, width: Int = 100, _ wording: Wording = .english
  ) -> [UInt8]? {
    format.bytes(Report(self, wording), ReportPage(width: width, color: false))
  }
}
