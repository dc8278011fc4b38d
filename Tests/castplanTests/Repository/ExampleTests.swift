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

  @Test func pagesShowLinesOfClients() throws {
    let clients = try Repository.swiftFiles(below: "Examples")
      .map { try String(contentsOf: $0, encoding: .utf8) }
    let pages = try Documentation.pages.map(Documentation.page)
    let blocks = pages.flatMap { page in
      page.blocks.filter { $0.language == BlockLanguage.swift.rawValue }
        .map { (page: page, lines: $0.content) }
    }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let text = block.page.lines[block.lines].joined(separator: "\n")
      #expect(
        clients.contains { $0.contains(text) },
        "\(block.page.place(block.lines.lowerBound)): in no client")
    }
  }
}
