import CastingFiles
import CastingTestSupport
import Foundation
import Tables
import Testing

/// A kept roster is found by the bytes it was made from, and looks after itself.
@Suite struct RosterCacheTests {
  private let folder: InputFolder
  private let paths: CampaignPaths
  private var cacheFolder: String { folder.path + "deep/cache" }

  init() throws {
    folder = try InputFolder()
    paths = CampaignPaths(
      roster: try folder.write("creators.csv", LongRosterTable.text(creators: 500)),
      products: try folder.write("products.csv", LongRosterTable.products),
      brief: try folder.write("brief.yaml", "budget: 900000\n"))
  }

  private func followers(
    _ paths: CampaignPaths? = nil, version: String = "1", folder: String? = nil
  ) throws -> [Double] {
    try LongCampaignFiles.read(
      paths ?? self.paths, threads: 2,
      cache: RosterCache(folder: folder ?? cacheFolder, version: version)
    ).campaign.held().roster.followers.values
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cacheFolder)) ?? []).sorted()
  }

  /// Inode: another file, another number.
  private func identity(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: cacheFolder + "/" + name)[.systemFileNumber]
      as? Int
  }

  @Test func `the same bytes are read once`() throws {
    let first = try followers()
    let name = try #require(kept.first)
    let identity = try identity(name)
    #expect(try followers() == first)
    #expect(kept == [name])
    #expect(try self.identity(name) == identity)
  }

  @Test func `other bytes, columns or readers are another roster`() throws {
    let first = try followers()
    // As long, and touched at the same time.
    let date = try FileManager.default.attributesOfItem(atPath: paths.roster)[.modificationDate]
    let text = try String(contentsOfFile: paths.roster, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").dropFirst().first)
    let cell = "\(Int(first[0]))"
    let other = String(Int(first[0]) == 55_555 ? 44_444 : 55_555)
    let changed = line.replacingOccurrences(of: ",\(cell),", with: ",\(other),")
    try folder.write("creators.csv", text.replacingOccurrences(of: line, with: changed))
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date)], ofItemAtPath: paths.roster)
    #expect(try followers()[0] == Double(other))
    #expect(kept.count == 2)
    _ = try followers(version: "2")
    #expect(kept.count == 3)
    var mapped = paths
    mapped.brief = try folder.write("mapped.yaml", "budget: 900000\ncolumns: {bio: mood}\n")
    _ = try followers(mapped)
    #expect(kept.count == 4)
  }

  /// Any byte may be damaged; the roster is read from its table again.
  @Test func `damage is seen and mended`() throws {
    let first = try followers()
    let path = cacheFolder + "/" + (try #require(kept.first))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var damaged: [Data] = [
      whole.prefix(whole.count / 2), whole.dropLast(), whole + [0], Data(),
      Data(repeating: 0, count: whole.count),
    ]
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 60)) {
      var bytes = whole
      bytes[place] ^= 0x10
      damaged.append(bytes)
    }
    for bytes in damaged {
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(try followers() == first)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
    }
  }

  /// Checksums tell damage; whoever makes them fit makes a file that is read with care all the same.
  @Test(arguments: 1...4)
  func `files that were tampered with end in an error or in a roster`(seed: UInt64) throws {
    _ = try followers()
    let path = cacheFolder + "/" + (try #require(kept.first))
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    var generator = SplitMix(state: seed)
    var refused = 0
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<Self.groupEnd(bytes), using: &generator)
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      Self.seal(&bytes)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let read = try followers()
        #expect(read.count == 500, "seed \(seed)")
      } catch is FileProblem {
        refused += 1
      }
    }
    #expect(refused > 0, "seed \(seed)")
  }

  private static func groupEnd(_ bytes: [UInt8]) -> Int { offset(0, bytes) }

  /// Of a section after the only group.
  private static func offset(_ number: Int, _ bytes: [UInt8]) -> Int {
    let place = bytes.count - 56 + 8 * number
    return (0..<8).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Makes the checksums of a file with one group fit.
  private static func seal(_ bytes: inout [UInt8]) {
    func write(_ sum: UInt32, at place: Int) {
      for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: sum >> (8 * byte)) }
    }
    write(bytes[..<offset(0, bytes)].withUnsafeBytes(Checksum.crc32), at: offset(1, bytes))
    write(
      bytes[offset(0, bytes)..<offset(3, bytes)].withUnsafeBytes(Checksum.crc32),
      at: bytes.count - 56 + 32)
  }

  @Test func `a folder that cannot be written is done without`() throws {
    let file = try folder.write("no-folder", "a file")
    #expect(try followers(folder: file) == followers())
    #expect(try followers(folder: "/proc/castplan") == followers())
  }

  @Test func `what was not used for long makes room`() throws {
    func read(_ number: Int, mostBytes: Int) throws {
      var paths = paths
      paths.roster = try folder.write(
        "creators-\(number).csv", LongRosterTable.text(seed: UInt64(number), creators: 500))
      var cache = RosterCache(folder: cacheFolder, version: "1")
      cache.mostBytes = mostBytes
      _ = try LongCampaignFiles.read(paths, threads: 1, cache: cache)
    }
    try read(1, mostBytes: .max)
    let first = try #require(kept.first)
    try read(2, mostBytes: .max)
    let second = try #require(kept.first { $0 != first })
    for (name, age) in [(first, 7_200.0), (second, 3_600.0)] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)],
        ofItemAtPath: cacheFolder + "/" + name)
    }
    // Used again, so the second is the one that waited longest.
    try read(1, mostBytes: .max)
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: cacheFolder + "/" + first)[.size] as? Int)
    try read(3, mostBytes: size * 5 / 2)
    #expect(kept.count == 2)
    #expect(kept.contains(first))
    #expect(!kept.contains(second))
  }

  @Test func `only long tables that are read in passing are for it`() throws {
    func areFor(_ paths: CampaignPaths, _ options: ReadingOptions = ReadingOptions()) -> Bool {
      LongCampaignFiles.areFor(paths, options: options, leastBytes: 1_000)
    }
    #expect(areFor(paths))
    #expect(!LongCampaignFiles.areFor(paths, options: ReadingOptions()))
    var carrying = ReadingOptions()
    carrying.carriesUnknownColumns = true
    #expect(!areFor(paths, carrying))
    for change: (inout CampaignPaths) -> Void in [
      { $0.deals = "deals.csv" }, { $0.audience = "audience.csv" }, { $0.roster = "-" },
      { $0.roster = "missing.csv" },
      { $0.roster = $0.products },
    ] {
      var paths = paths
      change(&paths)
      #expect(!areFor(paths))
    }
    var database = paths
    database.roster = try folder.write(
      "creators.db", Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 2_000))
    #expect(!areFor(database))
  }
}
