import CastingFiles
import Foundation
import TableTestSupport
import Testing

/// Rows that are left out, and columns that are carried through.
@Suite struct ReadingOptionTests {
  private static let faulty = """
    creator_id,name,followers,fee,age_13_19,age_20_29,available_from,available_to
    C1,first,10,100,0.5,0.5,,
    C2,bad fee,20,x,,,,
    C3,too few,30
    C4,sound,40,400,,,2026-12-01,2026-12-02
    C1,again,50,500,,,,
    C5,ages,60,600,0.5,0.1,,
    C6,days,70,700,,,2026-12-02,2026-12-01
    C7,"quo"ted,80,800,,,,
    C8,last,90,900,,,,

    """

  private func load(
    roster: String, products: String = InputFolder.products, deals: String? = nil,
    brief: String = InputFolder.brief,
    _ change: (InputFolder, inout CampaignPaths) throws -> Void = { _, _ in }
  ) throws -> LoadedCampaign {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", products),
      brief: try folder.write("brief.yaml", brief))
    paths.deals = try deals.map { try folder.write("deals.csv", $0) }
    try change(folder, &paths)
    var options = ReadingOptions()
    options.dropInvalid()
    options.carriesUnknownColumns = true
    var loaded = try CampaignFiles.read(paths, threads: 2, options: options)
    loaded.skipped = loaded.skipped.relative(to: folder)
    return loaded
  }

  @Test func rowsWithFaultsAreLeftOutAndListed() throws {
    let loaded = try load(roster: Self.faulty)
    let roster = loaded.campaign.roster
    #expect((0..<roster.count).map { roster.creatorIDs[$0] } == ["C1", "C4", "C8"])
    #expect((0..<roster.count).map { roster.followers[$0] } == [10, 40, 90])
    #expect((0..<roster.count).map { roster.names[$0] } == ["first", "sound", "last"])
    #expect(roster.availableFrom.map { $0?.iso } == [nil, "2026-12-01", nil])
    #expect(roster.ageShares[0].values.map { $0.isNaN ? -1 : $0 } == [0.5, -1, -1])
    let places = loaded.skipped.sentences.map { $0.prefix { $0 != " " } }
    #expect(
      places == [
        "roster.csv:3:4:", "roster.csv:4:", "roster.csv:9:2:", "roster.csv:6:1:",
        "roster.csv:7:5:", "roster.csv:8:8:",
      ])
  }

  /// Row i of a matrix belongs to row i of the file, left out or not.
  @Test func embeddingsFollowTheRowsThatStay() throws {
    let loaded = try load(roster: Self.faulty) { folder, paths in
      paths.creatorEmbeddings = try folder.write("x.npy", Self.matrix(rows: 9))
      paths.productEmbeddings = try folder.write("y.npy", Self.matrix(rows: 2))
    }
    #expect(loaded.campaign.roster.embeddings == [0, 0.5, 3, 3.5, 8, 8.5])
  }

  /// Row r holds r and r + 0.5.
  private static func matrix(rows: Int) -> [UInt8] {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), 2), }"
    while (11 + header.utf8.count) % 64 != 0 { header += " " }
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count + 1), 0]
    bytes += Array((header + "\n").utf8)
    for row in 0..<rows {
      for value in [Float(row), Float(row) + 0.5] {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }

  @Test func dealsWithALeftOutCreatorAreLeftOutToo() throws {
    let loaded = try load(
      roster: Self.faulty,
      deals: "creator_id,product_id,cost,value\nC1,P1,5,5\nC2,P1,5,5\nC4,P2,x,5\nC1,P1,6,6\n")
    #expect(loaded.campaign.deals.rows.map(\.cost) == [5])
    #expect(loaded.skipped.kept.filter { $0.file == "deals.csv" }.count == 3)
  }

  @Test func whatTheBriefNamesMayNotBeLeftOut() throws {
    #expect {
      try load(roster: Self.faulty, brief: "budget: 5M\nlock: [C2]\n")
    } throws: {
      "\($0)".contains("lock names no creator, \"C2\"")
    }
  }

  @Test func aTableWithoutASoundRowIsRefused() throws {
    #expect {
      try load(roster: "creator_id,followers\nC1,x\nC2,y\n")
    } throws: {
      "\($0)".split(separator: "\n").count == 2
    }
    #expect {
      try load(roster: "creator_id,followers\nC1,\"x\nC2,y\n")
    } throws: {
      "\($0)".contains("a quote is opened and never closed")
    }
  }

  @Test(arguments: TableForm.allCases)
  func unknownColumnsAreCarriedInEveryForm(form: TableForm) throws {
    let loaded = try load(roster: "") { folder, paths in
      paths.roster = try form.write(
        [
          ["creator_id", "担当", "followers", "memo"], ["C1", "山田", "5", "a, b"],
          ["C2", "", "x", "lost"], ["C3", "鈴木", "6", ""],
        ], in: folder.path)
    }
    #expect(loaded.carried.map(\.header) == ["担当", "memo"])
    #expect(
      loaded.carried.map { column in (0..<2).map { column.cells[$0] } } == [
        ["山田", "鈴木"], ["a, b", ""],
      ])
    #expect(loaded.notes.contains { "\($0)".hasSuffix("castplan knows and was carried through") })
  }
}
