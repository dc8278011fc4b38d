import CastingFiles
import CastingReview
import CastingSynthetic
import Foundation
import Testing

/// Each quirk of real rosters, written into a synthetic one: either it reads as the clean roster
/// does, or it is an issue at its very place that says the way out, or it is read as written.
@Suite struct DirtyRosterTests {
  static let harmless: [Quirk] = Quirk.allCases.filter {
    $0.effect == .none && $0 != .cp932 && !$0.isNotation && $0 != .japaneseHeaders
  }

  @Test(
    arguments: harmless
      + Quirk.allCases.filter { $0.isNotation || $0 == .japaneseHeaders })
  func harmlessQuirksReadAsTheCleanRoster(quirk: Quirk) throws {
    let file = try DirtyFile(seed: 5, [(quirk, 1)])
    #expect(file.places.count == (quirk.isOfFile ? 1 : 60))
    let (values, issues) = file.read()
    #expect(issues.isEmpty, "\(issues.kept)")
    #expect(values == file.clean)
    let cleanBytes = try DirtyFile(seed: 5, []).bytes
    #expect(file.bytes != cleanBytes)
  }

  /// What Excel writes in Japan: an emoji has no place there.
  @Test func cp932ReadsTheSameButForWhatItLacks() throws {
    let file = try DirtyFile(seed: 5, [(.cp932, 1)])
    let lacking = file.clean.joined().unicodeScalars.count { $0 == "✨" }
    #expect(file.replaced == lacking && lacking > 0)
    #expect(
      file.read().values == file.clean.map { $0.replacingOccurrences(of: "✨", with: "?") })
  }

  @Test(
    arguments: [
      (Quirk.missingWords, "leave the cell empty if it is not known"),
      (.highEngagement, "if per cent is meant, write 1."),
      (.repeatedRows, "remove one of the rows, or give it another id"),
    ])
  func refusedRowsAreNamedAndCanBeLeftOut(quirk: Quirk, remedy: String) throws {
    let file = try DirtyFile(seed: 9, [(quirk, 0.2)])
    #expect(file.places.count > 4)
    let issues = file.read().issues
    #expect(DirtyFile.places(issues) == file.refused)
    for issue in issues.kept { #expect(issue.remedy.contains(remedy), "\(issue)") }
    let faulty = file.faultyRows
    #expect(faulty.isEmpty == (quirk == .repeatedRows))
    let rest = file.clean.indices.filter { !faulty.contains($0) }.map { file.clean[$0] }
    let loaded = try #require(try file.skipping())
    #expect(DirtyFile.values(loaded.campaign.roster) == rest)
    #expect(loaded.skipped.total == file.places.count)
  }

  /// Rows longer than the header: every one is named, and none is left to read. Where the last cell
  /// is empty a row is as long as the header, and its cells are in the wrong columns.
  @Test func aShiftedHeaderIsNamedOnEveryRow() throws {
    let file = try DirtyFile(seed: 9, creators: 20, [(.shiftedHeader, 1)])
    let issues = file.read().issues
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let starts = lines.indices.filter { lines[$0].prefixMatch(of: #/\d+,C\d{4},/#) != nil }
    #expect(starts.count == 20 && issues.total <= InputIssues.maximumKept)
    var long = 0
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : lines.count
      let found = issues.kept.filter { ((start + 1)...end).contains($0.line ?? 0) }
      #expect(!found.isEmpty, "row \(position)")
      if found.contains(where: { $0.column != nil }) { continue }
      long += 1
      #expect(found.map(\.line) == [start + 1])
      #expect(found.allSatisfy { $0.what == "the row has 36 fields" })
      #expect(found.allSatisfy { $0.remedy.contains("add the missing header") })
    }
    #expect(long > 8)
    #expect(try file.skipping() == nil)
    // The way out, taken.
    let path = try file.folder.write("named.csv", Array("number,".utf8) + file.bytes)
    #expect(DirtyFile.values(try RosterFile.read(path: path)) == file.clean)
  }

  /// The second column of each pair is named, with the choice that picks it.
  @Test func doubledMetricsAskWhichIsMeant() throws {
    let file = try DirtyFile(seed: 9, [(.doubledMetrics, 1)])
    let issues = file.read().issues
    #expect(issues.kept.map(\.line) == Array(repeating: 1, count: 5))
    #expect(issues.kept.map(\.column) == [13, 15, 17, 25, 27])
    var columns: [String: String] = [:]
    for issue in issues.kept {
      let choice = try #require(issue.remedy.firstMatch(of: #/columns: \{(\w+): "(#\d+)"\}/#))
      columns[String(choice.output.1)] = String(choice.output.2)
    }
    #expect(
      columns.keys.sorted() == ["fee_live", "fee_video", "followers", "views_live", "views_video"])
    #expect(file.read(columns: columns).values == file.clean)
    // The texts are rounded: they read, as other numbers.
    let texts = columns.mapValues { "#\(Int($0.dropFirst())! - 1)" }
    let rounded = file.read(columns: texts)
    #expect(rounded.issues.isEmpty && rounded.values.count == 60 && rounded.values != file.clean)
  }

  /// One byte of another encoding: the file is refused at its line, since nothing says which bytes
  /// else are foreign; the character corrected, it reads.
  @Test func aForeignByteIsNamedByItsLine() throws {
    let file = try DirtyFile(seed: 9, [(.foreignByte, 1)])
    let place = try #require(file.places.first)
    let row = try #require(place.row)
    let issues = file.read().issues
    #expect(issues.total == 1 && issues.kept.first?.line == place.line)
    #expect(issues.kept.first?.fault == .form(.notUTF8(byte: 0xE9)))
    #expect(issues.kept.first?.remedy.contains("correct the character") == true)
    #expect(try file.skipping() == nil)
    let byte = try #require(
      file.bytes.indices.first { index in
        file.bytes[index] == 0xE9 && file.bytes[index + 1] < 0x80
      })
    var mended = file.bytes
    mended.replaceSubrange(byte...byte, with: Array("é".utf8))
    let values = DirtyFile.values(
      try RosterFile.read(path: try file.folder.write("mended.csv", mended)))
    #expect(values.indices.filter { values[$0] != file.clean[$0] } == [row])
    #expect(values[row].contains("é"))
  }

  /// Valid, and found by the review: exactly these rows.
  @Test func zeroFollowersAreFound() throws {
    let file = try DirtyFile(seed: 9, [(.zeroFollowers, 0.2)])
    let rows = file.places.compactMap(\.row)
    #expect(rows.count > 4)
    let loaded = try #require(try file.skipping())
    let roster = loaded.campaign.roster
    #expect(loaded.skipped.isEmpty)
    #expect((0..<roster.count).filter { roster.followers[$0] == 0 } == rows)
    let values = DirtyFile.values(roster)
    #expect(values.indices.filter { values[$0] != file.clean[$0] } == rows)
    let finding = CampaignReview(loaded.campaign).findings().first { $0.kind == .noFollowers }
    #expect(finding?.marks.map(\.row) == rows)
  }

  @Test(arguments: [(Quirk.emoji, "🎀👦🇯🇵👍🏽"), (.lostCharacters, "\u{FFFD}")])
  func namesAreReadAsWritten(quirk: Quirk, characters: String) throws {
    let file = try DirtyFile(seed: 9, [(quirk, 0.3)])
    let rows = file.places.compactMap(\.row)
    #expect(rows.count > 8)
    let (values, issues) = file.read()
    #expect(issues.isEmpty)
    let added = Set(characters.unicodeScalars)
    for row in values.indices {
      let isMarked = values[row].unicodeScalars.contains { added.contains($0) }
      #expect(isMarked == rows.contains(row), "\(values[row])")
      #expect(isMarked || values[row] == file.clean[row])
    }
  }

  @Test func sparedRowsKeepTheirValues() throws {
    let all = Quirk.allCases.filter {
      // Where nearly all are above 1 the column is per cent, and so are the spared.
      !$0.isOfFile && $0 != .repeatedRows && $0 != .highEngagement
    }
    let file = try DirtyFile(seed: 3, all.map { ($0, 1) }, sparing: [4, 17])
    #expect(file.faultyRows.isDisjoint(with: [4, 17]) && file.faultyRows.count > 50)
    let roster = try #require(try file.skipping()).campaign.roster
    let values = Set(DirtyFile.values(roster))
    #expect(values.contains(file.clean[4]) && values.contains(file.clean[17]))
  }

  /// Where a quirk falls depends neither on the other quirks nor on how many rows are written at a
  /// time.
  @Test func quirksDoNotMoveOneAnother() throws {
    let alone = try DirtyFile(seed: 8, [(.highEngagement, 0.2)])
    let together = try DirtyFile(
      seed: 8, [(.highEngagement, 0.2), (.suffixes, 0.5), (.missingWords, 0.5), (.commaLine, 1)],
      chunk: 60)
    func rows(_ file: DirtyFile) -> [Int] {
      file.places.filter { $0.quirk == .highEngagement }.compactMap(\.row)
    }
    #expect(rows(alone) == rows(together) && rows(alone).count > 4)
    let again = try DirtyFile(seed: 8, [(.highEngagement, 0.2)], chunk: 1)
    #expect(again.bytes == alone.bytes && again.places == alone.places)
  }

  @Test func everyRowIsLabelledSynthetic() throws {
    let file = try DirtyFile(seed: 2, DirtyRosterTests.harmless.map { ($0, 1) })
    let roster = try RosterFile.read(path: file.path)
    #expect((0..<roster.count).allSatisfy { roster.handles[$0].hasPrefix("@synthetic_") })
  }
}
