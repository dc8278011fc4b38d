import Foundation
import Tables

/// What Ctrl-C, a polite `kill` and a closed terminal do: end the program at once, with nothing
/// unfinished left on the disk.
///
/// A handler that only passes the signal's number on runs on whichever thread the system chooses;
/// blocking signals would not do, since libraries have threads before `main` begins. A thread of its own
/// does the work, where locks may be taken.
enum Interrupts {
  /// The pipe that the handler writes to.
  private nonisolated(unsafe) static var mouth: Int32 = -1

  /// Call once, before any work. A closed pipe becomes a failed write instead of a death.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    mouth = ends[1]
    // A shell's background jobs are born with SIGINT ignored; `nohup` and the like have the others
    // ignored, and mean it.
    let numbers = [SIGINT] + [SIGTERM, SIGHUP].filter { !isIgnored($0) }
    for number in numbers { pass(number) }
    Thread.detachNewThread { [ear = ends[0]] in
      // Whoever starts programs from threads that block signals passes that on.
      var signals = set(numbers)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      var number: UInt8 = 0
      while read(ear, &number, 1) != 1 {}
      UnfinishedFiles.leave { end(by: Int32(number)) }
    }
  }

  private static func set(_ numbers: [Int32]) -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    return signals
  }

  private static func pass(_ number: Int32) {
    var action = sigaction()
    action.sa_flags = SA_RESTART
    action.__sigaction_handler.sa_handler = { number in
      let kept = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(Interrupts.mouth, &byte, 1)
      errno = kept
    }
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// SIGINT has an exit code of its own; of the others the program dies, as whoever sent them expects.
  private static func end(by number: Int32) -> Never {
    guard number != SIGINT else { _exit(ExitStatus.interrupted.rawValue) }
    signal(number, SIG_DFL)
    kill(getpid(), number)
    // The first process of a container does not die of a signal, and others not before it arrives.
    usleep(100_000)
    _exit(128 + number)
  }
}
