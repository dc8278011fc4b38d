import Foundation
import Testing

/// The chapter on a plan tells of every column of plan.csv and every key of plan.json.
@Suite struct PlanWordsTests {
  private static let chapter = "Documentation/Plan.md"

  @Test func theChapterTellsOfAllThatPlansHold() throws {
    let folder = try Documentation.folder(CommandMemo())
    let run = try folder.run(
      "castplan optimize --roster datasets/creators.csv --products datasets/products.csv "
        + "--brief datasets/brief-gmv.yaml --stability 1 --out plan")
    try #require(run.status == 0, "\(run.talk)")
    let files = try folder.files()
    let table = String(decoding: files["plan/plan.csv"] ?? Data(), as: UTF8.self)
    let header = table.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).first
    let columns = (header ?? "").split(separator: ",").map(String.init)
    let document = try JSONSerialization.jsonObject(with: files["plan/plan.json"] ?? Data())
    let root = try #require(document as? [String: Any])
    let deal = try #require((root["deals"] as? [[String: Any]])?.first)
    let told = DocumentedWords.inCode(try Repository.text(Self.chapter))
    let untold = Set(columns).union(root.keys).union(deal.keys).subtracting(told)
    #expect(columns.count > 15 && root.count > 15)
    #expect(untold.isEmpty, "\(Self.chapter) does not tell of \(untold.sorted())")
  }
}

/// Names that a page has in code.
enum DocumentedWords {
  static func inCode(_ text: String) -> Set<String> {
    let code = text.matches(of: #/`([^`]*)`/#).map(\.output.1).joined(separator: " ")
    return Set(
      code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }
}
