import Tables

/// Finds identifiers that stand in a table twice, in bounded memory: hashes are sorted in runs, runs
/// are kept in a temporary file and merged.
package struct RepeatedIdentifiers {
  /// Hashes held in memory, 8 bytes each.
  private let runLength: Int
  private var hashes: [UInt64] = []
  private var file: TemporaryFile?
  /// Hashes of each run in the file.
  private var runs: [Int] = []

  package init(runLength: Int = 1 << 20) { self.runLength = runLength }

  package mutating func add(_ hashes: [UInt64]) throws(FileProblem) {
    for hash in hashes {
      self.hashes.append(hash)
      if self.hashes.count == runLength { try spill() }
    }
  }

  /// Hashes that were added more than once.
  package mutating func repeated() throws(FileProblem) -> Set<UInt64> {
    if file != nil {
      try spill()
      return try merge()
    }
    hashes.sort()
    var found: Set<UInt64> = []
    for place in 1..<max(1, hashes.count) where hashes[place] == hashes[place - 1] {
      found.insert(hashes[place])
    }
    return found
  }

  private mutating func spill() throws(FileProblem) {
    guard !hashes.isEmpty else { return }
    if file == nil { file = try TemporaryFile() }
    hashes.sort()
    var failure: FileProblem?
    hashes.withUnsafeBytes { bytes in
      do throws(FileProblem) { try file?.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    runs.append(hashes.count)
    hashes.removeAll(keepingCapacity: true)
  }

  /// Steps through all runs at once, always at the smallest hash.
  private func merge() throws(FileProblem) -> Set<UInt64> {
    guard let file else { return [] }
    let reader = try file.reader()
    var heads: [SortedRun] = []
    var start = 0
    for run in runs {
      heads.append(SortedRun(file: reader, hashes: start..<start + run))
      start += run
    }
    var found: Set<UInt64> = []
    var last: UInt64?
    while true {
      var least: (place: Int, hash: UInt64)?
      for place in heads.indices {
        guard let hash = try heads[place].first else { continue }
        if least.map({ hash < $0.hash }) ?? true { least = (place, hash) }
      }
      guard let least else { return found }
      if least.hash == last { found.insert(least.hash) }
      last = least.hash
      heads[least.place].removeFirst()
    }
  }
}

/// A run in the file, of which a few hashes at a time are in memory.
private struct SortedRun {
  private static let hashesPerRead = 1 << 13

  let file: RandomAccessFile
  /// Those that were not read yet, by their places in the file.
  var hashes: Range<Int>
  private var block: [UInt64] = []
  private var next = 0

  init(file: RandomAccessFile, hashes: Range<Int>) {
    self.file = file
    self.hashes = hashes
  }

  /// The smallest that is left; nil at the end.
  var first: UInt64? {
    mutating get throws(FileProblem) {
      if next == block.count {
        let read = hashes.prefix(Self.hashesPerRead)
        guard !read.isEmpty else { return nil }
        let size = MemoryLayout<UInt64>.size
        let bytes = try file.bytes(read.lowerBound * size..<read.upperBound * size)
        block = bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
        hashes = read.upperBound..<hashes.upperBound
        next = 0
      }
      return block[next]
    }
  }

  mutating func removeFirst() { next += 1 }
}
