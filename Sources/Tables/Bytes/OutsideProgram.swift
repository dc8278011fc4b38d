#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of somebody else's, run for what it prints.
package enum OutsideProgram {
  /// Why it could not be run.
  package enum Problem: Error, Equatable, Sendable {
    /// No folder of PATH has it.
    case missing
    /// What it printed could not be kept.
    case file(FileProblem)
  }

  /// How it ended.
  package struct Outcome {
    /// Its exit code; 128 and the signal's number where a signal ended it.
    package var status: Int32
    /// What it printed, in a file without a name.
    package var output: TemporaryFile
    /// Bytes of that.
    package var size: Int
    /// The beginning of what it said on stderr.
    package var words: String
  }

  /// Runs the first program of this name in PATH, never through a shell, and waits for it.
  ///
  /// It reads nothing. Whoever ends this program early ends that one, too, with whatever it started.
  package static func run(
    _ name: String, _ arguments: [String]
  ) throws(Problem) -> Outcome {
    do throws(FileProblem) {
      let output = try TemporaryFile()
      let talk = try TemporaryFile()
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw FileProblem(path: name, errorNumber: errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let process = UnfinishedFiles.start {
        spawn(name, arguments, output: ends[1], talk: talk.descriptor)
      }
      close(ends[1])
      guard let process else {
        close(ends[0])
        throw FileProblem(path: name, reason: .missing)
      }
      // Closed before it is waited for: one that still prints is told that nobody listens.
      defer { UnfinishedFiles.remove(process: process) }
      defer { close(ends[0]) }
      let size = try output.copy(from: ends[0], path: name)
      let status = UnfinishedFiles.wait(process: process)
      return Outcome(status: status, output: output, size: size, words: words(talk))
    } catch {
      throw error.reason == .missing ? .missing : .file(error)
    }
  }

  private static func words(_ talk: TemporaryFile) -> String {
    guard let reader = try? talk.reader(),
      let bytes = try? reader.bytes(0..<min(reader.size, 4096))
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number of the process; nil where the program cannot be started.
  private static func spawn(
    _ name: String, _ arguments: [String], output: Int32, talk: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, talk, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts can be ended with it; and signals as they are by default.
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var words = ([name] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let failure = posix_spawnp(&process, name, &actions, &attributes, words, environ)
    return failure == 0 ? process : nil
  }
}
