import Casting
import CastingFiles
import CastingReports
import Testing

/// Keys that an interview leaves out stand in the brief as examples.
@Suite struct BriefExampleTests {
  /// A brief with every example in force is one that castplan takes.
  @Test func examplesAreSound() throws {
    let folder = try InputFolder()
    let text = BriefSection.allCases.flatMap(\.example).map { $0 + "\n" }.joined()
    let brief = try BriefFile.read(path: folder.write("brief.yaml", text))
    #expect(brief.budget == 5_000_000 && brief.window != nil && brief.formats?.count == 2)
    #expect(brief.locks.count == 1 && brief.bans.count == 1 && brief.audience != nil)
    #expect(brief.quotas.map(\.measure) == [.creators])
  }

  /// Behind `#`, nothing of them counts; without it, all of it does.
  @Test(arguments: Language.allCases) func keysLeftOutAreExamples(language: Language) throws {
    let folder = try InputFolder()
    let text = BriefDocument.text(CampaignAnswers(), in: Wording(language))
    let keys = BriefSection.allCases.map(\.rawValue)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.isEmpty || $0.hasPrefix("# ") })
    for line in lines { #expect(DisplayWidth.of(String(line)) <= 80, "\(line)") }
    let examples = lines.filter { line in
      keys.contains { line.hasPrefix("# \($0):") }
        || line.contains(#/^# +(- [C0-9]+$|- creators:$|[a-z_0-9]+: [0-9.-]+$)/#)
    }
    let path = try folder.write(
      "brief.yaml", examples.map { $0.dropFirst(2) + "\n" }.joined())
    let brief = try BriefFile.read(path: path)
    #expect(brief.budget == 5_000_000 && brief.quotas.count == 1 && brief.audience != nil)
    #expect(brief.locks.count == 1 && brief.bans.count == 1 && brief.window != nil)
  }
}
