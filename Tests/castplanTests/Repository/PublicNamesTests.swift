import Foundation
import Testing

/// What other packages see is little, and all of it is documented.
@Suite struct PublicNamesTests {
  @Test func everyPublicNameHasDocComment() throws {
    var count = 0
    for file in Repository.swiftFiles(below: "Sources") {
      for name in try Self.names(in: file) {
        count += 1
        if !name.isDocumented { Issue.record("\(Self.place(file, name)): \(name.name)") }
      }
    }
    #expect(count > 500, "the scanner finds what there is")
  }

  @Test func targetsOutsideProductsHaveNoPublicName() throws {
    let products = try Self.targetsOfLibraries()
    #expect(products.isSuperset(of: ["Casting", "Allocation", "Tables"]), "\(products)")
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path())
    for folder in folders.filter({ !products.contains($0) }).map({ "Sources/" + $0 }) + [
      "Tests", "Examples",
    ] {
      for file in Repository.swiftFiles(below: folder) {
        for name in try Self.names(in: file) {
          Issue.record("\(Self.place(file, name)): \(name.name) is public")
        }
      }
    }
  }

  @Test func plantedNamesAreFound() {
    let text = """
      public import Foundation

      /// Said.
      public struct Said: Sendable {
        public private(set) var unsaid = 0
        /// Said, behind an attribute.
        @inlinable
        public static func said() {}
        ///
        public init(_ text: String) {}
        var own = 0  // not public
        package func shared() { public.print() }
        public static func == (left: Self, right: Self) -> Bool { true }
        public var description: String { "" }
      }

      public protocol Asked {
        /// Said.
        var said: Int { get }
        func unsaid()
      }

      /// Said.
      public enum Word: String {
        case first
      }
      struct Own { func asked() {} }
      """
    let names = PublicNames.all(in: text)
    #expect(
      names.filter { !$0.isDocumented }.map(\.name) == ["unsaid", "init(_", "Asked", "unsaid()"])
    #expect(names.filter { !$0.isDocumented }.map(\.line) == [5, 10, 17, 20])
    #expect(names.filter(\.isDocumented).map(\.name) == ["Said:", "said()", "said:", "Word:"])
  }

  private static func names(in file: URL) throws -> [PublicNames.Name] {
    PublicNames.all(in: try String(contentsOf: file, encoding: .utf8))
  }

  private static func place(_ file: URL, _ name: PublicNames.Name) -> String {
    "\(file.path().dropFirst(Repository.root.path().count)):\(name.line)"
  }

  /// Targets that the manifest hands to other packages.
  private static func targetsOfLibraries() throws -> Set<String> {
    let manifest = try Repository.text("Package.swift")
    let products = manifest.prefix(
      upTo: try #require(manifest.firstRange(of: "dependencies:")).lowerBound)
    var targets: Set<String> = []
    for library in products.components(separatedBy: ".library(").dropFirst() {
      let list = library.components(separatedBy: "targets:").last ?? ""
      let words = list.prefix { $0 != "]" }.split(separator: "\"", omittingEmptySubsequences: false)
      // Every other one stands between quotes.
      targets.formUnion(words.indices.filter { !$0.isMultiple(of: 2) }.map { String(words[$0]) })
    }
    return targets
  }
}
