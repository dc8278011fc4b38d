import Synchronization
import Tables

/// Every fault of rows and cells on its way to a file: in a temporary file, so that memory does not grow
/// with them, until it is known what became of them.
public final class RejectSpool: Sendable {
  /// Puts a fault into the words of the file, but for what was done about it.
  public typealias Render = @Sendable (InputIssue) -> [UInt8]

  fileprivate struct State {
    var buffer: [UInt8] = []
    /// Bytes in front of the buffer.
    var file: TemporaryFile?
    var failure: FileProblem?
  }

  private static let bufferLength = 1 << 20

  /// Where they go, as the user gave it.
  let path: String
  private let render: Render
  private let state = Mutex(State())

  /// Holds nothing yet.
  ///
  /// - Parameter path: where the faults go, as the user gave it.
  public init(path: String, render: @escaping Render) {
    self.path = path
    self.render = render
  }

  /// Another one of the same words, whose faults belong behind some of this.
  func branch() -> RejectSpool { RejectSpool(path: path, render: render) }

  /// Adds faults behind the others.
  func append(_ issues: [InputIssue]) {
    guard !issues.isEmpty else { return }
    state.withLock { state in
      for issue in issues {
        let text = render(issue)
        let extent: UInt8 = issue.extent == .cell ? 1 : 0
        withUnsafeBytes(of: UInt32(text.count).littleEndian) { state.buffer += $0 }
        state.buffer.append(extent)
        state.buffer += text
        if state.buffer.count >= Self.bufferLength { state.flush() }
      }
    }
  }

  /// Adds those of another spool behind the others; that they cannot be had is told when they are asked for.
  func take(_ other: RejectSpool) {
    do throws(FileProblem) {
      try other.forEachBlock { bytes in
        state.withLock { state in
          state.buffer += bytes
          if state.buffer.count >= Self.bufferLength { state.flush() }
        }
      }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  /// Calls `body` with each fault as it was put into words, and what is left out for it.
  package func forEach(_ body: ([UInt8], FaultExtent) throws -> Void) throws {
    var failure: (any Error)?
    var rest: [UInt8] = []
    try forEachBlock { bytes in
      guard failure == nil else { return }
      rest += bytes
      do { rest.removeFirst(try Self.forEachRecord(of: rest, body)) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Calls `body` with each whole record; returns how many bytes they take.
  private static func forEachRecord(
    of bytes: [UInt8], _ body: ([UInt8], FaultExtent) throws -> Void
  ) throws -> Int {
    var start = 0
    while start + 5 <= bytes.count {
      let length = bytes.withUnsafeBytes {
        Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
      }
      let end = start + 5 + length
      guard end <= bytes.count else { break }
      try body(Array(bytes[start + 5..<end]), bytes[start + 4] == 1 ? .cell : .row)
      start = end
    }
    return start
  }

  private func forEachBlock(_ body: ([UInt8]) -> Void) throws(FileProblem) {
    let (file, buffer, failure) = state.withLock { ($0.file, $0.buffer, $0.failure) }
    if let failure { throw failure }
    if let file {
      let reader = try file.reader()
      var start = 0
      while start < reader.size {
        let end = min(reader.size, start + Self.bufferLength)
        body(try reader.bytes(start..<end))
        start = end
      }
    }
    body(buffer)
  }
}

extension RejectSpool.State {
  /// Moves the buffer into the file; that it has no room is told when the faults are asked for.
  fileprivate mutating func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    do throws(FileProblem) {
      if file == nil { file = try TemporaryFile() }
      var problem: FileProblem?
      buffer.withUnsafeBytes { bytes in
        do throws(FileProblem) { try file?.write(bytes) } catch { problem = error }
      }
      failure = problem
    } catch {
      failure = error
    }
  }
}
