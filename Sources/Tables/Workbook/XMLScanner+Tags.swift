#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension XMLScanner {
  /// What a tag is; no token for what is skipped.
  struct Tag {
    var token: Token?
  }

  /// Nil where the tag does not end within the bytes held.
  mutating func readTag() throws(WorkbookProblem) -> Tag? {
    guard position + 1 < count else { return nil }
    switch base[position + 1] {
    case UInt8(ascii: "/"): return try readEndTag()
    case UInt8(ascii: "?"): return try skipInstruction()
    case UInt8(ascii: "!"): return try readMarkup()
    default: return try readStartTag()
    }
  }

  private mutating func readEndTag() throws(WorkbookProblem) -> Tag? {
    let start = base + position
    guard let end = memchr(start, Int32(UInt8(ascii: ">")), count - position) else { return nil }
    guard depth > 0 else { throw damage(.malformed) }
    depth -= 1
    position += end.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(start) + 1
    return Tag(token: .end)
  }

  private mutating func readStartTag() throws(WorkbookProblem) -> Tag? {
    var index = position + 1
    var local = index
    while index < count, base[index] > .space, base[index] != UInt8(ascii: ">"),
      base[index] != UInt8(ascii: "/")
    {
      if base[index] == UInt8(ascii: ":") { local = index + 1 }
      index += 1
    }
    let nameEnd = index
    while index < count, base[index] != UInt8(ascii: ">") {
      let byte = base[index]
      index += 1
      if byte == .quote || byte == UInt8(ascii: "'") {
        while index < count, base[index] != byte { index += 1 }
        index += 1
      } else if byte == UInt8(ascii: "<") {
        throw damage(.malformed)
      }
    }
    guard index < count else { return nil }
    guard local < nameEnd, depth > 0 || !hasRoot else { throw damage(.malformed) }
    hasRoot = true
    closesNext = base[index - 1] == UInt8(ascii: "/")
    name = local..<nameEnd
    attributes = nameEnd..<(closesNext ? index - 1 : index)
    depth += 1
    position = index + 1
    return Tag(token: .start)
  }

  private mutating func skipInstruction() throws(WorkbookProblem) -> Tag? {
    guard let end = find("?>", from: position + 2) else { return nil }
    if starts(with: "<?xml", at: position), base[position + 5] <= .space {
      attributes = position + 5..<end
      if let name = value(of: "encoding"), !["utf-8", "us-ascii"].contains(name.lowercased()) {
        throw .foreignEncoding(part: part, name: name)
      }
    }
    position = end + 2
    return Tag(token: nil)
  }

  /// A comment, a CDATA section or a document type.
  private mutating func readMarkup() throws(WorkbookProblem) -> Tag? {
    if starts(with: "<!--", at: position) {
      guard let end = find("-->", from: position + 4) else { return nil }
      position = end + 3
      return Tag(token: nil)
    }
    if starts(with: "<![CDATA[", at: position) {
      guard depth > 0 else { throw damage(.malformed) }
      guard let end = find("]]>", from: position + 9) else { return nil }
      text = position + 9..<end
      isLiteral = true
      position = end + 3
      return Tag(token: .text)
    }
    if starts(with: "<!DOCTYPE", at: position) { throw .documentType(part: part) }
    guard count - position < 9 else { throw damage(.malformed) }
    return nil
  }

  func starts(with word: StaticString, at offset: Int) -> Bool {
    count - offset >= word.utf8CodeUnitCount
      && memcmp(base + offset, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  private func find(_ word: StaticString, from offset: Int) -> Int? {
    var offset = offset
    while offset < count,
      let found = memchr(base + offset, Int32(word.utf8Start[0]), count - offset)
    {
      offset = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(base)
      if starts(with: word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }
}
