import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// A first line `sep=;` is obeyed in every encoding, and lines are counted with it.
@Suite struct SeparatorFormTests {
  private static let text = "creator_id;followers;名前\nC1;5;\"a;b\nc\"\nC2;x;東京\n"

  @Test(arguments: ["utf8", "mark", "utf16", "cp932", "gzip"], ["\n", "\r\n", "\r"])
  func isObeyed(form: String, lineEnd: String) throws {
    let text = ("sep=;\n" + Self.text).replacing("\n", with: lineEnd)
    let bytes: [UInt8] =
      switch form {
      case "mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case "utf16": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      case "cp932": TableForm.converted(text, to: "CP932")
      case "gzip": TableForm.stored(Array(text.utf8))
      default: Array(text.utf8)
      }
    let outcome = try InputFolder.outcome { folder, paths in
      paths.roster = try folder.write("a.csv", bytes)
    }
    #expect(outcome.hasPrefix("a.csv:5:2: followers is not a number, \"x\""), "\(outcome)")
    let sound = try InputFolder.outcome { folder, paths in
      let sound = text.replacing(";x;", with: ";7;")
      paths.roster = try folder.write("a.csv", sound)
    }
    #expect(sound == "read\na.csv: the first line, sep=, says that \";\" stands between the fields")
  }

  /// What the line says goes before what the header looks like; and it is said also of commas.
  @Test(arguments: [(",", "\",\""), ("\t", "a tab"), ("|", "\"|\"")])
  func everySeparatorIsSaid(separator: String, shown: String) throws {
    let outcome = try InputFolder.outcome(
      roster: "sep=\(separator)\ncreator_id\(separator)followers\nC1\(separator)5\n")
    #expect(
      outcome
        == "read\nroster.csv: the first line, sep=, says that \(shown) stands between the fields")
  }

  /// As a stream the table has the same lines.
  @Test func streamsCountTheLine() throws {
    let folder = try InputFolder()
    let path = try folder.write("a.csv", "sep=;\n" + Self.text)
    let products = try folder.write("products.csv", InputFolder.products)
    var stream = try ScoringFiles.read(
      CampaignPaths(roster: path, products: products), threads: 1
    ).roster
    do {
      _ = try stream.survey(into: 0) { $0 += $1.roster.count }
      Issue.record("was read in spite of a fault")
    } catch let error as InputError {
      #expect(error.issues.kept.map(\.line) == [5])
    }
  }
}
