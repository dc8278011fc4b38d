import Foundation
import Synchronization

/// What commands did: equal commands in folders with equal files run once.
final class CommandMemo: Sendable {
  /// Everything that a command may read.
  struct Key: Hashable {
    var script: String
    var files: [String: Data]
  }

  struct Outcome {
    var run: ProgramRun
    /// Files of the folder afterwards.
    var files: [String: Data]
  }

  private let outcomes = Mutex<[Key: Outcome]>([:])

  func outcome(_ key: Key, otherwise make: () throws -> Outcome) rethrows -> Outcome {
    if let known = outcomes.withLock({ $0[key] }) { return known }
    let made = try make()
    outcomes.withLock { $0[key] = made }
    return made
  }

  var count: Int { outcomes.withLock(\.count) }
}
