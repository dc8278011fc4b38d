/// Reads the central directory of a zip archive, with the 64-bit fields that large ones have
/// (PKWARE, APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3).
struct ZipDirectory {
  /// In the directory's order.
  private(set) var entries: [ZipEntry] = []

  private let source: LittleEndianBytes
  /// Where the directory lies in the file.
  private var range = 0..<0
  private var count = 0

  private static let malformed = WorkbookProblem.damaged(part: nil, .directory)
  private static let maximumEntries = 100_000

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookProblem) {
    source = LittleEndianBytes(bytes: bytes)
    guard let end = endRecord() else { throw Self.malformed }
    try readEndRecord(end)
    guard count <= Self.maximumEntries else { throw .tooManyEntries(count) }
    try readEntries()
    try placeData()
  }

  // MARK: End record

  /// The last record whose comment ends with the file.
  private func endRecord() -> Int? {
    let last = source.bytes.count - 22
    guard last >= 0 else { return nil }
    return (max(0, last - 65_535)...last).last { offset in
      source.bytes[offset] == 0x50 && source.word32(offset) == 0x0605_4B50
        && source.word16(offset + 20).map { offset + 22 + Int($0) == source.bytes.count } == true
    }
  }

  private mutating func readEndRecord(_ end: Int) throws(WorkbookProblem) {
    guard let disk = source.word16(end + 4), let first = source.word16(end + 6),
      let here = source.word16(end + 8), let all = source.word16(end + 10),
      let size = source.word32(end + 12), let offset = source.word32(end + 16)
    else { throw Self.malformed }
    if source.word32(end - 20) == 0x0706_4B50 {
      try readEndRecord64(locator: end - 20)
      return
    }
    // Archives over several disks are of another time.
    guard disk == 0, first == 0, here == all else { throw Self.malformed }
    try setRange(offset: Int(offset), size: Int(size), limit: end)
    count = Int(all)
  }

  private mutating func readEndRecord64(locator: Int) throws(WorkbookProblem) {
    guard let end = source.size64(locator + 8), end < locator,
      source.word32(end) == 0x0606_4B50, let disk = source.word32(end + 16),
      let first = source.word32(end + 20), let here = source.word64(end + 24),
      let all = source.size64(end + 32), let size = source.size64(end + 40),
      let offset = source.size64(end + 48),
      disk == 0, first == 0, here == all
    else { throw Self.malformed }
    try setRange(offset: offset, size: size, limit: end)
    count = all
  }

  private mutating func setRange(offset: Int, size: Int, limit: Int) throws(WorkbookProblem) {
    guard offset <= limit, size <= limit - offset else { throw Self.malformed }
    range = offset..<offset + size
  }

  // MARK: Entries

  private mutating func readEntries() throws(WorkbookProblem) {
    var offset = range.lowerBound
    entries.reserveCapacity(min(count, (range.count / 46) + 1))
    for _ in 0..<count {
      guard let (entry, end) = entry(at: offset), end <= range.upperBound else {
        throw Self.malformed
      }
      entries.append(entry)
      offset = end
    }
    guard offset == range.upperBound else { throw Self.malformed }
  }

  private func entry(at offset: Int) -> (ZipEntry, end: Int)? {
    guard source.word32(offset) == 0x0201_4B50, let flags = source.word16(offset + 8),
      let method = source.word16(offset + 10), let checksum = source.word32(offset + 16),
      let packed = source.word32(offset + 20), let size = source.word32(offset + 24),
      let nameLength = source.word16(offset + 28), let extraLength = source.word16(offset + 30),
      let commentLength = source.word16(offset + 32), let header = source.word32(offset + 42)
    else { return nil }
    let extra = offset + 46 + Int(nameLength)
    let comment = extra + Int(extraLength)
    let end = comment + Int(commentLength)
    guard end <= range.upperBound else { return nil }
    let name = source.bytes[offset + 46..<extra].map { $0 == 0x5C ? 0x2F : $0 }
    var wide = WideFields(source, extra: extra..<comment)
    guard let size = wide.value(size), let packed = wide.value(packed),
      let header = wide.value(header)
    else { return nil }
    let entry = ZipEntry(
      name: String(decoding: name, as: UTF8.self), method: method, isEncrypted: flags & 1 == 1,
      checksum: checksum, packedSize: packed, size: size, headerOffset: header)
    return (entry, end)
  }

  /// Finds the packed bytes of every entry behind its own header.
  private mutating func placeData() throws(WorkbookProblem) {
    for index in entries.indices {
      let header = entries[index].headerOffset
      guard header < range.lowerBound, source.word32(header) == 0x0403_4B50,
        let name = source.word16(header + 26), let extra = source.word16(header + 28)
      else { throw Self.malformed }
      let start = header + 30 + Int(name) + Int(extra)
      guard start <= range.lowerBound,
        entries[index].packedSize <= range.lowerBound - start
      else { throw Self.malformed }
      entries[index].data = start..<start + entries[index].packedSize
    }
  }

  /// The 64-bit values that stand in place of fields with all bits set, in the order of the fields.
  private struct WideFields {
    private let source: LittleEndianBytes
    private var next = 0
    private var end = 0

    init(_ source: LittleEndianBytes, extra: Range<Int>) {
      self.source = source
      var offset = extra.lowerBound
      while offset + 4 <= extra.upperBound, let kind = source.word16(offset),
        let length = source.word16(offset + 2)
      {
        let stop = offset + 4 + Int(length)
        guard stop <= extra.upperBound else { return }
        if kind == 1 {
          (next, end) = (offset + 4, stop)
          return
        }
        offset = stop
      }
    }

    mutating func value(_ short: UInt32) -> Int? {
      guard short == .max else { return Int(short) }
      guard next + 8 <= end else { return nil }
      defer { next += 8 }
      return source.size64(next)
    }
  }
}
