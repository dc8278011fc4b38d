/// A zip archive whose parts can be read, after everything that makes archives dangerous is ruled out.
struct ZipArchive: Sendable {
  let file: MappedFile
  /// In the directory's order.
  let entries: [ZipEntry]
  /// Position of each entry by its name in small letters: part names do not differ by case (ECMA-376 part 2).
  private let positions: [String: Int]

  private static let largestUnpacked = 4 << 30
  private static let largestRatio = 200
  /// Below it, no ratio is too much.
  private static let harmlessSize = 64 << 20

  init(_ file: MappedFile) throws(WorkbookProblem) {
    self.file = file
    entries = try ZipDirectory(file.bytes).entries
    try Self.refuseOverlaps(entries)
    try Self.refuseBombs(entries)
    var positions: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      guard positions.updateValue(position, forKey: entry.name.lowercased()) == nil else {
        throw .damaged(part: entry.name, .repeatedPart)
      }
    }
    self.positions = positions
  }

  /// Nil where there is no such part.
  func entry(_ name: String) -> ZipEntry? {
    positions[name.lowercased()].map { entries[$0] }
  }

  /// A reader of a part's unpacked bytes, from its beginning.
  func reader(_ name: String) throws(WorkbookProblem) -> ZipEntryReader {
    guard let entry = entry(name) else { throw .damaged(part: name, .missingPart) }
    return try ZipEntryReader(entry, in: file)
  }

  private static func refuseOverlaps(_ entries: [ZipEntry]) throws(WorkbookProblem) {
    let ordered = entries.sorted { ($0.headerOffset, $0.name) < ($1.headerOffset, $1.name) }
    for (first, second) in zip(ordered, ordered.dropFirst())
    where first.data.upperBound > second.headerOffset {
      throw .overlappingEntries(first.name, second.name)
    }
  }

  private static func refuseBombs(_ entries: [ZipEntry]) throws(WorkbookProblem) {
    var (unpacked, packed) = (0, 0)
    for entry in entries {
      // What is stored as it is cannot be larger than it is.
      let size = min(entry.size, largestUnpacked + 1)
      unpacked += size
      packed += entry.packedSize
    }
    let isBomb = unpacked > harmlessSize && unpacked / largestRatio > packed
    if unpacked > largestUnpacked || isBomb {
      throw .tooLarge(unpacked: unpacked, packed: packed)
    }
  }
}
