import CastingReports
import Foundation
import Testing

struct ClashReportTests {
  @Test func `the sample is written as recorded`() throws {
    try expectGolden(ClashJSON.bytes(SampleClash.make()), "clash.json")
    try expectGolden(ClashCSV.bytes(SampleClash.make()), "clash.csv")
  }

  @Test(arguments: [60, 100])
  func `the sample is shown as recorded`(_ width: Int) throws {
    let text = ClashTerminal.render(SampleClash.make(), width: width, color: false)
    try expectGolden([UInt8](text.utf8), "clash-\(width).txt")
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
  }

  @Test func `what a plan relaxes is written and read back`() throws {
    var plan = SamplePlan.make()
    plan.relaxed = SampleClash.make().relaxations
    let bytes = PlanJSON.bytes(plan, PlanContext(version: "0.1.0"))
    #expect(try PlanFile(bytes: bytes, path: "plan.json").claims.relaxed == plan.relaxed)
    let plain = PlanJSON.bytes(SamplePlan.make(), PlanContext(version: "0.1.0"))
    #expect(try PlanFile(bytes: plain, path: "plan.json").claims.relaxed.isEmpty)
  }

  @Test func `a setting that is none is refused with its place`() throws {
    var plan = SamplePlan.make()
    plan.relaxed = SampleClash.make().relaxations
    let text = String(decoding: PlanJSON.bytes(plan, PlanContext(version: "1")), as: UTF8.self)
    let wrong = text.replacing("\"from\": \"kept\"", with: "\"from\": \"bent\"")
    let problem = #expect(throws: PlanFileProblem.self) {
      try PlanFile(bytes: [UInt8](wrong.utf8), path: "plan.json")
    }
    #expect(try #require(problem).description.contains("relaxed[0].from is not a limit"))
  }
}
