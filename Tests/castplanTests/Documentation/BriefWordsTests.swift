import Foundation
import Testing

/// What pages say of briefs and columns is what castplan takes.
@Suite struct BriefWordsTests {
  private static let check =
    "castplan check --roster datasets/creators.csv --products datasets/products.csv "
    + "--brief line.yaml --budget 1M"

  /// Keys that pages show in a line, as `budget: 5M`.
  @Test func briefsInLineAreTaken() throws {
    let folder = try Documentation.folder(CommandMemo())
    let last = try folder.run(
      "castplan optimize --roster datasets/creators.csv --products datasets/products.csv "
        + "--brief datasets/brief-gmv.yaml --out last")
    try #require(last.status == 0, "\(last.talk)")
    var count = 0
    for path in Documentation.pages {
      let page = try Documentation.page(path)
      for (place, line) in page.prose {
        for match in line.matches(of: #/`([a-z_]+: [^`]+)`/#) {
          try folder.write(["line.yaml": Data("\(match.output.1)\n".utf8)])
          let run = try folder.run(Self.check)
          #expect(run.status == 0, "\(page.place(place)): \(match.output.1)\n\(run.talk)")
          count += 1
        }
      }
    }
    #expect(count > 20)
  }

  /// A wrong word is answered with all that there are; a page tells of each.
  @Test(arguments: [
    ("nonsense: 1", "its keys are ", "Documentation/Brief.md"),
    ("columns: {nonsense: x}", "its keys are ", "Documentation/Files.md"),
  ])
  func everyWordIsToldOf(brief: String, start: String, path: String) throws {
    let folder = try Documentation.folder(CommandMemo())
    try folder.write(["line.yaml": Data("\(brief)\n".utf8)])
    let talk = try folder.run(Self.check).talk
    let list = try #require(talk.components(separatedBy: start).dropFirst().first, "\(talk)")
    let words = list.prefix { $0 != ";" }.split { ", ".contains($0) }
    #expect(words.count > 20)
    let told = DocumentedWords.inCode(try Repository.text(path))
    let untold = words.filter { !told.contains(String($0)) }
    #expect(untold.isEmpty, "\(path) does not tell of \(untold)")
  }
}
