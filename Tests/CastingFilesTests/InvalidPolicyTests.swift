import Casting
import CastingFiles
import CastingPlanning
import Foundation
import Synchronization
import TableTestSupport
import Testing

/// Faulty cells and rows are passed over in the same way, whatever way a table is read.
@Suite struct InvalidPolicyTests {
  /// Faults of every extent, two on one row among them; a repeated id, one that is free for another.
  private static let rows: [[String]] = [
    [
      "creator_id", "followers", "ER", "tier", "age_13_19", "age_20_29", "available_from",
      "available_to",
    ],
    ["C1", "100", "0.03", "micro", "0.5", "0.5", "2026-12-01", "2026-12-09"],
    ["C2", "200", "測定中", "nano", "", "", "", ""],
    ["C3", "lots", "0.04", "", "", "", "", ""],
    ["C4", "400", "0.04", "giant", "0.5", "0.1", "", ""],
    ["C5", "500", "3.1%", "", "", "", "2026-12-09", "2026-12-01"],
    ["C1", "600", "-3%", "", "", "", "", ""],
    ["C6", "many", "測定中", "", "", "", "", ""],
    ["C3", "700", "測定中", "", "", "", "soon", ""],
    ["C8", "800", "", "", "", "", "", ""],
  ]

  /// What is left of a table, what was said of it, and every fault.
  private struct Outcome: Equatable {
    var creators: [String]
    var skipped: InputIssues
    var tally: TableTally?
    var rejects: [String]
  }

  private static func creators(_ roster: Roster) -> [String] { DirtyFile.values(roster) }

  private static func spool() -> RejectSpool {
    RejectSpool(path: "r.csv") { issue in
      Array(
        ("\(issue.line ?? 0) \(issue.header ?? "-") \(issue.value)").utf8)
    }
  }

  private static func lines(_ spool: RejectSpool) throws -> [String] {
    var lines: [String] = []
    try spool.forEach { lines.append(String(decoding: $0, as: UTF8.self) + " \($1)") }
    return lines
  }

  private static func options(_ policy: InvalidPolicy) -> ReadingOptions {
    var options = ReadingOptions()
    options.leaveOut(policy)
    options.rejects = spool()
    return options
  }

  private static func held(_ paths: CampaignPaths, _ policy: InvalidPolicy) throws -> Outcome {
    let options = options(policy)
    let loaded = try CampaignFiles.read(paths, budget: 1, threads: 2, options: options)
    return Outcome(
      creators: creators(loaded.campaign.roster), skipped: loaded.skipped,
      tally: loaded.tallies.first { $0.noun == .creator }, rejects: try lines(options.rejects!))
  }

  private static func streamed(
    _ paths: CampaignPaths, _ policy: InvalidPolicy, rowsPerPart: Int
  ) throws -> Outcome {
    let options = options(policy)
    var stream = try ScoringFiles.read(paths, threads: 2, options: options).roster
    stream.rowsPerPart = rowsPerPart
    // Whoever looks at the beginning first takes nothing away.
    _ = try stream.peek()
    let found = try stream.survey(into: [String]()) { $0 += creators($1.roster) }
    // Read again, they are the same.
    var again: [String] = []
    try stream.forEachPart {
      again += creators($0.roster)
      return true
    }
    #expect(again == found)
    return Outcome(
      creators: found, skipped: stream.skipped, tally: stream.tallies.last,
      rejects: try lines(options.rejects!))
  }

  private static func long(
    _ paths: CampaignPaths, _ policy: InvalidPolicy, in folder: InputFolder
  ) throws -> Outcome {
    let options = options(policy)
    let loaded = try LongCampaignFiles.read(
      paths, budget: 1, threads: 2, options: options,
      cache: RosterCache(folder: folder.path + "cache", version: "1"))
    return Outcome(
      creators: creators(try loaded.campaign.held().roster), skipped: loaded.skipped,
      tally: loaded.tallies.first { $0.noun == .creator }, rejects: try lines(options.rejects!))
  }

  private static func paths(_ form: TableForm, in folder: InputFolder) throws -> CampaignPaths {
    CampaignPaths(
      roster: try form.write(rows, in: folder.path),
      products: try folder.write("products.csv", InputFolder.products))
  }

  @Test(arguments: TableForm.allCases, [InvalidPolicy.blank, .drop])
  func `every way of reading passes over the same`(
    form: TableForm, policy: InvalidPolicy
  ) throws {
    let folder = try InputFolder()
    let paths = try Self.paths(form, in: folder)
    let held = try Self.held(paths, policy)
    #expect(held.creators.count == (policy == .blank ? 6 : 2))
    for rowsPerPart in [1, 3, 1000] {
      #expect(try Self.streamed(paths, policy, rowsPerPart: rowsPerPart) == held)
    }
    if form == .sqlite { return }
    // The second time from the cache, or not: the file of faults has to be whole.
    for _ in 0..<2 { #expect(try Self.long(paths, policy, in: folder) == held) }
  }

  @Test func `a bad optional cell counts as not known`() throws {
    let folder = try InputFolder()
    let held = try Self.held(try Self.paths(.utf8, in: folder), .blank)
    let ids = held.creators.map { String($0.prefix { $0 != "|" }) }
    #expect(ids == ["C1", "C2", "C4", "C5", "C3", "C8"])
    #expect(held.tally?.read == 9)
    #expect(held.tally?.leftOut == 3)
    #expect(
      held.rejects == [
        "3 ER 測定中 cell", "4 followers lots row", "5 tier giant cell", "7 ER -3% cell",
        // Two faults of a row that cannot be used cost the row.
        "8 followers many row", "8 ER 測定中 row", "9 ER 測定中 cell",
        "9 available_from soon cell", "7 creator_id C1 row", "5 age_13_19 0.5 cell",
        "5 age_20_29 0.1 cell", "6 available_from 2026-12-09 cell",
        "6 available_to 2026-12-01 cell",
      ])
    #expect(held.tally?.cellsBlanked == held.rejects.count { $0.hasSuffix(" cell") })
  }

  @Test func `any bad cell costs the row where that is asked for`() throws {
    let folder = try InputFolder()
    let held = try Self.held(try Self.paths(.utf8, in: folder), .drop)
    #expect(held.creators.map { $0.prefix(2) } == ["C1", "C8"])
    #expect(held.tally?.leftOut == 7)
    #expect(held.tally?.cellsBlanked == 0)
    #expect(held.rejects.allSatisfy { $0.hasSuffix(" row") })
  }

  /// Under `refuse` the file has every fault too, and they are counted by column alone. An id in a faulty row
  /// is not free for another, since the row may be mended.
  @Test func `a refused input tells every fault once`() throws {
    let folder = try InputFolder()
    let paths = try Self.paths(.utf8, in: folder)
    var options = ReadingOptions()
    options.rejects = Self.spool()
    do throws(InputError) {
      _ = try CampaignFiles.read(paths, budget: 1, threads: 2, options: options)
      Issue.record("it is refused")
    } catch {
      let rates = error.issues.groups.filter { $0.first.header == "ER" }
      #expect(rates.map(\.count) == [3, 1])
      #expect(rates[0].values.mostFrequent(9).map(\.text) == ["測定中"])
      #expect(error.issues.total == 12)
      #expect(error.issues.listedIn == "r.csv")
    }
    #expect(try Self.lines(options.rejects!).count == 14)
  }

  @Test func `products are read without their faulty cells`() throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write(
        "products.csv",
        """
        product_id,price,stock,formats,min_creators,max_creators
        P1,100,few,live;radio;smoke,5,3
        P2,free,5,live,,
        P3,300,7,live,1,2

        """))
    let options = Self.options(.blank)
    let loaded = try CampaignFiles.read(paths, budget: 1, options: options)
    let products = loaded.campaign.products.products
    #expect(products.map(\.id) == ["P1", "P3"])
    #expect(products[0].stock == .infinity && products[0].formats == nil)
    #expect(products[0].minimumCreators == 0 && products[0].maximumCreators == nil)
    #expect(products[1].stock == 7 && products[1].maximumCreators == 2)
    let tally = loaded.tallies.first { $0.noun == .product }
    #expect(tally?.read == 3 && tally?.leftOut == 1 && tally?.cellsBlanked == 4)
    #expect(
      try Self.lines(options.rejects!) == [
        "2 stock few cell", "3 price free row", "2 formats radio, smoke cell",
        "2 min_creators 5 cell", "2 max_creators 3 cell",
      ])
  }

  @Test func `deals and audiences count the rows that are not used`() throws {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", InputFolder.products))
    paths.deals = try folder.write(
      "deals.csv",
      "creator_id,product_id,cost,value\nC1,P1,5,5\nC1,P1,6,6\nC9,P1,5,5\nC2,P1,5,x\nC2,P2,5,5\n")
    paths.audience = try folder.write(
      "cells.csv",
      """
      creator_id,cell,share
      C1,A,0.5
      C1,B,0.5
      C2,A,0.5
      C2,A,0.5
      C2,B,0
      C9,A,1

      """)
    let options = Self.options(.blank)
    let loaded = try CampaignFiles.read(paths, budget: 1, options: options)
    let deals = loaded.tallies.first { $0.noun == .deal }
    #expect(deals?.read == 5 && deals?.leftOut == 3)
    let audiences = loaded.tallies.first { $0.noun == .share }
    #expect(audiences?.read == 6 && audiences?.leftOut == 4)
    let lines = try Self.lines(options.rejects!)
    let told = { (line: Int, header: String) in
      lines.contains { $0.hasPrefix("\(line) \(header) ") }
    }
    #expect((4...7).allSatisfy { told($0, $0 == 7 ? "creator_id" : "cell") }, "\(lines)")
    #expect(!told(2, "cell") && !told(3, "cell"))
  }
}
