import Foundation
import Testing

/// Nothing imports upwards, and the engines have not heard of what they are used for.
@Suite struct LayeringTests {
  /// What each target may import of ours and of others, beside the system.
  static let allowed: [String: Set<String>] = [
    "LinearAlgebra": ["COpenBLAS", "CVectorKernels"],
    "Tables": ["CCrypto", "CZlib", "GRDB"],
    "Allocation": ["LinearAlgebra", "HeapModule"],
    "AllocationAudit": ["Allocation"],
    "Casting": ["LinearAlgebra", "HeapModule"],
    "CastingReview": ["Casting"],
    "CastingSynthetic": ["Casting", "LinearAlgebra"],
    "CastingPlanning": [
      "Casting", "Allocation", "AllocationAudit", "LinearAlgebra", "HeapModule",
    ],
    "CastingFiles": [
      "Casting", "CastingPlanning", "CastingReview", "LinearAlgebra", "Tables", "Yams",
    ],
    "CastingReports": [
      "Casting", "CastingPlanning", "CastingReview", "CastingFiles", "Tables", "CXLSXWriter",
    ],
    "castplan": [
      "Casting", "CastingPlanning", "CastingSynthetic", "CastingFiles", "CastingReports", "Tables",
      "ArgumentParser",
    ],
  ]

  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch",
  ]

  /// Words of the domain, as whole words or as parts of camel-case names. `product` is missing
  /// (matrix product); so is `cell` (of a table).
  static let domainWords = [
    "influencer", "creator", "follower", "campaign", "brief", "audience", "yen", "jpy", "roster",
    "brand", "agency", "commission", "budget", "commerce", "engagement", "livestream", "viewer",
    "niche", "affinity", "casting", "sponsor", "promotion",
  ]

  @Test func everyFolderOfSourcesIsKnown() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path())
    #expect(
      Set(folders)
        == Set(Self.allowed.keys).union([
          "CCrypto", "COpenBLAS", "CVectorKernels", "CXLSXWriter", "CZlib",
        ]))
  }

  @Test(arguments: allowed.keys.sorted())
  func importsNothingAbove(target: String) throws {
    let files = Repository.swiftFiles(below: "Sources/\(target)")
    #expect(!files.isEmpty)
    let permitted = Self.system.union(Self.allowed[target] ?? [])
    for file in files {
      for module in try Self.imports(of: file) where !permitted.contains(module) {
        Issue.record("\(file.lastPathComponent) of \(target) imports \(module)")
      }
    }
  }

  @Test(arguments: [
    "CCrypto", "COpenBLAS", "CZlib", "LinearAlgebra", "Tables", "Allocation", "AllocationAudit",
  ])
  func enginesSpeakNoWordOfTheDomain(target: String) throws {
    for file in Repository.swiftFiles(below: "Sources/\(target)") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let words = Self.words(of: text)
      for word in Self.domainWords(for: target)
      where words.contains(word) || words.contains(word + "s") {
        Issue.record("\(file.lastPathComponent) of \(target) speaks of \(word)")
      }
    }
  }

  @Test func wordsAreFoundInsideNames() {
    #expect(
      Self.words(of: "let topCreators = 1  // a brief") == ["let", "top", "creators", "a", "brief"])
    #expect(Self.words(of: "yenPerDeal").contains("yen"))
    #expect(!Self.words(of: "eyen briefly").contains("yen"))
  }

  /// `Tables` reads numbers as people write them, and people write yen.
  private static func domainWords(for target: String) -> [String] {
    target == "Tables" ? domainWords.filter { $0 != "yen" && $0 != "jpy" } : domainWords
  }

  private static func imports(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place < words.count - 1,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains($0) })
      else { return nil }
      let isKind = Self.importKinds.contains(words[place + 1])
      let path = words[min(words.count - 1, place + (isKind ? 2 : 1))]
      return path.split(separator: ".").first.map(String.init)
    }
  }

  private static let modifiers: Set<String> = ["public", "package", "internal", "private"]
  private static let importKinds: Set<String> = ["struct", "class", "enum", "func", "protocol"]

  /// Lower-case words, names cut at their capitals.
  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    var wasLower = false
    for character in text {
      let isUpper = character.isUppercase
      if !character.isLetter || (isUpper && wasLower) {
        if !word.isEmpty { words.insert(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.insert(word) }
    return words
  }
}
