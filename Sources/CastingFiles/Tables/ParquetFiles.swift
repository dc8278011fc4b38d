import Foundation
import Tables

/// A table in the form of Parquet, one file or several of a folder, which the program `duckdb` turns into
/// delimited text: every form then meets the same rules for cells.
struct ParquetFiles {
  /// As the user gave it.
  let path: String
  /// The file itself, or those of the folder in the order of their names.
  let files: [String]

  private static let program = "duckdb"

  /// The files of a folder; nil where none of them is Parquet.
  init?(folder path: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    // Other programs leave hidden files and such with an underline beside their own.
    let found = names.filter { name in
      name.lowercased().hasSuffix(".parquet") && !name.hasPrefix(".") && !name.hasPrefix("_")
    }
    guard !found.isEmpty else { return nil }
    self.path = path
    let folder = path.hasSuffix("/") ? path : path + "/"
    files = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder + $0 }
  }

  /// A file that begins as Parquet does.
  init(file path: String) {
    self.path = path
    files = [path]
  }

  /// The table as delimited text, in a file that goes with the object.
  func text() throws(InputIssue) -> MappedFile {
    let lists = try lists()
    let replaced = lists.map {
      let name = Self.quoted($0, with: "\"")
      return "array_to_string(CAST(\(name) AS VARCHAR[]), ';') AS \(name)"
    }
    let columns = lists.isEmpty ? "*" : "* REPLACE (\(replaced.joined(separator: ", ")))"
    let outcome = try run(
      "COPY (SELECT \(columns) FROM \(source)) TO '/dev/stdout' (FORMAT csv, HEADER)")
    do throws(FileProblem) {
      return try MappedFile(outcome.output, size: outcome.size, path: path)
    } catch {
      throw .unusable(error)
    }
  }

  /// Columns that hold lists of plain values, which a cell holds with `;` between them.
  private func lists() throws(InputIssue) -> [String] {
    let outcome = try run("DESCRIBE SELECT * FROM \(source)")
    guard let file = try? MappedFile(outcome.output, size: outcome.size, path: path) else {
      return []
    }
    var scanner = CSVScanner(bytes: file.bytes, delimiter: Delimiter.comma)
    guard scanner.next() else { return [] }
    let headers = (0..<scanner.fieldCount).map { scanner.text($0) }
    guard let name = headers.firstIndex(of: "column_name"),
      let type = headers.firstIndex(of: "column_type")
    else { return [] }
    var lists: [String] = []
    while scanner.next() {
      guard scanner.fieldCount == headers.count else { continue }
      let words = scanner.text(type)
      let isPlain = words.hasSuffix("[]") && !words.dropLast(2).contains { "[(".contains($0) }
      if isPlain { lists.append(scanner.text(name)) }
    }
    return lists
  }

  /// The files as SQL names them; columns are told apart by their names, as in every table.
  private var source: String {
    let paths = files.map { Self.quoted($0, with: "'") }.joined(separator: ", ")
    return "read_parquet([\(paths)], union_by_name = true, hive_partitioning = false)"
  }

  private static func quoted(_ text: String, with quote: String) -> String {
    quote + text.replacingOccurrences(of: quote, with: quote + quote) + quote
  }

  private func run(_ statement: String) throws(InputIssue) -> OutsideProgram.Outcome {
    let outcome: OutsideProgram.Outcome
    do throws(OutsideProgram.Problem) {
      // The user's own settings could change what is printed.
      outcome = try OutsideProgram.run(
        Self.program, ["-batch", "-init", "/dev/null", "-csv", "-c", statement])
    } catch {
      switch error {
      case .missing: throw .withoutConverter(path)
      case .file(let problem): throw .unusable(problem)
      }
    }
    guard outcome.status != 0 else { return outcome }
    let words = outcome.words.split(whereSeparator: \.isNewline).first
    throw .converterFailed(path, words: words.map(String.init) ?? "exit \(outcome.status)")
  }
}
