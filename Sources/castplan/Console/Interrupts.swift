import Foundation
import Synchronization

/// What Ctrl-C does: leave at once, but never in the middle of writing files.
enum Interrupts {
  private static let state = Mutex(State())

  private struct State {
    var isWriting = false
    var isRequested = false
  }

  /// Call once, before any work. A closed pipe becomes a failed write instead of a death; SIGINT
  /// is blocked in every thread and waited for in one, so that no handler runs in the middle of
  /// anything.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    // A shell's background jobs are born with SIGINT ignored.
    signal(SIGINT, SIG_DFL)
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    sigaddset(&interrupts, SIGINT)
    pthread_sigmask(SIG_BLOCK, &interrupts, nil)
    Thread.detachNewThread { [interrupts] in
      var awaited = interrupts
      var arrivedSignal: Int32 = 0
      while sigwait(&awaited, &arrivedSignal) == 0 { arrived() }
    }
  }

  /// Runs `body`, which writes files and either completes them or removes them; an interrupt
  /// during it takes effect at its end, or where it asks.
  static func whileWriting<Result>(_ body: () throws -> Result) throws -> Result {
    state.withLock { $0.isWriting = true }
    defer { state.withLock { $0.isWriting = false } }
    let result = try body()
    try check()
    return result
  }

  /// For long writing: throws when an interrupt waits, so that files can be removed.
  static func check() throws {
    if state.withLock({ $0.isRequested }) { throw ExitStatus.interrupted }
  }

  private static func arrived() {
    let leavesNow = state.withLock { state in
      state.isRequested = true
      return !state.isWriting
    }
    if leavesNow { _exit(ExitStatus.interrupted.rawValue) }
  }
}
