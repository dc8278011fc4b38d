import Dispatch
import Synchronization
import Tables

/// A file that a plan was made from.
public struct InputFileRecord: Sendable, Equatable {
  /// As the user gave it.
  public var path: String
  /// Lower-case hexadecimal digest of the bytes.
  public var sha256: String
  /// Data rows of a table or matrix; 1 for a brief.
  public var rows: Int

  /// States a record whose digest is known already.
  package init(path: String, sha256: String, rows: Int) {
    self.path = path
    self.sha256 = sha256
    self.rows = rows
  }
}

/// A record whose digest is computed while other work goes on: it takes longer than reading.
struct PendingFileRecord: Sendable {
  let digest: PendingDigest
  let rows: Int

  /// The record, waiting for the digest if need be.
  var record: InputFileRecord {
    InputFileRecord(path: digest.path, sha256: digest.sha256, rows: rows)
  }
}

/// The digest of a file, which is computed while other work goes on.
final class PendingDigest: Sendable {
  let path: String
  private let digest = Mutex("")
  private let work = DispatchGroup()

  /// - Parameter isConcurrent: whether another thread may compute the digest.
  convenience init(file: MappedFile, isConcurrent: Bool) {
    self.init(files: [file], path: file.path, isConcurrent: isConcurrent)
  }

  /// - Parameter files: those of a folder have the digest of the list that `sha256sum` prints of them
  ///   there.
  init(files: [MappedFile], path: String, isConcurrent: Bool) {
    self.path = path
    if isConcurrent {
      DispatchQueue.global().async(group: work) { [self] in computeDigest(files) }
    } else {
      computeDigest(files)
    }
  }

  private func computeDigest(_ files: [MappedFile]) {
    let digests = files.map { file in SHA256.hexadecimal(file.bytes) { file.release($0) } }
    var found = digests.first ?? ""
    if files.count > 1 || files.first?.path != path {
      let lines = zip(digests, files).map { digest, file in
        "\(digest)  \(file.path.split(separator: "/").last ?? "")\n"
      }
      found = Array(lines.joined().utf8).withUnsafeBufferPointer { SHA256.hexadecimal($0) }
    }
    digest.withLock { $0 = found }
  }

  /// Lower-case hexadecimal; waits for it if need be.
  var sha256: String {
    work.wait()
    return digest.withLock { $0 }
  }
}
