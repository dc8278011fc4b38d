import Casting
import CastingFiles
import CastingReview
import Foundation
import TableTestSupport
import Testing

/// Rows of one creator on several platforms and in several formats, held at once and read in parts.
@Suite struct AccountsTests {
  private static let header = "creator_id,name,platform,format,followers,fee,avg_views,slots\n"
  private static let rows = """
    C1,Aiko,instagram,post,20000,50000,,2
    C1,Aiko,instagram,story,20000,20000,4000,2
    C1,Aiko,TikTok,video,45000,60000,,1
    C2,Bea,instagram,post,30000,40000,,1
    C3,Chi,youtube,video,30000,40000,9000,1
    C3,Chi,youtube,live,30000,80000,,1
    C4,Dai,tiktok,video,30000,30000,,1

    """

  private func paths(_ roster: String, _ brief: String = "") throws -> (InputFolder, CampaignPaths)
  {
    let folder = try InputFolder()
    return (
      folder,
      CampaignPaths(
        roster: try folder.write("roster.csv", roster),
        products: try folder.write("products.csv", InputFolder.products),
        brief: brief.isEmpty ? nil : try folder.write("brief.yaml", brief))
    )
  }

  private func read(_ roster: String, _ brief: String = "") throws -> LoadedCampaign {
    let (folder, paths) = try paths(roster, brief)
    return try withExtendedLifetime(folder) { try CampaignFiles.read(paths, budget: 1e6) }
  }

  private func fault(_ roster: String, _ brief: String = "") throws -> String {
    let (folder, paths) = try paths(roster, brief)
    return withExtendedLifetime(folder) {
      let error = #expect(throws: InputError.self) { try CampaignFiles.read(paths, budget: 1e6) }
      return error?.description ?? ""
    }
  }

  private func ids(_ roster: Roster) -> [String] {
    (0..<roster.count).map { roster.creatorIDs[$0] }
  }

  private func persons(_ roster: Roster) -> [String] {
    (0..<roster.count).map { roster.persons[$0] }
  }

  @Test func platformsAreAccountsOfOnePerson() throws {
    let loaded = try read(Self.header + Self.rows)
    let roster = loaded.campaign.roster
    #expect(ids(roster) == ["C1@instagram", "C1@tiktok", "C2", "C3", "C4"])
    #expect(persons(roster) == ["C1", "C1", "", "", ""])
    let (post, story) = (DealFormat.post.index, DealFormat.story.index)
    #expect(roster.formatFees[post][0] == 50_000 && roster.formatFees[story][0] == 20_000)
    #expect(roster.formatFees[post][1].isNaN && roster.formatFees[DealFormat.video.index][1] == 6e4)
    let found = loaded.decisions.map { "\($0.what.word) \($0.basis.rawValue)" }
    #expect(found.contains("accounts of one person over rows 2, 4 certain"))
    #expect(found.contains("one creator over rows 2, 3 certain"))
    #expect(
      loaded.notes.contains {
        guard case .accounts(_, let rows, let persons, let example) = $0 else { return false }
        return rows == 2 && persons == 1 && example == ["C1@instagram", "C1@tiktok"]
      })
  }

  @Test func aColumnSaysWhoIsOnePerson() throws {
    let loaded = try read(
      "creator_id,人物,platform,followers\nA,愛子,x,5000\nB,愛子,tiktok,6000\nC,,x,7000\n")
    #expect(ids(loaded.campaign.roster) == ["A", "B", "C"])
    #expect(persons(loaded.campaign.roster) == ["愛子", "愛子", ""])
  }

  /// Without ids, names tell who is one person.
  @Test func namesStandForIDs() throws {
    let loaded = try read("name,platform,followers\n愛子,x,5000\n愛子,tiktok,6000\n直美,x,7000\n")
    #expect(ids(loaded.campaign.roster) == ["愛子@x", "愛子@tiktok", "直美"])
    #expect(persons(loaded.campaign.roster) == ["愛子", "愛子", ""])
  }

  @Test(arguments: [
    // The same account twice, at another price.
    ("C1,x,5000,100\nC1,tiktok,6000,100\nC1,x,5000,200\n", ":4:1"),
    // No platform, so no account.
    ("C1,x,5000,100\nC1,,6000,100\n", ":3:1"),
    ("C1,x,5000,100\nC1,x,5000,200\n", ":3:1"),
  ])
  func conflictsAreRepeatedIDs(rows: String, place: String) throws {
    let text = try fault("creator_id,platform,followers,fee\n" + rows)
    #expect(text.contains("roster.csv\(place)") && text.contains("already on line 2"), "\(text)")
    #expect(text.contains("\"C1\""), "\(text)")
  }

  @Test func personsStandWhereTheyMeanAllAccounts() throws {
    let roster = Self.header + Self.rows
    for name in ["C1", "Aiko"] {
      let brief = try read(roster, "ban: [\(name)]\n").campaign.brief
      #expect(brief.bans == [DealFilter(values: [.creator: ["C1"]])])
      let text = try fault(roster, "lock: [\(name)]\n")
      #expect(text.contains("brief.yaml:1:8") && text.contains("C1@instagram, C1@tiktok"))
    }
    let locked = try read(roster, "lock: [C1@tiktok]\n").campaign.brief
    #expect(locked.locks == [Lock(creatorID: "C1@tiktok")])
    #expect(try fault(roster, "ban: [C9]\n").contains("ban names no creator"))
  }

  private func rosterDecisions(_ loaded: LoadedCampaign) -> [ReadingDecision.Reading] {
    loaded.decisions.filter { $0.table == .creators }.map(\.what)
  }

  // MARK: Parts

  /// All of a roster read in parts, and what was said of it.
  private func survey(
    _ roster: String, rowsPerPart: Int, threads: Int = 2
  ) throws -> (roster: Roster, stream: RosterStream) {
    let (folder, paths) = try paths(roster)
    return try withExtendedLifetime(folder) {
      var stream = try ScoringFiles.read(paths, threads: threads).roster
      stream.rowsPerPart = rowsPerPart
      var whole = Roster()
      let parts = try stream.survey(into: [Roster]()) { $0.append($1.roster) }
      for part in parts { whole.append(contentsOf: part) }
      return (whole, stream)
    }
  }

  private func everything(_ roster: Roster) -> [String] {
    (0..<roster.count).map { row in
      var cells = (Roster.textColumns + Roster.describingColumns).map { roster[keyPath: $0][row] }
      cells += Roster.categoryColumns.map { roster[keyPath: $0][row] }
      cells += roster.numberColumns.map { "\(roster[keyPath: $0][row])" }
      return cells.joined(separator: "|")
    }
  }

  @Test(arguments: [1, 2, 3, 65_536])
  func partsHoldWhatIsHeldAtOnce(rowsPerPart: Int) throws {
    let text = Self.header + Self.rows
    let whole = try read(text)
    let (roster, stream) = try survey(text, rowsPerPart: rowsPerPart)
    #expect(everything(roster) == everything(whole.campaign.roster))
    #expect(stream.decisions.map(\.what) == rosterDecisions(whole))
    // Once for all, without a survey before.
    let (folder, paths) = try paths(text)
    try withExtendedLifetime(folder) {
      var once = try ScoringFiles.read(paths, threads: 1).roster
      once.rowsPerPart = rowsPerPart
      var found: [String] = []
      try once.forEachPart { part in
        found += (0..<part.roster.count).map {
          "\(part.roster.creatorIDs[$0]) \(part.roster.formatFees.map { $0.values })"
        }
        return true
      }
      #expect(found.count == 5 && found[0].hasPrefix("C1@instagram "))
    }
  }

  /// Creators of one to three accounts and formats, whose rows cross every border of parts.
  @Test(arguments: 1...8)
  func bordersOfPartsMakeNoDifference(seed: Int) throws {
    var damage = InputDamage(seed: UInt64(seed))
    var text = Self.header
    for creator in 0..<200 {
      let platforms = ["instagram", "tiktok", "x"].shuffled(using: &damage)
        .prefix(Int.random(in: 1...3, using: &damage))
      for platform in platforms {
        let formats = ["post", "video", "live"].shuffled(using: &damage)
          .prefix(Int.random(in: 1...2, using: &damage))
        for format in formats {
          let fee = Int.random(in: 1...90, using: &damage) * 1_000
          text += "C\(creator),N,\(platform),\(format),\(1_000 + creator),\(fee),,1\n"
        }
      }
    }
    let whole = try read(text)
    for (rowsPerPart, threads) in [(1, 1), (7, 2), (64, 2), (1_000_000, 1)] {
      let (roster, stream) = try survey(text, rowsPerPart: rowsPerPart, threads: threads)
      #expect(everything(roster) == everything(whole.campaign.roster), "seed \(seed)")
      #expect(stream.decisions.map(\.what) == rosterDecisions(whole))
    }
  }

  @Test(arguments: [
    "C1,Aiko,x,post,5000,100,,1", "C4,Dai,tiktok,live,5000,100,,1",
  ])
  func rowsThatStandApartAreRefusedInParts(row: String) throws {
    let text = Self.header + Self.rows + "C9,Eri,x,post,5000,1,,1\n" + row + "\n"
    _ = try read(text)
    for rowsPerPart in [1, 65_536] {
      let error = #expect(throws: InputError.self) { try survey(text, rowsPerPart: rowsPerPart) }
      #expect(error?.description.contains("roster.csv:10:1") == true)
      #expect(error?.description.contains("sort the table by creator_id") == true)
    }
  }

  @Test func conflictsInPartsAreThoseOfReadingAtOnce() throws {
    for row in ["C1,Aiko,instagram,story,20000,30000,,2", "C3,Chi,youtube,live,30000,90000,,1"] {
      let lines = Self.rows.split(separator: "\n").map(String.init)
      let place = row.hasPrefix("C1") ? 3 : 6
      let text =
        Self.header + (lines[..<place] + [row] + lines[place...]).joined(separator: "\n") + "\n"
      let whole = try fault(text)
      for rowsPerPart in [1, 65_536] {
        let error = #expect(throws: InputError.self) {
          try survey(text, rowsPerPart: rowsPerPart)
        }
        #expect(error?.description.split(separator: "/").last == whole.split(separator: "/").last)
      }
    }
  }

  /// What stands below a table ends it in parts as well.
  @Test func rowsBeforeARemarkAreRead() throws {
    let text = "creator_id,followers,platform\nC1,100,x\nC2,200,tiktok\n\n※注意事項：ここまで\n"
    for rowsPerPart in [1, 65_536] {
      #expect(ids(try survey(text, rowsPerPart: rowsPerPart).roster) == ["C1", "C2"])
    }
  }
}
