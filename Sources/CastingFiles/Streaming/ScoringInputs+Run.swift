import Casting
import Foundation
import Tables

extension ScoringInputs {
  /// Names the inputs: another name, other inputs (or the same, touched since).
  ///
  /// Small files are named by all their bytes; of the roster and the creators' embeddings, which
  /// may be large, by their size, both ends and the time of the last change.
  package func fingerprint(_ paths: CampaignPaths, model: String?) -> String {
    let input = roster.input
    var parts = [path.file, path.table ?? ""] + input.sources.map(Self.ends)
    parts += input.sources.map { Self.changeTime(input.isConverted ? $0.path : path.file) }
    let others = [paths.products, paths.brief, paths.audience, paths.productEmbeddings, model]
    for path in others {
      parts += path.map { TableInput.files(of: $0).map(Self.digest) } ?? [""]
    }
    if let path = paths.creatorEmbeddings, let file = try? MappedFile(path: path) {
      parts += [Self.ends(of: file), Self.changeTime(path)]
    }
    return Self.digest(Array(parts.joined(separator: "\n").utf8))
  }

  private var path: TablePath { roster.path }

  private static let endLength = 1 << 20

  private static func ends(of file: MappedFile) -> String {
    let bytes = file.bytes
    let ends = [bytes.prefix(endLength), bytes.suffix(endLength)]
    return "\(bytes.count) "
      + ends.map { SHA256.hexadecimal(UnsafeBufferPointer(rebasing: $0)) }.joined(separator: " ")
  }

  /// Nanoseconds; nothing for standard input.
  private static func changeTime(_ path: String) -> String {
    var status = stat()
    guard path != MappedFile.standardInput, stat(path, &status) == 0 else { return "" }
    return "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// Of a file, and of which of its tables.
  private static func digest(_ path: String) -> String {
    let place = TablePath(path)
    let digest = (try? MappedFile(path: place.file)).map { SHA256.hexadecimal($0.bytes) } ?? ""
    return digest + (place.table.map { "#" + $0 } ?? "")
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { SHA256.hexadecimal($0) }
  }
}
