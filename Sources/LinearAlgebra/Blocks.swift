import Dispatch
import Synchronization

/// Fork/join over fixed blocks of an index range.
///
/// The blocks depend on the count and the block size alone, never on the number of threads: who
/// writes per-block results and joins them in block order gets the same bytes at any thread count.
package enum Blocks {
  /// Number of blocks of `blockSize` that cover `count` indices.
  package static func count(covering count: Int, blockSize: Int) -> Int {
    (count + blockSize - 1) / blockSize
  }

  /// Calls `body` once for every block, from at most `threads` threads at a time, and waits.
  ///
  /// A fork and join costs about a microsecond; blocks should be worth far more than that.
  package static func forEach(
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

  /// Results of two pieces of work, done at the same time where there is a thread for each.
  package static func both<First: Sendable, Second: Sendable>(
    threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard threads > 1 else { return (first(), second()) }
    nonisolated(unsafe) var results: (First?, Second?) = (nil, nil)
    withUnsafeMutablePointer(to: &results) { place in
      nonisolated(unsafe) let place = place
      DispatchQueue.concurrentPerform(iterations: 2) { piece in
        if piece == 0 { place.pointee.0 = first() } else { place.pointee.1 = second() }
      }
    }
    return (results.0!, results.1!)
  }
}
