/// The texts that cells of a workbook refer to by number, one after the other in one buffer.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  /// Where each text starts; the last is where the last ends. Parts of a workbook unpack to 4 GiB at most.
  private let starts: [UInt32]

  /// Of a workbook that has none.
  init() {
    bytes = []
    starts = [0]
  }

  init(_ reader: ZipEntryReader) throws(WorkbookProblem) {
    var xml = try XMLScanner(reader)
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1:
        guard xml.isNamed("sst") else { throw xml.damage(.malformed) }
      case .start where xml.depth == 2 && xml.isNamed("si"):
        try xml.appendItem(to: &bytes)
        guard let end = UInt32(exactly: bytes.count) else { throw xml.damage(.malformed) }
        starts.append(end)
      case .start: try xml.skipElement()
      case .end, .text: break
      case .finished:
        self.bytes = bytes
        self.starts = starts
        return
      }
    }
  }

  var count: Int { starts.count - 1 }

  /// Calls `body` with a text as UTF-8.
  func withBytes<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(starts[index])..<Int(starts[index + 1])]))
    }
  }
}
