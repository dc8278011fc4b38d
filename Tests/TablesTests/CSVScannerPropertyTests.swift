import Tables
import Testing

/// The scanner, which looks at eight bytes at a time, against one that looks at each by itself.
@Suite struct CSVScannerPropertyTests {
  private struct Draws: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  /// Records of sound text, field by field: quotes only open a field as its first byte.
  private static func records(_ bytes: [UInt8], delimiter: UInt8) -> [[[UInt8]]] {
    var records: [[[UInt8]]] = []
    var record: [[UInt8]] = []
    var field: [UInt8] = []
    var (isQuoted, wasQuoted, hasAny) = (false, false, false)
    var index = 0
    func endField() {
      record.append(field)
      field = []
      wasQuoted = false
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != 34 {
          field.append(byte)
        } else if index < bytes.count && bytes[index] == 34 {
          field += [34, 34]
          index += 1
        } else {
          (isQuoted, wasQuoted) = (false, true)
        }
        continue
      }
      switch byte {
      case 34 where field.isEmpty && !wasQuoted: (isQuoted, hasAny) = (true, true)
      case delimiter:
        endField()
        hasAny = true
      case 10, 13:
        if byte == 13 && index < bytes.count && bytes[index] == 10 { index += 1 }
        if hasAny {
          endField()
          records.append(record)
        }
        (record, hasAny) = ([], false)
      default:
        if !wasQuoted { field.append(byte) }
        hasAny = true
      }
    }
    if hasAny {
      endField()
      records.append(record)
    }
    return records
  }

  @Test(arguments: UInt64(1)...40)
  func findsTheFieldsThatAByteByByteScannerFinds(seed: UInt64) {
    var draws = Draws(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
    let pieces: [[UInt8]] = [
      [44], [44], [59], [9], [10], [13], [13, 10], Array("a".utf8), Array("あいう".utf8), [32],
      Array("x\"y".utf8), Array("0123456789".utf8), [0x8A, 0x8D, 0xAC], [0], [0xFF],
    ]
    for _ in 0..<200 {
      let delimiter: UInt8 = [44, 59, 9][Int.random(in: 0..<3, using: &draws)]
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &draws) {
        let isAtStart = bytes.isEmpty || [10, 13, delimiter].contains(bytes[bytes.count - 1])
        if isAtStart && Int.random(in: 0..<4, using: &draws) == 0 {
          bytes += Array("\"q,;\r\n\"\"\tz\"".utf8) + [delimiter]
        } else {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &draws)]
        }
      }
      let found = bytes.withUnsafeBufferPointer { buffer in
        var scanner = CSVScanner(bytes: buffer, delimiter: delimiter)
        var records: [[[UInt8]]] = []
        while scanner.next() {
          records.append((0..<scanner.fieldCount).map { Array(scanner.rawBytes($0)) })
        }
        return records
      }
      #expect(found == Self.records(bytes, delimiter: delimiter), "seed \(seed): \(bytes)")
    }
  }
}
