import CastingFiles
import CastingSynthetic
import Testing

/// Quirks together, over many seeds.
@Suite struct DirtyPropertyTests {
  @Test func harmlessQuirksTogetherChangeNothing() throws {
    for seed in UInt64(1)...60 {
      let rate = [0.1, 0.5, 1][Int(seed) % 3]
      let quirks = DirtyRosterTests.harmless.map { ($0, $0.isOfFile ? 1 : rate) }
      let file = try DirtyFile(seed: seed, quirks, chunk: 1 + Int(seed) % 61)
      let (values, issues) = file.read()
      #expect(issues.isEmpty, "seed \(seed): \(issues.kept)")
      #expect(values == file.clean, "seed \(seed)")
    }
  }

  /// The issues are those of the quirks, place by place, and without their rows the rest reads.
  @Test func refusedRowsAreExactlyThoseReported() throws {
    var refused = 0
    for seed in UInt64(1)...60 {
      let rate = [0.02, 0.1, 0.15][Int(seed) % 3]
      let harmful: [Quirk] = [.missingWords, .highEngagement, .repeatedRows]
      let file = try DirtyFile(
        seed: seed,
        harmful.map { ($0, rate) } + DirtyRosterTests.harmless.map { ($0, $0.isOfFile ? 1 : 0.3) },
        chunk: 1 + Int(seed) % 61)
      #expect(DirtyFile.places(file.read().issues) == file.refused, "seed \(seed)")
      let faulty = file.faultyRows
      let rest = file.clean.indices.filter { !faulty.contains($0) }.map { file.clean[$0] }
      let loaded = try #require(try file.skipping(), "seed \(seed)")
      #expect(DirtyFile.values(loaded.campaign.roster) == rest, "seed \(seed)")
      refused += file.refused.count
    }
    #expect(refused > 300)
  }
}
