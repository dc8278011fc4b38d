import Dispatch
import Synchronization

/// Fork/join over fixed blocks of an index range.
///
/// The blocks depend on the count and the block size alone, never on the number of threads: who
/// writes per-block results and joins them in block order gets the same bytes at any thread count.
public enum Blocks {
  /// Number of blocks of `blockSize` that cover `count` indices.
  public static func count(covering count: Int, blockSize: Int) -> Int {
    (count + blockSize - 1) / blockSize
  }

  /// Calls `body` once for every block, from at most `threads` threads at a time, and waits.
  ///
  /// A fork and join costs about a microsecond; blocks should be worth far more than that.
  public static func forEach(
    count: Int, blockSize: Int, threads: Int,
    _ body: @Sendable (_ block: Int, _ range: Range<Int>) -> Void
  ) {
    let blocks = self.count(covering: count, blockSize: blockSize)
    let workers = min(threads, blocks)
    func run(_ block: Int) {
      let start = block * blockSize
      body(block, start..<min(start + blockSize, count))
    }
    guard workers > 1 else {
      for block in 0..<blocks { run(block) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < blocks else { return }
        let start = block * blockSize
        body(block, start..<min(start + blockSize, count))
      }
    }
  }
}
