import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: ["gmv", "orders"])
  func threadsDoNotChangeABit(objective: String) throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "2"] {
      let run = try ProgramRun.castplan(
        [
          "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief",
          "brief-\(objective).yaml", "--threads", threads, "--out", folder.file(threads).path(),
        ], in: Repository.datasets)
      try #require(run.status == 0, "\(run.talk)")
    }
    let table = try Data(contentsOf: folder.file("1/plan.csv"))
    #expect(try table == Data(contentsOf: folder.file("2/plan.csv")))
    #expect(try Self.withoutTimings(folder, "1") == Self.withoutTimings(folder, "2"))
  }

  @Test func generateGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      let run = try ProgramRun.castplan(
        [
          "generate", "--creators", "500", "--products", "12", "--seed", name == "c" ? "2" : "1",
          "--out", name,
        ], in: folder.url)
      try #require(run.status == 0, "\(run.talk)")
    }
    let first = try Data(contentsOf: folder.file("a/creators.csv"))
    #expect(try first == Data(contentsOf: folder.file("b/creators.csv")))
    #expect(try first != Data(contentsOf: folder.file("c/creators.csv")))
  }

  /// The committed sample is what the Makefile's own command makes.
  @Test func sampleIsWhatItsCommandMakes() throws {
    let makefile = try Repository.text("Makefile").replacing("\\\n", with: " ")
    let recipe = try #require(
      makefile.split(separator: "\n").first { $0.contains("$(CASTPLAN) generate") })
    let words = recipe.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
    let folder = try TemporaryFolder()
    let run = try ProgramRun.castplan(words, in: folder.url)
    try #require(run.status == 0, "\(run.talk)")
    let made = folder.file("datasets")
    let names = try FileManager.default.contentsOfDirectory(atPath: made.path()).sorted()
    #expect(names.count == 7)
    for name in names {
      #expect(
        try Data(contentsOf: made.appending(path: name))
          == Data(contentsOf: Repository.datasets.appending(path: name)), "\(name)")
    }
  }

  /// The text of plan.json up to its last member, the timings.
  private static func withoutTimings(_ folder: TemporaryFolder, _ name: String) throws -> String {
    let text = try String(contentsOf: folder.file("\(name)/plan.json"), encoding: .utf8)
    let end = try #require(text.range(of: "\"timings\"", options: .backwards))
    return String(text[..<end.lowerBound])
  }
}
