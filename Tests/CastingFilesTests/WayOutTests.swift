import CastingFiles
import CastingReports
import Foundation
import Testing

/// Whoever does what a message says is not told of the next fault.
@Suite struct WayOutTests {
  /// A sound row with one cell of its own.
  private static func roster(_ column: String, _ cell: String) -> String {
    let value = cell.contains(",") ? "\"\(cell)\"" : cell
    switch column {
    case "creator_id": return "creator_id,followers\nC1,100\n\(value),200\n"
    case "followers": return "creator_id,followers\nC1,100\nC2,\(value)\n"
    default: return "creator_id,followers,\(column)\nC1,100,\nC2,200,\(value)\n"
    }
  }

  private static func issues(_ column: String, _ cell: String) throws -> [InputIssue] {
    let folder = try InputFolder()
    let path = try folder.write("roster.csv", roster(column, cell))
    do throws(InputError) {
      _ = try RosterFile.read(path: path)
      return []
    } catch {
      return error.issues.kept
    }
  }

  /// What a way out says to write: whatever it shows as an example, and nothing at all.
  private static func ways(_ remedy: String) -> [String] {
    let shown = remedy.matches(of: /\d[\d,.]*(%|万)?/).map { match -> String in
      String(match.0).trimmingCharacters(in: CharacterSet(charactersIn: ".,"))
    }
    return shown + (remedy.contains("empty") ? [""] : [])
  }

  private static let bad: [(String, [String])] = [
    ("followers", ["many", "12,34", "3%", "$500", "1e400", "-5", "1.5", ""]),
    ("fee", ["ask", "1.234,5", "12%", "€40", "-1", "9e99"]),
    (
      "engagement_rate",
      ["??", "2.8", "595", "5e9", "-3%", "4.1,4", "12,34", "300%", "1e999"]
    ),
    ("tier", ["giant"]), ("employment", ["boss"]),
    ("available_from", ["soon", "2026-13-01", "45992"]),
    ("slots", ["2.5", "two"]), ("uplink_mbps", ["fast", "-1"]),
  ]

  @Test func `every example of a way out is sound`() throws {
    for (column, cells) in Self.bad {
      for cell in cells {
        let issues = try Self.issues(column, cell)
        #expect(issues.count <= 1, "\(column) \(cell): \(issues)")
        for issue in issues {
          for way in Self.ways(issue.remedy) {
            #expect(try Self.issues(column, way) == [], "\(issue) followed by \(way)")
          }
        }
      }
    }
  }

  /// Words and days are shown in the rule.
  @Test func `what a rule shows is sound`() throws {
    for column in ["tier", "employment"] {
      let rule = Wording.english.sentence(try Self.issues(column, "giant")[0].fault).rule
      let words = rule.replacing("it is one of ", with: "").components(separatedBy: ", ")
      #expect(words.count >= 3)
      for word in words { #expect(try Self.issues(column, word) == [], "\(word)") }
    }
    let rule = Wording.english.sentence(try Self.issues("available_to", "soon")[0].fault).rule
    let days = rule.matches(of: /\d+[-\/]\d+[-\/]\d+/).map { String($0.0) }
    #expect(days == ["2026-12-01", "2026/12/1"])
    for day in days { #expect(try Self.issues("available_to", day) == []) }
  }

  @Test func `a repeated id is mended by another, or without its row`() throws {
    #expect(try Self.issues("creator_id", "C1").count == 1)
    #expect(try Self.issues("creator_id", "C7") == [])
    #expect(try Self.issues("creator_id", "").count == 1)
  }
}
