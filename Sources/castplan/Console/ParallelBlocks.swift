import Dispatch

/// Results of fixed blocks of a range, in order, from several threads.
enum ParallelBlocks {
  static func map<Result: Sendable>(
    count: Int, blockSize: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let blocks = (count + blockSize - 1) / blockSize
    func range(_ block: Int) -> Range<Int> {
      block * blockSize..<min(count, (block + 1) * blockSize)
    }
    guard threads > 1, blocks > 1 else { return (0..<blocks).map { body(range($0)) } }
    var results = [Result?](repeating: nil, count: blocks)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes every so-manyth element.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: min(threads, blocks)) { thread in
        for block in stride(from: thread, to: blocks, by: min(threads, blocks)) {
          buffer[block] = body(block * blockSize..<min(count, (block + 1) * blockSize))
        }
      }
    }
    return results.compactMap { $0 }
  }
}
