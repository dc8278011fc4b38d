import Casting
import CastingFiles
import CastingReports
import Foundation
import Testing

/// A brief in a sheet says what the same brief in YAML says.
@Suite struct BriefSheetTests {
  /// A brief in YAML, and the same taken to a sheet and read from there.
  private static func roundTrip(
    _ yaml: String, in folder: InputFolder, language: Language
  ) throws -> (before: String, after: String) {
    let path = try folder.write("brief.yaml", yaml)
    let before = try BriefFile.read(path: path)
    let book = TemplateBook.make(
      TemplateContent(filling: .brief, brief: try BriefEntries(brief: path)),
      file: "campaign.xlsx", in: Wording(language))
    let after = try BriefFile.read(path: folder.write("campaign.xlsx", book.bytes()))
    return (BriefValues.text(before), BriefValues.text(after))
  }

  @Test func randomBriefsComeBack() throws {
    let folder = try InputFolder()
    var lengths = 0
    for seed in UInt64(1)...400 {
      let brief = RandomBrief(seed: seed).text
      let (before, after) = try Self.roundTrip(
        brief, in: folder, language: seed % 2 == 0 ? .japanese : .english)
      #expect(before == after, "seed \(seed):\n\(brief)")
      lengths += brief.count
    }
    #expect(lengths > 80_000)
  }

  /// The samples, and the briefs that the user guide shows.
  @Test func briefsOfThePackageComeBack() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..").standardizedFileURL
    var briefs: [String] = []
    for name in ["gmv", "profit", "ltv", "orders", "reach"] {
      briefs.append(
        try String(
          contentsOf: root.appendingPathComponent("datasets/brief-\(name).yaml"), encoding: .utf8))
    }
    for page in ["Brief", "Files", "NoPlan", "Uncertainty", "WhatIf"] {
      let text = try String(
        contentsOf: root.appendingPathComponent("Documentation/\(page).md"), encoding: .utf8)
      briefs += text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
        $0.components(separatedBy: "```").first
      }.filter { $0.contains("budget:") && !$0.contains("keep:") && !$0.contains("scenarios") }
    }
    #expect(briefs.count > 8)
    let folder = try InputFolder()
    for brief in briefs {
      let (before, after) = try Self.roundTrip(brief, in: folder, language: .japanese)
      #expect(before == after, "\(brief)")
    }
  }

  /// Every key that a sheet lists is one that a brief may have.
  @Test func listedKeysAreTaken() throws {
    let folder = try InputFolder()
    for key in BriefKey.all {
      let value =
        switch key.kind {
        case .text: "last"
        case .choice(let words): words[0]
        case .flag: "はい"
        case .money, .number, .whole: "2"
        case .share: "10%"
        case .day: "2026-12-01"
        case .list: key.path == "formats" ? "live; 動画" : "C1; C2"
        case .structure: "{}"
        }
      let book = Self.book([["項目", "値"], [key.path, value]])
      do {
        _ = try BriefFile.read(path: folder.write("b.xlsx", book.bytes()))
      } catch let error as InputError {
        // A day alone, a plan without a file and the like are no briefs; but their keys are known.
        for issue in error.issues.kept {
          if case .brief(.unknownKey) = issue.fault { Issue.record("\(key.path): \(issue)") }
        }
      }
    }
  }

  @Test func wordsOfTheSheetAreUnderstood() throws {
    let folder = try InputFolder()
    let book = Self.book([
      ["件名", "春の案件"], [], ["対象", "種別", "最小", "最大"],
      ["媒体：tiktok、ティア：マイクロ", "件数", "3", "10"], ["", "費用", "", "300万"],
      ["地域: [東京都, 大阪府]; フォロワー数: {max: 10万}", "費用割合", "30%", ""], [],
      ["Key", "Value", "note"], ["budget", "500万", "円"], ["heading"],
      ["exclusive_categories", "いいえ"], ["lock", "C1；{creator: C2, product: P1}\nC3;"],
      ["ban", "{agency: Acme}"], ["audience.female_share", "60%"],
      ["uncertainty.creator", "{micro: 0.6}"], ["campaign", "[秋] 祭"],
    ])
    let brief = try BriefFile.read(path: folder.write("b.xlsx", book.bytes()))
    #expect(brief.campaign == "[秋] 祭")
    #expect(brief.budget == 5_000_000 && !brief.exclusiveCategories)
    #expect(
      brief.quotas.map(\.name) == [
        "tier micro and platform tiktok: count 3…10", "all deals: spend ≤ 3000000",
        "region 東京都 or 大阪府 and followers ≤ 100000: spend_share ≥ 0.3",
      ])
    #expect(
      brief.locks == [
        Lock(creatorID: "C1"), Lock(creatorID: "C2", productID: "P1"), Lock(creatorID: "C3"),
      ])
    #expect(brief.bans == [DealFilter(values: [.agency: ["Acme"]])])
    #expect(brief.audience?.femaleShare == 0.6)
    #expect(brief.uncertainty.creator[Tier.micro.index] == 0.6)
  }

  /// A workbook with the cells of one sheet, 案件.
  static func book(_ rows: [[String]]) -> SheetBook {
    var sheet = Sheet(name: "案件", columns: [])
    sheet.rows = rows.map { $0.map { $0.isEmpty ? SheetCell(.empty) : SheetCell($0) } }
    guard let day = CalendarDay(iso: "2000-01-01") else { preconditionFailure("a day") }
    return SheetBook(title: "", created: day, sheets: [sheet])
  }
}
