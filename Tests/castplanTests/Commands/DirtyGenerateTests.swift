import Foundation
import Testing

/// `castplan generate --dirty` on the whole way to a plan.
@Suite struct DirtyGenerateTests {
  private static let harmless = [
    "blank-first-row", "broken-headers", "byte-order-mark", "comma-line", "semicolons",
    "no-final-newline", "suffixes=0.5", "scientific=0.5", "blank-units=0.5", "padded-cells=0.9",
  ]

  /// The same scores, byte for byte, from the clean roster and from one with every harmless quirk; and the
  /// same plan, which is tried of few, as it takes longer.
  @Test func harmlessQuirksGiveTheScoresAndThePlanOfTheCleanRoster() throws {
    let folder = try TemporaryFolder()
    let quirks = Self.harmless.map { "--quirk \($0)" }.joined(separator: " ")
    for seed in 1...52 {
      let size = "--creators 30 --products 3 --seed \(seed) --force --quiet"
      func result(_ name: String) -> String {
        let inputs = "--roster \(name)/creators.csv --products \(name)/products.csv --quiet"
        let command =
          seed % 13 == 0
          ? "optimize --budget 120万 --gap 0.05 --format csv" : "score --all"
        return "castplan \(command) \(inputs) > \(name).csv"
      }
      let run = try ProgramRun.shell(
        "castplan generate \(size) --out clean && castplan generate \(size) \(quirks) --out dirty "
          + "&& \(result("clean")) && \(result("dirty"))", in: folder.url)
      try #require(run.status == 0, "seed \(seed): \(run.talk)")
      let clean = try Data(contentsOf: folder.file("clean.csv"))
      #expect(clean.count > 500, "seed \(seed)")
      #expect(try clean == Data(contentsOf: folder.file("dirty.csv")), "seed \(seed)")
      let rosters = try ["clean", "dirty"].map {
        try Data(contentsOf: folder.file("\($0)/creators.csv"))
      }
      #expect(rosters[0] != rosters[1], "seed \(seed)")
    }
  }

  @Test func aDirtyRosterIsRefusedAndThenReadWithoutItsFaultyRows() throws {
    let folder = try TemporaryFolder()
    let made = try ProgramRun.castplan(
      ["generate", "--creators", "300", "--seed", "7", "--out", "d", "--dirty", "0.02"],
      in: folder.url)
    try #require(made.status == 0, "\(made.talk)")
    #expect(made.text.hasPrefix("d/creators.csv\n"))
    #expect(made.talk.contains("synthetic"))
    let refused = made.talk.matches(of: #/\n  \S+ +(\d+) +refused/#)
      .compactMap { Int($0.output.1) }
    #expect(refused.count == 3)
    let inputs =
      "--roster d/creators.csv --products d/products.csv --brief d/brief-gmv.yaml"
    let strict = try ProgramRun.shell(
      "castplan check \(inputs) --rejects faults.csv", in: folder.url)
    #expect(strict.status == 2 && strict.output.isEmpty)
    let faults = try String(contentsOf: folder.file("faults.csv"), encoding: .utf8)
      .split(separator: "\r\n")
    #expect(faults.count - 1 == refused.reduce(0, +))
    #expect(faults.dropFirst().allSatisfy { $0.hasSuffix(",refused") })
    let check = try ProgramRun.shell("castplan check \(inputs) --skip-invalid", in: folder.url)
    #expect(check.status == 0, "\(check.talk)")
    #expect(check.text.contains("No followers ("))
    let plan = try ProgramRun.shell(
      "castplan optimize \(inputs) --skip-invalid --format csv", in: folder.url)
    #expect(plan.status == 0, "\(plan.talk)")
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    var talks: [String] = []
    for name in ["a", "b", "c"] {
      let run = try ProgramRun.castplan(
        [
          "generate", "--creators", "5000", "--seed", name == "c" ? "2" : "1", "--out", name,
          "--dirty", "--quirk", "semicolons", "--quirk", "emoji=0",
        ], in: folder.url)
      try #require(run.status == 0, "\(run.talk)")
      talks.append(run.talk)
    }
    let first = try Data(contentsOf: folder.file("a/creators.csv"))
    #expect(try first == Data(contentsOf: folder.file("b/creators.csv")))
    #expect(try first != Data(contentsOf: folder.file("c/creators.csv")))
    #expect(talks[0] == talks[1] && !talks[0].contains("emoji"))
  }

  /// The products and the briefs are those of the clean sample; `--quiet` says nothing.
  @Test func onlyTheRosterIsDirty() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.shell(
      "castplan generate --out c && castplan generate --out d --dirty --quiet", in: folder.url)
    #expect(run.status == 0 && run.talk.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("c").path())
    for name in names where name != "creators.csv" {
      #expect(
        try Data(contentsOf: folder.file("c/\(name)"))
          == Data(contentsOf: folder.file("d/\(name)")), "\(name)")
    }
  }

  @Test(arguments: [
    (["--quirk", "mud"], "--quirk mud: one of shifted-header, "),
    (["--dirty", "2"], "--dirty 2: a share from 0 to 1 is needed"),
    (["--quirk", "emoji=much"], "--quirk emoji=much: a share from 0 to 1 is needed"),
    (["--quirk", "semicolons=0.5"], "the whole file has it or has it not"),
    (["--dirty", "--quirk", "cp932"], "it cannot go with byte-order-mark"),
  ])
  func wrongQuirksAreRefused(options: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun.castplan(["generate", "--out", "x"] + options, in: folder.url)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.talk.contains(message), "\(run.talk)")
    #expect(folder.names.isEmpty)
  }
}
