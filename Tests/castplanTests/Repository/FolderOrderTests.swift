import Foundation
import Testing

/// Within a target, no file names a type that is declared in a later folder.
@Suite struct FolderOrderTests {
  /// Folders of each target that has any, those first that know nothing of the others. A folder inside another is
  /// listed where it differs from it. `.` is what stands in no folder; where it is missing, it is not looked at.
  static let order: [String: [String]] = [
    "Tables": ["Bytes", "Text", "CSV", "JSON", "Numbers", "SQLite", "NPY", "Workbook", "."],
    "Allocation": [
      "Problem", "Presolve", "Pricing", "Relaxation", "Heuristics", "Tree", "Linear",
      "Decomposition", "Solver",
    ],
    "Casting": ["Domain", "Affinity", "Response", "Deals", "Scoring"],
    "CastingSynthetic": [".", "Quirks"],
    "CastingPlanning": [
      "Rules", "Problem", "Rules/Clash", "Reasons", "Outcomes", "Fees", "Plan",
      "WhatIf", "LongRoster", "Baselines", "Study", "Audit", "Questions/Explain",
      "Questions/Compare", ".",
    ],
    "CastingFiles": [
      "Issues", "Columns", "Survey", "Tables", "Schemas", "Workbooks", "Brief", "Campaign",
      "Interview", "Scenario", "RosterStore",
      "Streaming",
    ],
    "CastingReports": [
      "Text", "Report", "Sheets", "Storage", "Input", "Plan", "Score", "Talk", "Wording",
      "Content", "Template", "Writers",
    ],
    "castplan": ["Console", "Options", "Runs", "Subcommands"],
  ]

  /// What breaks the order, as `target/file names type`, and why it does.
  static let exceptions: [String: String] = [
    "CastingPlanning/Reasons/LeftOutInquiry.swift names FeeThreshold":
      "who is left out is told the fee that would bring her in, and a fee is asked of her best choice",
    "CastingPlanning/Plan/Plan.swift names BudgetAnswer": "a plan holds how its budget was found",
    "CastingPlanning/Plan/BudgetFinding.swift names BudgetAnswer":
      "the same, as it is told",
    "CastingPlanning/Plan/PlanAssembly.swift names OtherCreators":
      "a plan lists those of a long roster that were not looked at closely",
    "CastingPlanning/Plan/RuleReports.swift names OtherCreators":
      "prices of rules count what those would do",
    "CastingPlanning/Plan/PlanAssembly.swift names Baselines":
      "a plan holds what simple ways of casting come to, which are plans themselves",
    "castplan/Runs/ScoreRun.swift names Score": "a run is made of the subcommand's options",
    "castplan/Runs/ScoreOutput.swift names Score": "and so is where its result goes",
  ]

  @Test func everyFolderIsListed() throws {
    for target in try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path())
    {
      for file in Self.files(of: target) {
        let folder = Self.folder(of: file, in: Self.order[target] ?? ["."])
        #expect(
          folder != nil || !file.path.contains("/"), "\(target)/\(file.path) is in no known folder")
      }
    }
  }

  @Test func namesNothingOfLaterFolders() throws {
    var found: Set<String> = []
    for (target, order) in Self.order {
      found.formUnion(try Self.upwardNames(target, order))
    }
    for line in found.subtracting(Self.exceptions.keys).sorted() { Issue.record("\(line)") }
    for line in Set(Self.exceptions.keys).subtracting(found).sorted() {
      Issue.record("no longer an exception: \(line)")
    }
  }

  @Test func declarationsAndNamesAreFound() {
    let text = """
      public struct Outer: Sendable {  // not Hidden
        enum Inner {}
        let first: Second<Third>
      }
      private final class Own {}
      """
    #expect(Self.declared(in: text, topLevelOnly: true) == ["Outer"])
    #expect(Self.declared(in: text, topLevelOnly: false) == ["Outer", "Inner", "Own"])
    #expect(
      Self.names(in: text) == ["Outer", "Sendable", "Inner", "Second", "Third", "Own"])
  }

  // MARK: Looking

  private struct SourceFile {
    /// Below the target.
    var path: String
    var url: URL
  }

  private static func files(of target: String) -> [SourceFile] {
    let root = Repository.root.appending(path: "Sources/\(target)").path() + "/"
    return Repository.swiftFiles(below: "Sources/\(target)").map { url in
      SourceFile(path: String(url.path().dropFirst(root.count)), url: url)
    }
  }

  /// Place in the order of the innermost folder listed that the file is in; nil where none is.
  private static func folder(of file: SourceFile, in order: [String]) -> Int? {
    guard file.path.contains("/") else { return order.firstIndex(of: ".") }
    let places = order.indices.filter { file.path.hasPrefix(order[$0] + "/") }
    return places.max { order[$0].count < order[$1].count }
  }

  private static func upwardNames(_ target: String, _ order: [String]) throws -> [String] {
    let files = try files(of: target).compactMap { file in
      try folder(of: file, in: order).map {
        (file.path, place: $0, text: try String(contentsOf: file.url, encoding: .utf8))
      }
    }
    var home: [String: Int] = [:]
    for file in files {
      for type in declared(in: file.text, topLevelOnly: true) { home[type] = file.place }
    }
    return files.flatMap { path, place, text in
      let own = declared(in: text, topLevelOnly: false)
      return names(in: text).subtracting(own).filter { home[$0].map { $0 > place } ?? false }
        .map { "\(target)/\(path) names \($0)" }
    }
  }

  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]
  private static let hidden: Set<String> = ["private", "fileprivate"]

  /// Types that a text declares; at the top, those alone that other files see.
  private static func declared(in text: String, topLevelOnly: Bool) -> Set<String> {
    var types: Set<String> = []
    for line in text.split(separator: "\n") where !topLevelOnly || line.first != " " {
      let words = Self.words(of: line)
      guard let place = words.firstIndex(where: kinds.contains), place + 1 < words.count,
        !topLevelOnly || hidden.isDisjoint(with: words[..<place])
      else { continue }
      if words[place + 1].first?.isUppercase == true { types.insert(words[place + 1]) }
    }
    return types
  }

  /// Words of the code that begin with a capital.
  private static func names(in text: String) -> Set<String> {
    var names: Set<String> = []
    for line in text.split(separator: "\n") {
      names.formUnion(words(of: line).filter { $0.first?.isUppercase == true })
    }
    return names
  }

  /// Words of a line before its comment.
  private static func words(of line: Substring) -> [String] {
    let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    return code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}
