import Foundation
import GRDB
import Glibc

/// The forms in which one and the same table can lie on a disk.
package enum TableForm: String, CaseIterable, Sendable {
  case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndian, cp932
  case tabs, semicolons, carriageReturns, lineFeeds, jsonLines, jsonList, gzip, gzippedCP932,
    gzippedJSONLines
  case jsonIndented, jsonWrapper, jsonMap, jsonObjects, gzippedJSONMap, separatorLine
  case sqlite

  /// Whether it is JSON of any layout.
  package var isJSON: Bool { rawValue.lowercased().contains("json") }

  /// What a file of the form is usually called.
  package var fileName: String {
    switch self {
    case .tabs: "\(rawValue).tsv"
    case .jsonLines: "\(rawValue).jsonl"
    case .jsonList, .jsonIndented, .jsonWrapper, .jsonMap, .jsonObjects: "\(rawValue).json"
    case .gzippedJSONMap: "\(rawValue).json.gz"
    case .gzip, .gzippedCP932: "\(rawValue).csv.gz"
    case .gzippedJSONLines: "\(rawValue).jsonl.gz"
    case .sqlite: "\(rawValue).sqlite"
    default: "\(rawValue).csv"
    }
  }

  /// Writes the rows, headers first, to a file in a folder; returns its path.
  package func write(_ rows: [[String]], in folder: String) throws -> String {
    let path = folder.hasSuffix("/") ? folder + fileName : folder + "/" + fileName
    if self == .sqlite {
      try Self.writeDatabase(rows, to: path)
    } else {
      try Data(bytes(rows)).write(to: URL(filePath: path))
    }
    return path
  }

  /// The bytes of a file of the form; a database has to be written instead.
  package func bytes(_ rows: [[String]]) -> [UInt8] {
    let plain = Self.delimited(rows, ",", "\r\n")
    return switch self {
    case .utf8, .sqlite: Array(plain.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(plain.utf8)
    case .utf16LittleEndian:
      [0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      [0xFE, 0xFF] + plain.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .cp932: Self.converted(plain, to: "CP932")
    case .tabs: Array(Self.delimited(rows, "\t", "\n").utf8)
    case .semicolons: Array(Self.delimited(rows, ";", "\n").utf8)
    case .carriageReturns: Array(Self.delimited(rows, ",", "\r").utf8)
    case .lineFeeds: Array(Self.delimited(rows, ",", "\n").utf8)
    case .jsonLines: Array(Self.objects(rows).utf8)
    case .jsonList: Array(Self.list(rows).utf8)
    case .jsonIndented: Array(Self.indented(rows).utf8)
    case .jsonWrapper: Array(Self.wrapped(rows).utf8)
    case .jsonMap: Array(Self.map(rows).utf8)
    case .gzippedJSONMap: Self.stored(Array(Self.map(rows).utf8))
    case .jsonObjects:
      Array(Self.objects(rows, separator: ",\r\n  ").replacing("{\"", with: "{\r\n  \"").utf8)
    case .separatorLine: Array(("sep=;\r\n" + Self.delimited(rows, ";", "\r\n")).utf8)
    case .gzip: Self.stored(Array(plain.utf8))
    case .gzippedCP932: Self.stored(Self.converted(plain, to: "CP932"))
    case .gzippedJSONLines: Self.stored(Array(Self.objects(rows).utf8))
    }
  }

  /// The bytes of the same form without its envelope.
  package func unpacked(_ rows: [[String]]) -> [UInt8] {
    switch self {
    case .gzip: Self.utf8.bytes(rows)
    case .gzippedCP932: Self.cp932.bytes(rows)
    case .gzippedJSONLines: Self.jsonLines.bytes(rows)
    case .gzippedJSONMap: Self.jsonMap.bytes(rows)
    default: bytes(rows)
    }
  }

  private static func delimited(
    _ rows: [[String]], _ delimiter: Character, _ lineEnd: String
  ) -> String {
    rows.map { row in
      row.map { cell in
        let isPlain = !cell.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
        return isPlain ? cell : "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
      }.joined(separator: String(delimiter)) + lineEnd
    }.joined()
  }

  /// Objects whose keys come in two orders, and lack what is empty in every third.
  private static func objects(_ rows: [[String]], separator: String = ", ") -> String {
    rows.dropFirst().enumerated().map { number, row in
      "{\(members(rows[0], row, number).joined(separator: separator))}\n"
    }.joined()
  }

  private static func members(_ headers: [String], _ row: [String], _ number: Int) -> [String] {
    var members = zip(headers, row).map { "\(quoted($0)): \(quoted($1))" }
    if number % 3 == 2 { members.removeAll { $0.hasSuffix(": \"\"") } }
    if number % 2 == 1 { members.reverse() }
    return members
  }

  /// One list, a value a line, as programs write it for people.
  private static func indented(_ rows: [[String]]) -> String {
    let objects = rows.dropFirst().enumerated().map { number, row in
      let members = members(rows[0], row, number).map { "    " + $0 }
      return "  {\n\(members.joined(separator: ",\n"))\n  }"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  /// The list among other things that a server says.
  private static func wrapped(_ rows: [[String]]) -> String {
    "{\"status\": \"ok\", \"page\": {\"next\": null, \"of\": [1, 2]},\n\"creators\": "
      + list(rows).trimmingCharacters(in: .newlines) + ",\n\"warnings\": []}\n"
  }

  /// Objects by their first column, which every other of them holds as well.
  private static func map(_ rows: [[String]]) -> String {
    let objects = rows.dropFirst().enumerated().map { number, row in
      let start = number % 2 == 0 ? 0 : 1
      let members = members(Array(rows[0][start...]), Array(row[start...]), number)
      return "\(quoted(row[0])): {\(members.joined(separator: ", "))}"
    }
    return "{" + objects.joined(separator: ",\n ") + "}\n"
  }

  /// One list, some objects of it over several lines, some on one.
  private static func list(_ rows: [[String]]) -> String {
    let objects = objects(rows).split(separator: "\n").enumerated().map { number, object in
      number % 2 == 0 ? String(object).replacing("{\"", with: "{\n  \"") : String(object)
    }
    return "[\n" + objects.joined(separator: ", ") + "\n]\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The text in another encoding; a character that it lacks ends the program.
  package static func converted(_ text: String, to encoding: String) -> [UInt8] {
    let descriptor = iconv_open(encoding, "UTF-8")
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    let room = output.count
    var left = input.count
    var roomLeft = room
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress
        var target = output.baseAddress
        let result = iconv(descriptor, &source, &left, &target, &roomLeft)
        precondition(result != -1, "not all of the text is \(encoding)")
      }
    }
    return output[..<(room - roomLeft)].map { UInt8(bitPattern: $0) }
  }

  /// A gzip file of one member whose blocks are stored as they are (RFC 1951, 1952).
  package static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
      let end = min(bytes.count, start + 65_535)
      let length = UInt16(end - start)
      file.append(end == bytes.count ? 1 : 0)
      for half in [length, ~length] { file += [UInt8(half & 255), UInt8(half >> 8)] }
      file += bytes[start..<end]
      start = end
    } while start < bytes.count
    for word in [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in [0, 8, 16, 24] { file.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    return file
  }

  /// CRC-32 of RFC 1952.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = ~0
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? (remainder >> 1) ^ 0xEDB8_8320 : remainder >> 1
      }
    }
    return ~remainder
  }

  private static func writeDatabase(_ rows: [[String]], to path: String) throws {
    let database = try DatabaseQueue(path: path)
    let columns = rows[0].map { "\"\($0)\"" }.joined(separator: ", ")
    let places = rows[0].map { _ in "?" }.joined(separator: ", ")
    try database.write { database in
      try database.execute(sql: "CREATE TABLE creators (\(columns))")
      for row in rows.dropFirst() {
        try database.execute(
          sql: "INSERT INTO creators VALUES (\(places))", arguments: StatementArguments(row))
      }
    }
    try database.close()
  }
}
