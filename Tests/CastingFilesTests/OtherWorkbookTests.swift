import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// Spreadsheets that are not read are named by what is in them, and by their names where that is damaged.
@Suite struct OtherWorkbookTests {
  private func archive(_ names: [String]) -> [UInt8] {
    var zip = ZipBuilder()
    for name in names { zip.add(name, name.hasSuffix(".rels") ? "<Relationships/>" : "") }
    return zip.bytes()
  }

  private func content(_ name: String, _ bytes: [UInt8]) throws -> OtherWorkbook? {
    let folder = try InputFolder()
    let path = try folder.write(name, bytes)
    do throws(InputError) {
      _ = try RosterFile.read(path: path)
    } catch {
      if case .form(.notTable(let content)) = error.issues.kept[0].fault { return content }
    }
    return nil
  }

  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  @Test func whatIsInThemCounts() throws {
    let contents: [(OtherWorkbook, [String])] = [
      (.binary, ["_rels/.rels", "xl/workbook.bin"]), (.openDocument, ["mimetype", "content.xml"]),
      (.numbers, ["Index/Document.iwa", "Metadata/a"]), (.document, ["word/document.xml"]),
      (.document, ["ppt/presentation.xml"]), (.archive, ["a.csv"]),
    ]
    for (expected, names) in contents {
      #expect(try content("a.csv", archive(names)) == expected, "\(names)")
    }
    #expect(try content("a.csv", Self.compound + [UInt8](repeating: 0, count: 600)) == .legacy)
    let encrypted = Self.compound + "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(try content("a.xlsx", encrypted) == .encrypted)
  }

  @Test func theNameCountsWhereNothingElseDoes() throws {
    let cut: [UInt8] = [0x50, 0x4B, 3, 4, 0x14, 0]
    let names: [(String, OtherWorkbook)] = [
      ("a.xlsb", .binary), ("a.ods", .openDocument),
      ("a.numbers", .numbers), ("a.zip", .archive),
    ]
    for (name, expected) in names { #expect(try content(name, cut) == expected, "\(name)") }
    #expect(try content("a.xls", Self.compound) == .legacy)
  }

  /// Numbers keeps some of its documents as folders.
  @Test func aFolderOfNumbersIsNamed() throws {
    let outcome = try InputFolder.outcome { folder, paths in
      paths.roster = folder.path + "a.numbers"
      try FileManager.default.createDirectory(
        atPath: paths.roster, withIntermediateDirectories: true)
    }
    #expect(outcome.hasPrefix("a.numbers: it is a spreadsheet of Numbers;"))
  }

  @Test func textWithSuchANameIsRead() throws {
    let folder = try InputFolder()
    let path = try folder.write("a.xls", "creator_id\tfollowers\nC1\t5\n")
    #expect(try RosterFile.read(path: path).count == 1)
  }
}
