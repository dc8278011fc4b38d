import Casting
import CastingReports
import Foundation
import Testing

/// Looks over what commands say beside their results, which quotes what users write, in both
/// languages.
enum TalkCheck {
  /// Latin words that Japanese sentences may hold outside of quotation marks: names of formats and
  /// encodings, units, abbreviations that have no Japanese form.
  static let latinWords: Set<String> = [
    "CSV", "TSV", "JSON", "Lines", "Parquet", "OpenDocument", "Numbers", "MiB", "SQLite", "YAML",
    "Excel", "gzip", "npy", "UTF", "CP", "CP932",
    "Shift", "JIS", "NUL", "NULL", "NaN", "ID", "URL", "castplan", "float", "Mbit", "numpy", "save",
    "ja", "en",
  ]

  /// Japanese that English sentences may hold: amounts as people type them.
  static let japaneseAmounts = ["500万", "50万", "1.2万", "8万", "千円", "万円"]

  /// Every case that the source declares has a sample, and both languages say it well.
  ///
  /// - Parameters:
  ///   - file: name of the file that declares the enumeration.
  ///   - names: what may stand in any language: arguments of the samples that are names.
  ///   - say: the sentence of a sample.
  static func expectSaid<Fact>(
    _ type: Fact.Type, declaredIn file: String, _ samples: [Fact], names: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation, say: (Wording, Fact) -> String
  ) throws {
    let declared = try cases(of: "\(type)", in: file)
    #expect(!declared.isEmpty, "no case of \(type) in \(file)", sourceLocation: sourceLocation)
    let missing = declared.subtracting(samples.map(caseName))
    #expect(missing.isEmpty, "no samples of \(missing.sorted())", sourceLocation: sourceLocation)
    for sample in samples {
      let (english, japanese) = (say(.english, sample), say(.japanese, sample))
      expectEnglish(english, names: names, sourceLocation: sourceLocation)
      expectJapanese(japanese, names: names, sourceLocation: sourceLocation)
    }
  }

  static func expectEnglish(
    _ text: String, names: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectTidy(text, sourceLocation: sourceLocation)
    let rest = text.removing(names + japaneseAmounts)
    #expect(
      !rest.unicodeScalars.contains(where: isJapanese), "Japanese in English: \(text)",
      sourceLocation: sourceLocation)
  }

  static func expectJapanese(
    _ text: String, names: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectTidy(text, sourceLocation: sourceLocation)
    var rest = text
    // Quotations from the inside out, options, keys with underlines, paths behind them.
    for _ in 0..<3 { rest = rest.replacing(#/「[^「」]*」/#, with: "*") }
    rest = rest.replacing(#/--[a-z]+(-[a-z]+)*( [A-Z]+)?/#, with: "*")
      .replacing(#/[a-z]+(_[a-z]+)+/#, with: "*").removing(names + ["plan.json", "keep.plan"])
    let strangers = rest.matches(of: #/[A-Za-z]{2,}/#).map { String($0.output) }
      .filter { !latinWords.contains($0) }
    #expect(
      strangers.isEmpty, "\(strangers) in Japanese: \(text)", sourceLocation: sourceLocation)
    #expect(!text.contains("彼女"), "\(text)", sourceLocation: sourceLocation)
  }

  private static func expectTidy(_ text: String, sourceLocation: SourceLocation) {
    #expect(!text.isEmpty && !text.contains("  "), "\(text)", sourceLocation: sourceLocation)
    #expect(
      text == text.trimmingCharacters(in: .whitespaces), "\(text)", sourceLocation: sourceLocation)
    let slips = text.matches(of: #/\b(nil|nan|inf|Optional)\b|。。|、、|::|;;|\.\.|\s;/#)
    #expect(slips.isEmpty, "\(text)", sourceLocation: sourceLocation)
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  // MARK: Cases

  /// Name of the case of an enumeration's value.
  static func caseName(_ value: some Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  /// Names of the cases that an enumeration declares itself, not those of enumerations within it.
  ///
  /// - Parameter file: name of the file that declares it, wherever below `Sources` that is.
  static func cases(of name: String, in file: String) throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let found = files?.lazy.compactMap { $0 as? URL }.first { $0.lastPathComponent == file }
    let text = try String(contentsOf: try #require(found, "no \(file)"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.contains("enum \(name):") }) else { return [] }
    let indent = String(lines[start].prefix { $0 == " " })
    let body = lines[(start + 1)...].prefix { $0 != indent + "}" }
    var names: Set<String> = []
    for line in body where line.hasPrefix(indent + "  case ") {
      // Associated values and raw values leave the names.
      let list = line.dropFirst(indent.count + "  case ".count)
        .replacing(#/\([^()]*(\([^()]*\))?[^()]*\)?/#, with: "")
        .replacing(#/ = "[^"]*"/#, with: "")
      for part in list.split(separator: ",") {
        names.insert(part.trimmingCharacters(in: .whitespaces))
      }
    }
    return names.subtracting([""])
  }
}

extension String {
  fileprivate func removing(_ names: [String]) -> String {
    names.sorted { $0.count > $1.count }.filter { !$0.isEmpty }.reduce(self) {
      $0.replacingOccurrences(of: $1, with: "*")
    }
  }
}
