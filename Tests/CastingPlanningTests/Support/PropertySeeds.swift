import Foundation

/// How many random cases a property is tried on.
enum PropertySeeds {
  /// More, or fewer, where the environment says so: CASTPLAN_SEEDS=1000.
  static func count(usually count: Int) -> Int {
    ProcessInfo.processInfo.environment["CASTPLAN_SEEDS"].flatMap { Int($0) } ?? count
  }
}
