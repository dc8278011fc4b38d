import Casting
import CastingFiles
import CastingReports
import Foundation
import Testing

/// How much may be passed over, and what is said where it is more.
@Suite struct InvalidLimitTests {
  /// So many rows, the first of which have a bad rate, and the last no followers.
  private static func roster(_ rows: Int, rates: Int, followers: Int) -> String {
    "creator_id,followers,ER\n"
      + (0..<rows).map { row in
        "C\(row),\(row >= rows - followers ? "" : "100"),\(row < rates ? "要確認" : "0.05")\n"
      }.joined()
  }

  private func read(
    _ roster: String, _ policy: InvalidPolicy, _ limit: InvalidLimit = .standard,
    products: String = InputFolder.products
  ) throws -> LoadedCampaign {
    let folder = try InputFolder()
    var options = ReadingOptions()
    (options.invalid, options.maximumInvalid) = (policy, limit)
    return try CampaignFiles.read(
      CampaignPaths(
        roster: try folder.write("roster.csv", roster),
        products: try folder.write("products.csv", products)), budget: 1, options: options)
  }

  /// What is said first where it is too much; nil where it is not.
  private func refusal(_ read: () throws -> LoadedCampaign) throws -> String? {
    do {
      _ = try read()
      return nil
    } catch let error as InputError {
      return error.issues.sentences.first
    }
  }

  @Test func `a share is rounded up to whole rows`() throws {
    for (text, allowed) in [("10%", 3), ("0 %", 0), ("0.1%", 1), ("100%", 30), ("7", 7)] {
      let limit = try #require(InvalidLimit(text))
      for faults in [allowed, allowed + 1] where faults < 30 {
        let table = Self.roster(30, rates: faults, followers: 0)
        let text = try refusal { try read(table, .blank, limit) }
        #expect((text == nil) == (faults <= allowed), "\(limit): \(faults): \(text ?? "")")
      }
    }
    for text in ["", "%", "-1", "0.1", "101%", "ten"] { #expect(InvalidLimit(text) == nil) }
  }

  @Test func `columns and rows are judged each by itself`() throws {
    let table = Self.roster(40, rates: 4, followers: 4)
    #expect(try refusal { try read(table, .blank) } == nil)
    #expect(
      try refusal { try read(Self.roster(40, rates: 5, followers: 4), .blank) }?.hasSuffix(
        "roster.csv: ER (column 3) has 5 cells of 40 that cannot be used; at most 4 may be passed "
          + "over; correct them, or accept them with --max-invalid 13%") == true)
    #expect(
      try refusal { try read(table, .drop) }?.hasSuffix(
        "roster.csv: 8 of 40 rows cannot be used; at most 4 may be passed over; correct them, or "
          + "accept them with --max-invalid 20%") == true)
  }

  /// The limit that is told accepts all tables at once.
  @Test func `the limit that is offered is enough`() throws {
    for seed in 0..<30 {
      let (rows, faults) = (20 + seed * 7, 3 + seed * 5 % 17)
      let table = Self.roster(rows, rates: faults, followers: seed % 4)
      let products =
        "product_id,price\n" + (0..<10).map { "P\($0),\($0 < seed % 9 ? "??" : "100")\n" }.joined()
      guard let text = try refusal({ try read(table, .blank, products: products) }) else {
        continue
      }
      let offered = try #require(
        text.firstMatch(of: /--max-invalid (\d+)%/).flatMap { Int($0.1) }, "\(text)")
      #expect(
        try refusal {
          try read(table, .blank, InvalidLimit("\(offered)%")!, products: products)
        } == nil, "\(seed): \(text)")
    }
  }

  /// A roster that is read as a stream, or stored, is judged with the other tables.
  @Test func `other ways of reading refuse the same`() throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", Self.roster(40, rates: 9, followers: 5)),
      products: try folder.write("products.csv", "product_id,price\nP1,?\nP2,?\nP3,5\n"))
    var options = ReadingOptions()
    options.invalid = .blank
    func told(_ read: () throws -> Void) -> Set<String> {
      do {
        try read()
        return []
      } catch {
        return Set((error as? InputError)?.issues.sentences ?? ["\(error)"])
      }
    }
    let held = told { _ = try CampaignFiles.read(paths, budget: 1, options: options) }
    #expect(held.count { $0.contains("--max-invalid 67%") } == 3, "\(held)")
    let stream = told {
      var inputs = try ScoringFiles.read(paths, threads: 2, options: options)
      try inputs.roster.survey(into: ()) { _, _ in }
    }
    #expect(stream.filter { $0.contains("--max-invalid") } == held.filter { $0.contains("--max-") })
    let long = told {
      _ = try LongCampaignFiles.read(
        paths, budget: 1, options: options, cache: RosterCache(folder: nil, version: "1"))
    }
    #expect(long == held)
  }
}
