import CastingFiles
import CastingReports
import Foundation
import TableTestSupport
import Testing

/// A template says what its columns and keys are, and castplan reads them as that.
@Suite struct TemplateTests {
  private static let wordings = Language.allCases.map { Wording($0) }
  private static let check = WordingCheck()

  private static func comparable(_ header: String) -> String { AcceptedHeaders.comparable(header) }

  @Test(arguments: Language.allCases)
  func headersMeanTheirColumns(language: Language) {
    let wording = Wording(language)
    let creators = CreatorColumn.allCases.map { ($0.rawValue, wording.words($0).header) }
    let products = ProductColumn.allCases.map { ($0.rawValue, wording.words($0).header) }
    for (columns, accepted) in [
      (creators, AcceptedHeaders.creators), (products, AcceptedHeaders.products),
    ] {
      for (name, header) in columns {
        let meaning = accepted.filter {
          $0.map(Self.comparable).contains(Self.comparable(header))
        }
        #expect(meaning.map { $0[0] } == [name], "\(header)")
      }
      #expect(Set(columns.map(\.1)).count == columns.count)
    }
  }

  /// All columns are there, but for those that others stand before, and rates that few products have.
  @Test func columnsAreThose() {
    #expect(
      Set(AcceptedHeaders.creators.map { $0[0] })
        == Set(CreatorColumn.allCases.map(\.rawValue)).union([
          "fee", "avg_views", "tier", "format", "recent",
        ])
    )
    #expect(
      Set(AcceptedHeaders.products.map { $0[0] })
        == Set(ProductColumn.allCases.map(\.rawValue)).union([
          "conversion_live", "conversion_video", "conversion_post", "conversion_story",
        ]))
  }

  @Test func unitsAreInTheHeaders() {
    let wording = Wording.japanese
    for column in ColumnOutline.creators + ColumnOutline.products {
      let words =
        CreatorColumn(rawValue: column.name).map { wording.words($0) }
        ?? ProductColumn(rawValue: column.name).map { wording.words($0) }
      guard let header = words?.header else { continue }
      if column.kind == .share { #expect(header.hasSuffix("(%)"), "\(header)") }
      if column.isMoney { #expect(header.hasSuffix("(円)"), "\(header)") }
    }
    #expect(wording.words(CreatorColumn.engagementRate).header == "反応率(%)")
  }

  @Test func everyKeyIsExplained() {
    for wording in Self.wordings {
      for key in BriefKey.all {
        let meaning = wording.meaning(ofKey: key.path)
        #expect(meaning?.isEmpty == false, "\(key.path)")
      }
    }
    #expect(Set(BriefKey.all.map(\.path)).count == BriefKey.all.count)
  }

  /// The limits of spreadsheets, beyond which they call a file damaged.
  @Test func messagesAreShortEnough() {
    for wording in Self.wordings {
      for filling in TemplateFilling.allCases {
        let book = TemplateBook.make(
          TemplateContent(filling: filling), file: "campaign.xlsx", in: wording)
        for sheet in book.sheets {
          #expect((1...31).contains(sheet.name.count))
          for rule in sheet.entries {
            #expect(rule.title.utf16.count <= 32, "\(rule.title)")
            #expect(rule.message.utf16.count <= 255, "\(rule.message)")
            if case .list(let words) = rule.values {
              #expect(words.joined(separator: ",").utf16.count <= 255)
            }
          }
        }
      }
    }
  }

  @Test func wordsAreOfTheirLanguage() {
    for sheet in TemplateSheet.allCases { Self.check.expect(phrase: { $0.name(sheet) }) }
    for section in BriefKey.Section.allCases { Self.check.expect(phrase: { $0.title(section) }) }
    for column in CreatorColumn.allCases { expectWords { $0.words(column) } }
    for column in ProductColumn.allCases { expectWords { $0.words(column) } }
    for column in ResultColumn.allCases { expectWords { $0.words(column) } }
    for place in 0..<4 { expectWords { $0.quotaHeaders[place] } }
    for key in BriefKey.all { expectProse { $0.meaning(ofKey: key.path) ?? "" } }
    for filling in TemplateFilling.allCases {
      for line in 0..<Wording.english.start(filling, file: "f").count {
        expectProse { $0.start(filling, file: "f")[line].text }
      }
    }
  }

  private func expectWords(
    sourceLocation: SourceLocation = #_sourceLocation, _ words: (Wording) -> ColumnWords
  ) {
    expectProse(sourceLocation: sourceLocation) { words($0).header }
    expectProse(sourceLocation: sourceLocation) { words($0).help }
  }

  /// Japanese has no Latin words but names, units and what is typed; English has no Japanese.
  private func expectProse(
    sourceLocation: SourceLocation = #_sourceLocation, _ text: (Wording) -> String
  ) {
    let (english, japanese) = (text(.english), text(.japanese))
    #expect(!english.isEmpty && !japanese.isEmpty, sourceLocation: sourceLocation)
    let letters = english.unicodeScalars.filter { (0x3000...0x9FFF).contains($0.value) }
    #expect(letters.isEmpty, "\(english)", sourceLocation: sourceLocation)
    #expect(
      japanese.contains { !$0.isASCII } || japanese.hasPrefix("    castplan "), "\(japanese)",
      sourceLocation: sourceLocation)
    #expect(!japanese.contains("彼女") && !japanese.contains("。。"), "\(japanese)")
    #expect(!english.contains("  ") || english.hasPrefix("    castplan "), "\(english)")
    #expect(!english.contains(#/\b(she|her)\b/#), "\(english)")
  }

  @Test(arguments: Language.allCases, TemplateFilling.allCases)
  func itReadsBack(language: Language, filling: TemplateFilling) throws {
    let wording = Wording(language)
    let brief = filling == .nothing ? BriefEntries() : wording.sampleBrief
    let book = TemplateBook.make(
      TemplateContent(filling: filling, brief: brief), file: "campaign.xlsx", in: wording)
    let path = NSTemporaryDirectory() + "castplan-template-\(UUID().uuidString).xlsx"
    try Data(book.bytes()).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try BriefFile.read(path: path)
    #expect(read.quotas.count == brief.quotas.count)
    #expect(read.budget == (filling == .nothing ? nil : 1_000_000))
    #expect(read.formats == (filling == .nothing ? nil : [.live, .video]))
    #expect(
      read.certificationBonus == (filling == .nothing ? [:] : ["gold": 0.15, "silver": 0.08]))
  }
}
