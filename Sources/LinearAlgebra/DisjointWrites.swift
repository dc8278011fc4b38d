/// A buffer that several threads fill at once, each at places of its own.
///
/// The compiler cannot see that the places are disjoint: whoever shares one promises it.
package struct DisjointWrites<Element>: @unchecked Sendable {
  package let base: UnsafeMutablePointer<Element>

  /// The buffer must have storage; an empty one may be shared but not written.
  package init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    base = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)!
  }
}
