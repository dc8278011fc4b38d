import COpenBLAS
import Dispatch
import Synchronization

/// BLAS with its work space touched once.
///
/// OpenBLAS packs both matrices into a buffer of its own, of which short inner dimensions fill the
/// beginning alone, while its kernels fetch ahead of what they read. Fetching a page that was never
/// touched costs a walk of the page table every time: products of inner dimension 64 ran at 16
/// instead of 38 GFLOP/s (OpenBLAS 0.3.21 on Zen). One product that fills the buffer ends that.
package enum WarmBLAS {
  /// Order of that product, and how often it is done: a few milliseconds, so that the threads are
  /// at it at the same time and get a buffer each.
  private static let order = 256
  private static let rounds = 4
  private static let longestWait = 1_000_000
  private static let warmed = Mutex(0)

  /// Touches the buffers of so many threads; does nothing where that was done.
  package static func ensure(threads: Int) {
    SingleThreadedBLAS.ensure()
    warmed.withLock { warmed in
      guard warmed < threads else { return }
      warmed = threads
      let arrived = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        arrived.add(1, ordering: .relaxed)
        var wait = 0
        while arrived.load(ordering: .relaxed) < threads && wait < longestWait { wait += 1 }
        multiply()
      }
    }
  }

  private static func multiply() {
    let size = Int32(order)
    let square = [Float](repeating: 0, count: order * order)
    var product = square
    for _ in 0..<rounds {
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, size, size, size, 1, square, size, square, size,
        0, &product, size)
    }
  }
}
