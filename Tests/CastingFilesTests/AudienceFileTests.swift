import Casting
import CastingFiles
import CastingPlanning
import Foundation
import Testing

/// Audiences in cells of the user's own: `--audience`.
@Suite struct AudienceFileTests {
  private static let products = "product_id,name,price,market\nP1,化粧水,3000,90000\nP2,Tea,1200,\n"
  private static let table = """
    creator_id,cell,share
    C1,関東,60%
    C2,九州,0.25
    C1,九州,0.4
    C2,関東,75%

    """

  private func read(
    _ audience: String, roster: String = InputFolder.roster, brief: String = InputFolder.brief,
    skipsInvalid: Bool = false
  ) throws -> LoadedCampaign {
    let folder = try InputFolder()
    var options = ReadingOptions()
    if skipsInvalid { options.dropInvalid() }
    return try CampaignFiles.read(
      CampaignPaths(
        roster: try folder.write("roster.csv", roster),
        products: try folder.write("products.csv", Self.products),
        brief: try folder.write("brief.yaml", brief),
        audience: try folder.write("cells.csv", audience)), options: options)
  }

  @Test func cellsAreSortedAndSharesFindTheirCreators() throws {
    let loaded = try read(Self.table)
    let roster = loaded.campaign.roster
    #expect(roster.audienceCells.names == ["九州", "関東"])
    #expect(roster.cellShares == [0.4, 0.6, 0.25, 0.75])
    // The usual age weights are not all 1.
    let notes = loaded.notes.filter { !$0.isDecision }
    #expect(notes.count == 1)
    #expect(
      notes.first?.description.hasSuffix(
        "cells.csv: the names of all 2 cells tell no age; age weights and appeals by age do not "
          + "count for them") == true, "\(loaded.notes)")
    #expect(loaded.files.map(\.rows) == [1, 2, 2, 4])
  }

  /// The order of rows says nothing.
  @Test func anyOrderOfRowsGivesTheSame() throws {
    let lines = Self.table.split(separator: "\n").map(String.init)
    let expected = try read(Self.table).campaign.roster.cellShares
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5 {
      let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &random)
      let text = shuffled.joined(separator: "\n") + "\n"
      #expect(try read(text).campaign.roster.cellShares == expected, "\(text)")
    }
  }

  @Test func whoIsNotInTheTableHasTheDefaultMix() throws {
    let roster = InputFolder.roster + "C3,りん,tiktok,9000,20000\n"
    let loaded = try read(Self.table, roster: roster)
    #expect(loaded.campaign.roster.cellShares[4...].count { $0.isNaN } == 2)
    let audience = AudienceEstimate(roster: loaded.campaign.roster, brief: loaded.campaign.brief)
    #expect(audience.defaultMix.map { ($0 * 1e12).rounded() / 1e12 } == [0.325, 0.675])
    #expect(Array(audience.shares[4...]) == audience.defaultMix)
  }

  @Test func theTableTakesThePlaceOfAgesAndGenders() throws {
    let roster = "creator_id,followers,fee,female_share\nC1,9000,100,0.7\nC2,5000,100,0.1\n"
    let loaded = try read(Self.table, roster: roster)
    #expect(!loaded.campaign.roster.femaleShares.isPresent)
    #expect(
      loaded.notes.contains { "\($0)".hasSuffix("cells.csv takes their place") }, "\(loaded.notes)")
  }

  @Test func faultsAreToldAllAtOnce() throws {
    let audience = """
      creator_id,cell,share
      C1,A,0.5
      C1,A,0.5
      C2,A,0.4
      C2,B,0.4
      C9,A,1
      C1,B,1.2
      C2,,1
      ,A,1

      """
    let outcome = try InputFolder.outcome {
      $1.audience = try $0.write("cells.csv", audience)
    }
    let expected = """
      cells.csv:7:3: share is a bare number above 1 where a rate is meant, "1.2"; it is a rate from 0 to 1; if per cent is meant, write 1.2% or 0.012
      cells.csv:8:2: cell is empty; every row needs it; fill it in, or remove the row
      cells.csv:9:1: creator_id is empty; every row needs it; fill it in, or remove the row
      cells.csv:3:2: the same cell of the creator is already on line 2, "C1 × A"; each cell of a creator is given once; remove one of the rows, or add the two shares
      cells.csv:6:1: creator_id names no creator, "C9"; it is the id of a creator in roster.csv; correct the id, or remove it
      """
    #expect(outcome == expected)
  }

  @Test func sharesAddToOneWithinTwoHundredths() throws {
    let outcome = try InputFolder.outcome {
      $1.audience = try $0.write("cells.csv", "creator_id,cell,share\nC1,A,0.975\nC2,A,0.99\n")
    }
    #expect(
      outcome == """
        cells.csv:2:3: the shares of a creator add to 0.975, "C1"; those of all cells together are 1, within 0.02; correct them, or remove the creator's rows to use the default mix
        """)
    let loaded = try read("creator_id,cell,share\nC1,A,0.981\nC2,A,0.5\nC2,B,0.519\n")
    let shares = loaded.campaign.roster.cellShares
    #expect(shares[..<2] == [1, 0])
    #expect(abs(shares[2] - 0.5 / 1.019) < 1e-15 && abs(shares[2] + shares[3] - 1) < 1e-15)
  }

  @Test func faultyAudiencesAreLeftOutWhole() throws {
    let loaded = try read(
      "creator_id,cell,share\nC1,A,0.5\nC1,B,x\nC2,A,0.4\nC2,B,0.6\nC9,A,1\n", skipsInvalid: true)
    let roster = loaded.campaign.roster
    #expect(roster.cellShares[..<2].count { $0.isNaN } == 2)
    #expect(roster.cellShares[2...] == [0.4, 0.6])
    // The bad cell, what is left of that audience, and the stranger.
    #expect(loaded.skipped.total == 3, "\(loaded.skipped)")
  }

  @Test func aMixOfAgesNeedsCellsOfAges() throws {
    let brief = "budget: 5M\naudience: {female_share: 0.5}\n"
    let outcome = try InputFolder.outcome(brief: brief) {
      $1.audience = try $0.write("cells.csv", Self.table)
    }
    #expect(
      outcome == """
        brief.yaml:2:1: audience tells ages and genders, and --audience other cells, "九州, 関東"; the brief's mix needs cells that are an age band of one gender, as female_20_29; remove it from the brief: the default mix is then the mean of the table
        """)
    let ages = "creator_id,cell,share\nC1,male_20_29,1\nC2,female_20_29,1\n"
    let campaign = try read(ages, brief: "budget: 5M\naudience: {female_share: 0.25}\n").campaign
    let mix = AudienceEstimate(roster: campaign.roster, brief: campaign.brief).defaultMix
    #expect(mix == [0.25, 0.75])
  }

  @Test func twoHundredCellsAreTheMost() throws {
    let rows = (0...200).map { "C1,cell \($0),\(1.0 / 201)\n" }.joined()
    let outcome = try InputFolder.outcome {
      $1.audience = try $0.write("cells.csv", "creator_id,cell,share\n" + rows)
    }
    #expect(outcome.hasPrefix("cells.csv: there are 201 different cells; "), "\(outcome)")
  }

  /// Each creator's ages and genders, written as cells: the same campaign, deal for deal.
  @Test func agesByGenderAsCellsGiveTheSamePlan() throws {
    let bands = AudienceCells.ageBands
    var roster =
      "creator_id,followers,fee,female_share," + bands.map { "age_\($0)" }.joined(separator: ",")
      + "\n"
    var cells = "creator_id,cell,share\n"
    var state: UInt64 = 7
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) + 0.01
    }
    for creator in 0..<30 {
      let female = draw() * 0.9
      let raw = bands.map { _ in draw() }
      let ages = raw.map { $0 / raw.reduce(0, +) }
      let numbers = ([female] + ages).map { "\($0)" }.joined(separator: ",")
      roster += "C\(creator),\(10_000 + creator * 700),\(20_000 + creator * 900),\(numbers)\n"
      for (gender, share) in [("male", 1 - female), ("female", female)] {
        for band in bands.indices.reversed() {
          cells += "C\(creator),\(gender)_\(bands[band]),\(share * ages[band])\n"
        }
      }
    }
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", Self.products),
      brief: try folder.write("brief.yaml", "budget: 400_000\nage_weight: {age_20_29: 1.6}\n"))
    let plain = try plan(paths)
    paths.audience = try folder.write("cells.csv", cells)
    let told = try plan(paths)
    #expect(told.deals.map(\.creatorID) == plain.deals.map(\.creatorID))
    #expect(abs(told.value - plain.value) <= 1e-9 * plain.value)
    #expect(told.cells == AudienceCells.ageByGender.names)
  }

  private func plan(_ paths: CampaignPaths) throws -> Plan {
    var settings = PlannerSettings()
    settings.relativeGap = 0
    let campaign = try CampaignFiles.read(paths).campaign
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      throw CocoaError(.featureUnsupported)
    }
    return plan
  }

  // MARK: Streams

  @Test(arguments: [1, 3])
  func streamsTellTheSameAudiences(rowsPerPart: Int) throws {
    let folder = try InputFolder()
    let roster = InputFolder.roster + "C3,りん,tiktok,9000,20000\n"
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", Self.products),
      audience: try folder.write("cells.csv", Self.table))
    var stream = try ScoringFiles.read(paths, threads: 1).roster
    stream.rowsPerPart = rowsPerPart
    var shares: [Double] = []
    let survey = try stream.survey(into: RosterSurvey()) {
      $0.add($1.roster)
      shares += $1.roster.cellShares
    }
    #expect(Array(shares[..<4]) == [0.4, 0.6, 0.25, 0.75])
    // Once more from the start, since the only fees are by platform.
    #expect(shares.count == 12)
    #expect(shares.suffix(2).count { $0.isNaN } == 2)
    let products = ProductList([Product(id: "P1", price: 3000)])
    let model = survey.model(products: products, niches: [], threads: 1)
    #expect(model.audienceCells.names == ["九州", "関東"])
  }

  @Test func strangersInTheTableAreToldBehindTheLastPart() throws {
    let folder = try InputFolder()
    let paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", Self.products),
      audience: try folder.write("cells.csv", Self.table + "C9,関東,1\n"))
    var stream = try ScoringFiles.read(paths, threads: 1).roster
    let error = #expect(throws: InputError.self) {
      try stream.survey(into: ()) { _, _ in }
    }
    #expect(error?.description.contains("cells.csv:6:1: creator_id names no creator") == true)
  }

  @Test func audiencesAreDividedIntoTheCellsOfAModel() throws {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", InputFolder.roster),
      products: try folder.write("products.csv", Self.products))
    var stream = try ScoringFiles.read(paths, threads: 1).roster
    var isPossible = stream.divideAudiences(into: .ageByGender)
    #expect(isPossible)
    isPossible = stream.divideAudiences(into: AudienceCells(names: ["九州", "関東"]))
    #expect(!isPossible, "nothing tells them")
    paths.audience = try folder.write("cells.csv", Self.table)
    stream = try ScoringFiles.read(paths, threads: 1).roster
    isPossible = stream.divideAudiences(into: .ageByGender)
    #expect(!isPossible, "the table has other cells")
    isPossible = stream.divideAudiences(into: AudienceCells(names: ["九州", "四国", "関東"]))
    #expect(isPossible)
    var shares: [Double] = []
    try stream.forEachPart {
      shares += $0.roster.cellShares
      return true
    }
    #expect(shares == [0.4, 0, 0.6, 0.25, 0, 0.75])
  }
}
