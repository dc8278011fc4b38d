import ArgumentParser
import CastingFiles
import Foundation
import TableTestSupport

/// Damages inputs at random and gives them to every reader: none may crash, hang or take memory
/// without measure. Ends with 1 and the seed where one does.
@main struct ReaderFuzz: ParsableCommand {
  @Option(help: "Seconds to run.")
  var seconds = 10.0

  @Option(help: "Inputs to try at most.")
  var count = Int.max

  @Option(help: "Seed of the first input; the next has the next.")
  var seed: UInt64 = 1

  @Flag(help: "Print the seed of each input, to find the one that crashes.")
  var verbose = false

  /// Longer than any input here could need.
  static let patience = 20.0
  /// Bytes that the whole run may take beyond 4 times the largest input.
  static let memoryAllowance = 64 << 20

  func run() throws {
    let folder = NSTemporaryDirectory() + "castplan-fuzz-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inputs = try FuzzInputs(folder: folder)
    // Sound inputs are read; and whatever the libraries set up once does not count as memory.
    for target in FuzzInputs.Target.allCases {
      precondition(inputs.read(target, inputs.bytes(of: target)), "\(target) is not sound")
    }
    let watch = Watchdog(patience: Self.patience)
    let memoryAtStart = Memory.peak
    let end = ContinuousClock.now + .seconds(seconds)
    var largest = 0
    var tried = 0
    var refused = 0
    while tried < count && ContinuousClock.now < end {
      let current = seed &+ UInt64(tried)
      if verbose || tried % 10_000 == 0 { Self.say("seed \(current)") }
      watch.begin(seed: current)
      let (target, bytes) = inputs.damaged(seed: current)
      largest = max(largest, bytes.count)
      if !inputs.read(target, bytes) { refused += 1 }
      watch.end()
      tried += 1
      let memory = Memory.peak - memoryAtStart
      if memory > 4 * largest + Self.memoryAllowance {
        Self.say("seed \(current): \(target) took \(memory) bytes of memory")
        throw ExitCode(1)
      }
    }
    let memory = Memory.peak - memoryAtStart
    print(
      "\(tried) inputs from seed \(seed): \(tried - refused) read, \(refused) refused; largest "
        + "\(largest) bytes, memory grew by \(memory) bytes")
  }

  /// Says it at once, so that it stands there after a crash.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

/// Ends the program when one input takes too long.
final class Watchdog: @unchecked Sendable {
  // Unchecked: every access to what changes holds the lock.
  private let lock = NSLock()
  private var current: (seed: UInt64, start: ContinuousClock.Instant)?

  init(patience: Double) {
    let thread = Thread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        let input = lock.withLock { current }
        guard let input, ContinuousClock.now - input.start > .seconds(patience) else { continue }
        ReaderFuzz.say("seed \(input.seed): hangs")
        exit(1)
      }
    }
    thread.start()
  }

  func begin(seed: UInt64) { lock.withLock { current = (seed, ContinuousClock.now) } }

  func end() { lock.withLock { current = nil } }
}

/// What the system says of this process.
enum Memory {
  /// Bytes at the highest moment.
  static var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) << 10
  }
}
