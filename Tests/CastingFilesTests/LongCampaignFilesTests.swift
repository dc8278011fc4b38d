import Casting
import CastingFiles
import CastingPlanning
import Foundation
import Testing

/// A roster in a file of its own is the roster in memory.
@Suite struct LongCampaignFilesTests {
  /// A folder with the inputs of a long campaign, and an empty cache.
  private struct Inputs {
    let folder: InputFolder
    var paths: CampaignPaths
    var cacheFolder: String { folder.path + "cache" }

    init(_ table: String, brief: String = LongRosterTable.brief, vectors: Int? = nil) throws {
      folder = try InputFolder()
      paths = CampaignPaths(
        roster: try folder.write("creators.csv", table),
        products: try folder.write("products.csv", LongRosterTable.products),
        brief: try folder.write("brief.yaml", brief))
      guard let vectors else { return }
      paths.creatorEmbeddings = try folder.write(
        "x.npy", LongRosterTable.vectors(rows: vectors, seed: 3))
      paths.productEmbeddings = try folder.write(
        "y.npy", LongRosterTable.vectors(rows: 3, seed: 4))
    }

    func long(
      threads: Int = 2, options: ReadingOptions = ReadingOptions(), cache: RosterCache? = nil
    ) throws -> LoadedLongCampaign {
      try LongCampaignFiles.read(
        paths, threads: threads, options: options,
        cache: cache ?? RosterCache(folder: cacheFolder, version: "1"))
    }

    func held(options: ReadingOptions = ReadingOptions()) throws -> LoadedCampaign {
      try CampaignFiles.read(paths, threads: 2, options: options)
    }

    var kept: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? []).sorted()
    }
  }

  /// What differs between two rosters, column by column; empty where nothing does.
  private static func differences(_ one: Roster, _ other: Roster) -> [String] {
    var found: [String] = []
    func compare(_ name: String, _ isSame: Bool) { if !isSame { found.append(name) } }
    compare("count", one.count == other.count)
    guard one.count == other.count else { return found }
    let rows = 0..<one.count
    for (place, path) in (Roster.textColumns + Roster.describingColumns).enumerated() {
      let (left, right) = (one[keyPath: path], other[keyPath: path])
      compare("text \(place)", rows.allSatisfy { left[$0] == right[$0] })
    }
    for (place, path) in Roster.categoryColumns.enumerated() {
      let (left, right) = (one[keyPath: path], other[keyPath: path])
      compare("category \(place)", rows.allSatisfy { left[$0] == right[$0] })
    }
    for (place, path) in one.numberColumns.enumerated() {
      compare(
        "number \(place)",
        one[keyPath: path].values.map(\.bitPattern) == other[keyPath: path].values.map(\.bitPattern)
      )
    }
    for (place, path) in Roster.dayColumns.enumerated() {
      compare("days \(place)", one[keyPath: path] == other[keyPath: path])
    }
    compare("vectors", one.embeddings == other.embeddings)
    return found
  }

  private static func settings(threads: Int = 2) -> PlannerSettings {
    var settings = PlannerSettings()
    settings.mostHeldDeals = 10_000
    settings.shortlist.sample = 2_000
    settings.shortlist.keptSample = 200
    settings.shortlist.told = 500
    settings.maximumNodes = 50
    settings.threads = threads
    return settings
  }

  private static func plan(_ outcome: PlannerOutcome) throws -> Plan {
    guard case .plan(let plan, _) = outcome else {
      Issue.record("no plan")
      throw CancellationError()
    }
    return plan
  }

  private static func tellsOfShortlist(_ note: PlanNote) -> Bool {
    if case .shortlist = note { true } else { false }
  }

  /// Everything of a plan that a reader could tell apart.
  private static func text(_ plan: Plan) -> [String] {
    ["\(plan.value) \(plan.bound) \(plan.status) \(plan.spend)"]
      + plan.deals.map { "\($0.creator) \($0.creatorID) \($0.name) \($0.cost) \($0.reasons)" }
      + plan.leftOut.map { "\($0.creatorID) \($0.name) \($0.reason)" }
      + plan.rules.map { "\($0)" } + plan.notes.map { "\($0)" }
  }

  @Test(arguments: [nil, LongRosterTable.creators])
  func `the plan is that of the roster in memory, at any number of threads`(vectors: Int?) throws {
    let inputs = try Inputs(LongRosterTable.text(), vectors: vectors)
    let held = try inputs.held()
    let expected = try Self.plan(Planner.plan(held.campaign, settings: Self.settings()))
    #expect(expected.notes.contains(where: Self.tellsOfShortlist))
    #expect(expected.deals.count > 5)
    #expect(expected.deals.contains { $0.creatorID == "C9000" })
    for threads in [1, 2] {
      // The second time from the cache.
      let long = try inputs.long(threads: threads)
      #expect(Self.differences(try long.campaign.held().roster, held.campaign.roster) == [])
      #expect(long.files == held.files)
      #expect(long.notes == held.notes)
      #expect(long.skipped == held.skipped)
      let plan = try Self.plan(
        Planner.plan(long.campaign, settings: Self.settings(threads: threads)))
      #expect(Self.text(plan) == Self.text(expected))
    }
    #expect(inputs.kept.count == 1)
  }

  /// Rows with faults among them: vectors belong to records, whether these could be used or not, and an id
  /// in a row that is left out is free for another.
  @Test func `rows that are left out are the same`() throws {
    let table = LongRosterTable.text(seed: 2) { row, cells in
      if row % 500 == 17 || row == 40 { cells[11] = "many" }
      if row == 41 { cells[0] = "C40" }
      if row == 9_001 || row == 15_000 { cells[0] = "C3" }
      if row == 100 { cells[20] = "7" }
      if row == 200 || row == 12_000 { cells.removeLast(20) }
      if row == 300 { (cells[26], cells[27]) = ("0.9", "0.9") }
      if row % 100 == 60 { cells[12] = "lots" }
    }
    let inputs = try Inputs(table, vectors: LongRosterTable.creators)
    var options = ReadingOptions()
    options.dropInvalid()
    let held = try inputs.held(options: options)
    #expect(held.skipped.unseen > 0)
    #expect(held.campaign.roster.creatorIDs.firstRow(of: "C40") != nil)
    for cache in [inputs.cacheFolder, inputs.cacheFolder, nil] {
      let long = try inputs.long(
        options: options, cache: RosterCache(folder: cache, version: "1"))
      #expect(Self.differences(try long.campaign.held().roster, held.campaign.roster) == [])
      #expect(long.skipped == held.skipped)
      #expect(long.files == held.files)
    }
    // Without the option the same file is refused, whatever is in the cache.
    #expect(throws: InputError.self) { try inputs.long() }
  }

  @Test func `a table without a sound row is refused with its faults`() throws {
    let inputs = try Inputs(
      LongRosterTable.text(creators: 30) { _, cells in cells[11] = "many" },
      brief: "budget: 900000\n")
    var options = ReadingOptions()
    options.dropInvalid()
    func issues(_ read: () throws -> Void) -> [String] {
      do {
        try read()
        return []
      } catch {
        return (error as? InputError)?.issues.kept.map(\.description) ?? ["\(error)"]
      }
    }
    let expected = issues { _ = try inputs.held(options: options) }
    #expect(expected.count == 30)
    #expect(issues { _ = try inputs.long(options: options) } == expected)
  }

  /// A header that only the roster has is found there, faults or not.
  @Test func `mapped columns are looked for in faulty tables too`() throws {
    let table = LongRosterTable.text(creators: 100) { row, cells in
      if row == 50 { cells[11] = "many" }
    }
    let inputs = try Inputs(
      table, brief: LongRosterTable.brief + "columns: {bio: mood, niche: genre}\n")
    func issues(_ read: () throws -> Void) -> Set<String> {
      do {
        try read()
        return []
      } catch {
        return Set((error as? InputError)?.issues.kept.map(\.description) ?? ["\(error)"])
      }
    }
    let expected = issues { _ = try inputs.held() }
    #expect(expected.contains { $0.contains("genre") })
    // Names in the brief are looked up in sound rosters.
    #expect(
      issues { _ = try inputs.long() }
        == expected.filter { !$0.contains("C9000") && !$0.contains("C8500") })
  }

  /// A roster with few deals is planned with all of them.
  @Test func `a roster with few deals is held`() throws {
    let inputs = try Inputs(LongRosterTable.text(creators: 9_200))
    var settings = Self.settings()
    settings.mostHeldDeals = .max
    settings.relativeGap = 0.01
    settings.feeTrialWork = 0
    let held = try Self.plan(Planner.plan(inputs.held().campaign, settings: settings))
    let long = try Self.plan(Planner.plan(inputs.long().campaign, settings: settings))
    #expect(Self.text(long) == Self.text(held))
    #expect(!long.notes.contains(where: Self.tellsOfShortlist))
  }

  /// Fewer than any plan needs on the list, so that all creators have to be asked whether there is one.
  @Test func `that no plan exists is found with the whole roster`() throws {
    let inputs = try Inputs(
      LongRosterTable.text(creators: 9_200),
      brief: LongRosterTable.brief + "spend_per_creator: {max: 10}\n")
    guard
      case .infeasible(let report) = try Planner.plan(
        inputs.long().campaign, settings: Self.settings())
    else {
      Issue.record("a plan of deals that cost too much")
      return
    }
    #expect(!report.clashes.isEmpty)
  }

  @Test func `all issues of all files are told, and nothing is kept`() throws {
    let table = LongRosterTable.text(creators: 9_200) { row, cells in
      if row == 9_000 { cells[11] = "many" }
    }
    var inputs = try Inputs(table, vectors: 9_199)
    inputs.paths.products = try inputs.folder.write("bad.csv", "product_id,price\nP1,free\n")
    func issues(_ read: () throws -> Void) -> Set<String> {
      do {
        try read()
        return []
      } catch let error as InputError {
        return Set(error.issues.kept.map(\.description))
      } catch {
        return ["\(error)"]
      }
    }
    let expected = issues { _ = try inputs.held() }
    #expect(expected.count == 4)
    #expect(issues { _ = try inputs.long() } == expected)
    #expect(inputs.kept == [])
  }

  @Test func `what the brief and the matrices get wrong is told of a kept roster too`() throws {
    var inputs = try Inputs(
      LongRosterTable.text(creators: 9_200),
      brief: LongRosterTable.brief
        + "ban: [C9999999, {agency: Nobody}]\n"
        .replacingOccurrences(of: "ban:", with: "together: [[C1, C9999999]]\n#"),
      vectors: 9_199)
    func issues(_ read: () throws -> Void) -> [String] {
      do {
        try read()
        return []
      } catch let error as InputError {
        return error.issues.kept.map(\.description).sorted()
      } catch {
        return ["\(error)"]
      }
    }
    let expected = issues { _ = try inputs.held() }
    #expect(expected.count == 2)
    for _ in 1...2 { #expect(issues { _ = try inputs.long() } == expected) }
    #expect(inputs.kept.count == 1)
    // A number without an end, far down.
    var vectors = LongRosterTable.vectors(rows: 9_200, seed: 3)
    vectors.replaceSubrange(
      vectors.count - 4_000..<vectors.count - 3_996, with: [0, 0, 0xC0, 0x7F])
    inputs.paths.creatorEmbeddings = try inputs.folder.write("nan.npy", vectors)
    inputs.paths.brief = try inputs.folder.write("brief.yaml", LongRosterTable.brief)
    let ofVectors = issues { _ = try inputs.held() }
    #expect(ofVectors.count == 1)
    #expect(issues { _ = try inputs.long() } == ofVectors)
  }
}
