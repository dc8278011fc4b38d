import CastingFiles
import CastingReports
import Foundation
import Testing

/// Inputs damaged at random are read or refused with reasons; they never end the program.
@Suite struct DamagedInputTests {
  private static let table =
    "creator_id,name,followers,fee,age_20_29,available_from,tier\n"
    + "C1,\"a\nb\"\"c\",1.2万,\"¥50,000\",100%,2026-12-01,micro\r\nC2,長い名前,85K,3e4,,,\n"
  private static let brief = """
    budget: 5_000_000
    quotas:
      - {where: {platform: [tiktok, x], followers: {max: 10万}}, count: {min: 3, max: 10}}
    lock: [C1, {creator: C2, product: P1}]
    audience: {female_share: 60%, age_20_29: 0.3}
    announcements: {stages: [{name: t, days_before: 7, strength: 0.3}], lift: 0.3}
    columns: {followers: "Subs"}
    """

  @Test(arguments: 0..<150 as Range<UInt64>)
  func isReadOrRefused(seed: UInt64) throws {
    var damage = Damage(state: seed)
    let folder = try InputFolder()
    let roster = try folder.write("roster.csv", damage.applied(to: Array(Self.table.utf8)))
    let brief = try folder.write("brief.yaml", damage.applied(to: Array(Self.brief.utf8)))
    check(seed) { () throws(InputError) in _ = try RosterFile.read(path: roster, threads: 2) }
    check(seed) { () throws(InputError) in _ = try BriefFile.read(path: brief) }
  }

  private func check(_ seed: UInt64, _ read: () throws(InputError) -> Void) {
    do throws(InputError) {
      try read()
    } catch {
      #expect(!error.issues.isEmpty, "seed \(seed)")
      for issue in error.issues.kept {
        for language in Language.allCases {
          let text = Wording(language).text(issue)
          #expect(text.count > issue.file.count + 10 && !text.contains("\n"), "seed \(seed)")
        }
      }
    }
  }
}

/// Random insertions, deletions, changes and repetitions.
private struct Damage: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  private static let tokens = [
    "\"", ",", "\n", "\r", ";", "{", "}", "[", ":", "- ", "*a ", "&a ", "万", "%", "-", "1e999",
    "nan", "'", "#", "|", "\t", "\u{FEFF}", "\0",
  ].map { Array($0.utf8) }

  mutating func applied(to bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      let start = Int.random(in: 0..<max(1, bytes.count), using: &self)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &self))
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes.insert(contentsOf: Self.tokens.randomElement(using: &self)!, at: start)
      case 1: bytes.removeSubrange(min(start, end)..<end)
      case 2 where start < bytes.count: bytes[start] = UInt8.random(in: 0...255, using: &self)
      default: bytes.insert(contentsOf: Array(bytes[min(start, end)..<end]), at: start)
      }
    }
    return bytes
  }
}
