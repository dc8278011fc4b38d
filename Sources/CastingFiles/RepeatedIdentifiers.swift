import Tables

/// Finds identifiers that stand in a table twice, in bounded memory: hashes are sorted in runs, runs
/// are kept in a temporary file and merged.
struct RepeatedIdentifiers {
  private struct Entry {
    var hash: UInt64
    var line: UInt64

    static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
      left.hash != right.hash ? left.hash < right.hash : left.line < right.line
    }
  }

  /// The pages of the merge that are held in memory stay few.
  private static let stepsBetweenReleases = 1 << 18

  /// Entries held in memory: 16 bytes each.
  private let runLength: Int
  private var entries: [Entry] = []
  private var file: TemporaryFile?
  /// Entries of each run in the file.
  private var runs: [Int] = []

  init(runLength: Int = 1 << 20) { self.runLength = runLength }

  mutating func add(hashes: [UInt64], lines: [UInt32]) throws(FileProblem) {
    for (hash, line) in zip(hashes, lines) {
      entries.append(Entry(hash: hash, line: UInt64(line)))
      if entries.count == runLength { try spill() }
    }
  }

  /// Hashes that were added more than once.
  mutating func repeated() throws(FileProblem) -> Set<UInt64> {
    guard file != nil else {
      entries.sort(by: Entry.isBefore)
      return Self.neighbours(entries.count) { entries[$0].hash }
    }
    try spill()
    return try merge()
  }

  private static func neighbours(_ count: Int, _ hash: (Int) -> UInt64) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for place in 1..<max(1, count) where hash(place) == hash(place - 1) {
      found.insert(hash(place))
    }
    return found
  }

  private mutating func spill() throws(FileProblem) {
    guard !entries.isEmpty else { return }
    if file == nil { file = try TemporaryFile() }
    entries.sort(by: Entry.isBefore)
    var failure: FileProblem?
    entries.withUnsafeBytes { bytes in
      do throws(FileProblem) { try file?.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    runs.append(entries.count)
    entries.removeAll(keepingCapacity: true)
  }

  /// Steps through all runs at once, always at the smallest hash.
  private func merge() throws(FileProblem) -> Set<UInt64> {
    guard let file else { return [] }
    let mapped = try MappedFile(descriptor: file.descriptor, path: "temporary file")
    return mapped.bytes.withMemoryRebound(to: Entry.self) { all in
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
          if least.map({ all[heads[place].next].hash < all[heads[$0].next].hash }) ?? true {
            least = place
          }
        }
        guard let least else { return found }
        let hash = all[heads[least].next].hash
        if hash == last { found.insert(hash) }
        last = hash
        heads[least].next += 1
      }
    }
  }
}
