import Foundation

/// Memory that was freed, kept for the next who asks.
///
/// Part after part of a long input takes and frees the same arrays of some hundred kilobytes. By default the
/// allocator of glibc gives these back to the system each time, which then clears and maps every page anew:
/// a third of the time of scoring a million rows. Kept for the whole process, up to a limit.
package enum FreedMemory {
  /// Parameters of mallopt(3), which Swift's module of glibc leaves out.
  private static let trimThreshold: Int32 = -1
  private static let mapThreshold: Int32 = -3
  /// Bytes: as much is kept at the end of the heap; arrays up to so many come from the heap.
  private static let mostKept: Int32 = 64 << 20
  private static let largestArray: Int32 = 4 << 20

  private static let isKept: Void = {
    typealias Call = @convention(c) (Int32, Int32) -> Int32
    // Who set these has a reason. Other libraries have no such call, and other ways.
    guard getenv("MALLOC_TRIM_THRESHOLD_") == nil, getenv("MALLOC_MMAP_THRESHOLD_") == nil,
      getenv("GLIBC_TUNABLES") == nil, let library = dlopen(nil, RTLD_NOW),
      let found = dlsym(library, "mallopt")
    else { return }
    let set = unsafeBitCast(found, to: Call.self)
    _ = set(trimThreshold, mostKept)
    _ = set(mapThreshold, largestArray)
  }()

  package static func keep() { _ = isKept }
}
