import ArgumentParser
import CastingFiles
import Foundation

/// Times the reading of a creator table, checks and index of ids included.
///
/// Prints a JSON object: seconds, rows, sums to compare with another reader's, and bytes of memory
/// at the highest moment. A script of Tests/Peers holds them against pandas.
@main
struct ReadingBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reading-bench")

  @Argument(help: "The table.")
  var roster: String

  @Option(help: "Threads to use.")
  var threads = 2

  func run() throws {
    let start = ContinuousClock.now
    let roster = try RosterFile.read(path: roster, threads: threads)
    let seconds = Double((ContinuousClock.now - start) / .nanoseconds(1)) * 1e-9
    let result: [String: Any] = [
      "seconds": seconds, "rows": roster.count,
      "followers": roster.followers.values.reduce(0, +),
      "fees": roster.fees.values.reduce(0, +),
      "platforms": roster.platforms.levels.count,
      "bio_bytes": roster.bios.byteCount, "peak_bytes": try Self.peakMemory(),
    ]
    print(String(decoding: try JSONSerialization.data(withJSONObject: result), as: UTF8.self))
  }

  /// Bytes at the highest moment of this program; what `getrusage` says begins with the memory of
  /// the program that started it.
  private static func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) << 10
  }
}
