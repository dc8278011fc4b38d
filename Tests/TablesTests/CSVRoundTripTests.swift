import Tables
import Testing

/// Tables of random texts, made of the characters that quoting is about.
struct RandomTables {
  var generator: SplitMix

  mutating func table() -> [[String]] {
    let width = Int.random(in: 1...5, using: &generator)
    return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      (0..<width).map { _ in field() }
    }
  }

  private mutating func field() -> String {
    let alphabet: [Character] = ["a", "\"", ",", "\n", "\r\n", ";", "名", "\t", " ", "7", "\r"]
    let length = Int.random(in: 0...6, using: &generator)
    let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator)! })
    // Readers drop blanks at either end, so a field that has them cannot come back.
    return String(decoding: text.utf8.trimmed, as: UTF8.self)
  }
}

/// A generator with a seed that a failure can print.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension String.UTF8View {
  var trimmed: Substring.UTF8View.SubSequence {
    let blanks: Set<UInt8> = [9, 10, 13, 32]
    let head = drop { blanks.contains($0) }
    return head.prefix(
      (head.lastIndex { !blanks.contains($0) }).map {
        head.distance(from: head.startIndex, to: $0) + 1
      } ?? 0)
  }
}

func written(_ table: [[String]]) -> [UInt8] {
  var writer = CSVWriter()
  for row in table {
    for field in row { writer.append(field) }
    writer.endRow()
  }
  return writer.bytes
}

@Suite struct CSVRoundTripTests {
  @Test func whatIsWrittenIsRead() {
    for seed in 0..<2000 as Range<UInt64> {
      var tables = RandomTables(generator: SplitMix(state: seed))
      let table = tables.table()
      let text = String(decoding: written(table), as: UTF8.self)
      #expect(records(of: text) == table, "seed \(seed)")
    }
  }

  /// Runs of any length, read one by one, give the records of the whole file, or end elsewhere
  /// than planned: the reader's sign that the rest must be read in one go.
  @Test func runsCoverTheFileInRecords() {
    for seed in 0..<500 as Range<UInt64> {
      var tables = RandomTables(generator: SplitMix(state: seed))
      let bytes = written(tables.table() + tables.table())
      bytes.withUnsafeBufferPointer { buffer in
        let whole = scan(buffer, 0..<buffer.count)
        for length in [1, 7, 20, 1000] {
          var found: [[String]] = []
          var line = 0
          for run in CSVRuns(buffer, range: 0..<buffer.count, length: length).ranges {
            let part = scan(buffer, run)
            #expect(part.end == run.upperBound, "seed \(seed), length \(length)")
            found += part.records
            line += part.lines
          }
          #expect(found == whole.records, "seed \(seed), length \(length)")
          #expect(line == whole.lines, "seed \(seed), length \(length)")
        }
      }
    }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (records: [[String]], end: Int, lines: Int) {
    var scanner = CSVScanner(bytes: bytes, delimiter: 0x2C, range: range)
    var records: [[String]] = []
    while scanner.next() { records.append((0..<scanner.fieldCount).map { scanner.text($0) }) }
    return (records, scanner.position, scanner.nextLine - 1)
  }

  @Test func aStrayQuoteShowsInTheEndOfARun() {
    // The quote after 5 is text, but the count of quotes takes it for an opening one: the first
    // run is planned to end in the middle of the quoted field of the third line.
    let bytes = Array("id,size\n1,5\" x\n2,\"a\nb\"\n3,c\n".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let run = CSVRuns(buffer, range: 0..<buffer.count, length: 14).ranges[0]
      #expect(scan(buffer, run).end != run.upperBound)
    }
  }

  @Test func numbersAreShortestAndComeBack() {
    #expect(CSVWriter.shortest(34000) == "34000")
    #expect(CSVWriter.shortest(0.1) == "0.1")
    #expect(CSVWriter.shortest(-2.5) == "-2.5")
    #expect(CSVWriter.shortest(.nan) == "")
    #expect(CSVWriter.shortest(.infinity) == "inf")
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(CSVWriter.shortest(number)) == number, "\(number) from seed 7")
    }
  }

  @Test func writesWhatTheStandardSays() {
    var writer = CSVWriter()
    writer.append("a")
    writer.append("b,c")
    writer.append("d\"e")
    writer.append(1.5)
    writer.append(3)
    writer.endRow()
    writer.append("")
    writer.endRow()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",1.5,3\r\n\"\"\r\n")
  }
}
