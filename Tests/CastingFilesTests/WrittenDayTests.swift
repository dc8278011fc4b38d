import CastingFiles
import Foundation
import Testing

@Suite struct WrittenDayTests {
  /// The day that a cell is read as; nil when it is refused.
  private func day(_ text: String) throws -> String? {
    let folder = try InputFolder()
    let path = try folder.write(
      "roster.csv", "creator_id,followers,available_from\nC1,5,\"\(text)\"\n")
    return try? RosterFile.read(path: path).availableFrom[0]?.iso
  }

  @Test(arguments: [
    "2026-12-01", "2026/12/01", "2026/12/1", "2026.12.1", "2026年12月1日", "２０２６年１２月１日",
    "令和8年12月1日", " 2026-12-1 ", "2026-12-01T00:00:00Z", "2026/12/01 9:30",
  ])
  func isTheFirstOfDecember(text: String) throws {
    #expect(try day(text) == "2026-12-01")
  }

  @Test func theFirstYearOfTheEraHasAWord() throws {
    #expect(try day("令和元年5月1日") == "2019-05-01")
  }

  @Test(arguments: [
    "2026-13-01", "2026-02-30", "2026-12/01", "12/1/2026", "1/12/26", "26-12-01", "46357",
    "20261201",
    "2026年12月", "平成元年5月1日", "2026-12-01 soon", "2026-1２x-01",
  ])
  func isRefused(text: String) throws {
    #expect(try day(text) == nil)
  }
}
