import CastingFiles
import CastingReports
import Foundation
import Testing

/// The brief names somebody who was left out.
@Suite struct LeftOutNameTests {
  private static let roster = """
    creator_id,followers,ER
    C1,100,0.1
    C2,lots,0.1
    C3,300,測定中
    C4,400,0.1,5
    C5,500,0.1

    """
  private static let products = "product_id,price\nP1,free\nP2,5\n"

  /// What is said, in memory and of a stored roster; empty where nothing is.
  private func told(_ brief: String, _ policy: InvalidPolicy) throws -> [[String]] {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", Self.roster),
      products: try folder.write("products.csv", Self.products),
      brief: try folder.write("brief.yaml", "budget: 5M\n" + brief))
    var options = ReadingOptions()
    options.leaveOut(policy)
    func lines(_ read: () throws -> Void) -> [String] {
      do {
        try read()
        return []
      } catch {
        return ((error as? InputError)?.issues.sentences ?? ["\(error)"]).map(folder.relative)
      }
    }
    let cache = RosterCache(folder: folder.path + "cache", version: "1")
    return [lines { _ = try CampaignFiles.read(paths, options: options) }]
      + (0..<2).map { _ in
        lines { _ = try LongCampaignFiles.read(paths, options: options, cache: cache) }
      }
  }

  @Test(arguments: ["C2", "C4"])
  func `a lock tells where and why she was left out`(id: String) throws {
    for told in try told("lock: [\(id)]\n", .blank) {
      #expect(told.count == 2)
      let line = id == "C2" ? 3 : 5
      #expect(
        told[0]
          == "brief.yaml:2:8: lock names a creator that was left out, \"\(id)\"; line \(line) "
          + "of roster.csv could not be used; correct that row, which the next line is about, or "
          + "remove the id")
      #expect(told.count < 2 || told[1].hasPrefix("roster.csv:\(line):"))
    }
  }

  @Test func `who was only blanked can be locked, and not where her row is dropped`() throws {
    #expect(try told("lock: [C3]\n", .blank) == [[], [], []])
    for told in try told("lock: [C3]\n", .drop) {
      #expect(told.count == 2 && told[0].contains("line 4"), "\(told)")
    }
  }

  @Test func `a ban of somebody who was left out is met`() throws {
    for ban in ["[C2, C4]", "[{creator: C2}]", "[{product: P1}]", "[C5]"] {
      #expect(try told("ban: \(ban)\n", .blank) == [[], [], []], "\(ban)")
    }
    for told in try told("ban: [C9]\n", .blank) {
      #expect(told.count == 1 && told[0].contains("ban names no creator, \"C9\""))
    }
    for told in try told("lock: [{creator: C1, product: P1}]\n", .blank) {
      #expect(told.count == 2 && told[0].contains("lock names a product that was left out"))
    }
  }
}
