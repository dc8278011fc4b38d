import Foundation
import Testing

/// Long tables of creators are kept as files of their own, and nobody can tell from the plan.
@Suite struct LongRosterCommandTests {
  /// The sample, made long by lines that say nothing.
  private static func writeRoster(_ folder: TemporaryFolder) throws {
    var table = try Data(contentsOf: Repository.datasets.appending(path: "creators.csv"))
    table.append(Data(repeating: 0x0A, count: 64 << 20))
    try table.write(to: folder.file("creators.csv"))
  }

  private static func plan(_ folder: TemporaryFolder, _ more: String = "") throws -> String {
    let datasets = Repository.datasets.path()
    let run = try ProgramRun.shell(
      "XDG_CACHE_HOME=\"$PWD/cache\" castplan optimize --roster creators.csv "
        + "--products \(datasets)/products.csv --brief \(datasets)/brief-gmv.yaml --format csv "
        + more, in: folder.url)
    try #require(run.status == 0, "\(run.talk)")
    return run.text
  }

  @Test func theyAreReadOnceAndPlannedTheSame() throws {
    let folder = try TemporaryFolder()
    try Self.writeRoster(folder)
    let short = try ProgramRun.castplan(
      [
        "optimize", "--roster", "creators.csv", "--products", "products.csv", "--brief",
        "brief-gmv.yaml", "--format", "csv",
      ], in: Repository.datasets)
    try #require(short.status == 0, "\(short.talk)")
    let cache = folder.file("cache/castplan").path()
    #expect(try Self.plan(folder, "--no-cache") == short.text)
    #expect(!FileManager.default.fileExists(atPath: cache))
    for threads in 1...2 {
      #expect(try Self.plan(folder, "--threads \(threads)") == short.text)
      let kept = try FileManager.default.contentsOfDirectory(atPath: cache)
      #expect(kept.count == 1)
      #expect(kept.allSatisfy { $0.hasSuffix(".roster") })
    }
  }
}
