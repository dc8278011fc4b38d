import Foundation
import Testing

/// The client that the chapter on the library shows is built with the tests, from public names alone, and runs.
@Suite struct ExampleTests {
  @Test func clientPlansWithinItsBudget() throws {
    let run = try ProgramRun.shell("plan-from-code", in: Repository.root)
    #expect(run.status == 0, "\(run.talk)")
    let lines = run.text.split(separator: "\n").map(String.init)
    let deals = lines.compactMap { line -> (creator: String, cost: Int)? in
      let words = line.split(separator: " ")
      guard words.count == 5, let cost = Int(words[4]) else { return nil }
      return (String(words[1]), cost)
    }
    #expect(!deals.isEmpty)
    #expect(deals.contains { $0.creator == "C3" }, "the locked creator is cast")
    #expect(deals.reduce(0) { $0 + $1.cost } <= 300_000)
    let proof = try #require(lines.first { $0.hasPrefix("worth at least ") })
    let numbers = proof.split { !$0.isNumber }.compactMap { Int($0) }
    #expect(numbers.count == 2 && numbers[0] > 0 && numbers[0] <= numbers[1], "\(proof)")
    // Items cost 3 and 4 with room for 5, and bring 5 and 8.
    #expect(lines.last == "options [1] of the allocation problem")
  }

  @Test func chapterShowsTheClient() throws {
    let client = try Repository.text("Examples/PlanFromCode/PlanFromCode.swift")
    let chapter = try Repository.text("Documentation/Library.md")
    let blocks = chapter.components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(client.contains(block), "not in the client:\n\(block)") }
  }
}
