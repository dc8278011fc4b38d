import Tables

/// Finds identifiers that stand in a table twice, in bounded memory: hashes are sorted in runs, runs
/// are kept in a temporary file and merged.
package struct RepeatedIdentifiers {
  /// The pages of the merge that are held in memory stay few.
  private static let stepsBetweenReleases = 1 << 18

  /// Hashes held in memory, 8 bytes each.
  private let runLength: Int
  private var hashes: [UInt64] = []
  private var file: TemporaryFile?
  /// Hashes of each run in the file.
  private var runs: [Int] = []

  package init(runLength: Int = 1 << 21) { self.runLength = runLength }

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
    let mapped = try MappedFile(descriptor: file.descriptor, path: "temporary file")
    return mapped.bytes.withMemoryRebound(to: UInt64.self) { all in
      var heads: [(next: Int, end: Int)] = []
      var start = 0
      for run in runs {
        heads.append((start, start + run))
        start += run
      }
      var found: Set<UInt64> = []
      var last: UInt64?
      var steps = 0
      while true {
        steps += 1
        if steps % Self.stepsBetweenReleases == 0 { mapped.release(0..<mapped.bytes.count) }
        var least: Int?
        for place in heads.indices where heads[place].next < heads[place].end {
          if least.map({ all[heads[place].next] < all[heads[$0].next] }) ?? true { least = place }
        }
        guard let least else { return found }
        let hash = all[heads[least].next]
        if hash == last { found.insert(hash) }
        last = hash
        heads[least].next += 1
      }
    }
  }
}
