import Casting
import CastingFiles
import CastingReview
import Foundation
import TableTestSupport
import Testing

/// What the cells of a workbook say beyond their texts.
@Suite struct WorkbookSurveyTests {
  /// Reads rows of a sheet; the text `A` stands for `<c r=… t="inlineStr">`, `5@1` for the number 5 in style 1.
  private func read(
    _ rows: [(number: Int, cells: [String])], codes: [String] = []
  ) throws -> LoadedCampaign {
    let data = rows.map { row in
      let cells = row.cells.enumerated().map { column, text in
        let place = String(Unicode.Scalar(UInt8(65 + column))) + "\(row.number)"
        let parts = text.split(separator: "@")
        guard parts.count == 2, Double(parts[0]) != nil else {
          return text.isEmpty
            ? "" : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
        return "<c r=\"\(place)\" s=\"\(parts[1])\"><v>\(parts[0])</v></c>"
      }
      return "<row r=\"\(row.number)\">\(cells.joined())</row>"
    }
    let builder = WorkbookBuilder(
      data: data.joined(), styles: WorkbookBuilder.styles(codes: ["General"] + codes))
    let folder = try InputFolder()
    return try CampaignFiles.read(
      CampaignPaths(
        roster: try folder.write("roster.xlsx", builder.bytes()),
        products: try folder.write("products.csv", InputFolder.products),
        brief: try folder.write("brief.yaml", "formats: [post]\n")), budget: 1e6)
  }

  private func questions(_ rows: [(Int, [String])], codes: [String]) throws -> [ColumnQuestion] {
    do {
      _ = try read(rows.map { (number: $0.0, cells: $0.1) }, codes: codes)
      return []
    } catch let error as InputError {
      return error.issues.kept.compactMap {
        if case .open(let reading) = $0.fault { reading.question } else { nil }
      }
    }
  }

  @Test(arguments: [
    ("\"$\"#,##0.00", "USD"), ("[$€-407]\\ #,##0", "EUR"), ("#,##0\"元\"", "CNY"),
    ("[$¥-804]0", "CNY"),
  ])
  func otherMoneyInANumberFormatIsAsked(code: String, currency: String) throws {
    let rows = [(1, ["id", "followers", "fee"]), (2, ["A", "900@0", "450@1"])]
    #expect(
      try questions(rows, codes: [code]) == [.currency(found: [currency], campaign: "JPY")])
  }

  @Test func unitsInNumberFormatsCount() throws {
    let loaded = try read(
      [
        (1, ["id", "followers", "fee", "ER"]), (2, ["A", "3.4@1", "45@2", "0.8@3"]),
        (3, ["B", "52000@4", "70.5@2", "3.1@3"]),
      ], codes: ["0.0\"万\"", "#,##0\"千円\"", "0.0\"%\"", "0!.0,\"万\""])
    let roster = loaded.campaign.roster
    #expect(roster.followers.values == [34_000, 52_000])
    #expect(roster.fees.values == [45_000, 70_500])
    #expect(roster.engagementRates.values == [0.008, 0.031])
  }

  /// Text of three digits behind a point is asked about or taken for thousands; a number is what it is.
  @Test func pointsOfStoredNumbersPartDecimals() throws {
    let loaded = try read([
      (1, ["id", "followers", "avg_views", "fee", "guarantee"]),
      (2, ["A", "900@0", "812.125@0", "1.250@0", "2.5@0"]),
      (3, ["B", "700@0", "3@0", "1.125@0", "4@0"]),
    ])
    let roster = loaded.campaign.roster
    #expect(roster.averageViews.values == [812.125, 3])
    #expect(roster.fees.values == [1.25, 1.125])
  }

  /// A blank row has no cells, and programs leave such rows out of the file.
  @Test func rowsThatTheFileLacksAreBlank() throws {
    let loaded = try read([
      (2, ["id", "name", "followers", "fee"]), (3, ["A", "Aki", "900@0", "4000@0"]),
      (4, ["B", "Ben", "700@0", "5000@0"]), (6, ["※料金は税抜"]),
    ])
    #expect(loaded.campaign.roster.count == 2)
    #expect(loaded.decisions.contains { $0.what == .endsAtRow(line: 6) })
  }

  @Test func totalsMayBeNamedInFront() throws {
    let loaded = try read([
      (1, ["No.", "id", "followers", "fee"]), (2, ["1@0", "A", "900@0", "4000@0"]),
      (3, ["2@0", "B", "700@0", "5000@0"]), (4, ["合計", "", "1600@0", "9000@0"]),
    ])
    #expect(loaded.campaign.roster.count == 2)
    #expect(loaded.decisions.contains { $0.what == .totalRowLeftOut(line: 4) })
  }
}
