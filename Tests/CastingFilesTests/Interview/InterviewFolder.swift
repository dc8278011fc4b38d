import Casting
import CastingFiles
import CastingReports
import Testing

/// An interview about tables of a test's own.
final class InterviewFolder {
  private let folder: InputFolder
  let roster: String
  let products: String
  private(set) var interview = Interview()

  /// - Parameter creators: ids and names.
  init(creators: [NamedCreator], products: String = InputFolder.products) throws {
    folder = try InputFolder()
    let rows = creators.map { "\(Self.cell($0.id)),\(Self.cell($0.name)),tiktok,12000,30000\n" }
    roster = try folder.write(
      "roster.csv", "creator_id,name,platform,followers,fee\n" + rows.joined())
    self.products = try folder.write("products.csv", products)
  }

  init(roster text: String) throws {
    folder = try InputFolder()
    roster = try folder.write("roster.csv", text)
    products = try folder.write("products.csv", InputFolder.products)
  }

  private static func cell(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  func write(_ name: String, _ text: String) throws -> String { try folder.write(name, text) }

  /// Answers the files, and every other question by its topic; those left out with Enter.
  func answer(_ answers: [InterviewTopic: String]) throws {
    for question in InterviewQuestion.all where question.applies(interview) {
      let path =
        switch question.topic {
        case .roster: roster
        case .products: products
        default: answers[question.topic, default: ""]
        }
      try interview.answer(question, with: path)
    }
  }

  /// Answers up to a question, and then that one; returns why the answer is refused.
  func refusal(
    of answer: String, to topic: InterviewTopic, after answers: [InterviewTopic: String] = [:]
  ) throws -> AnswerFault? {
    let budget = [InterviewTopic.budget: "1"].merging(answers) { $1 }
    let question = try #require(InterviewQuestion.all.first { $0.topic == topic })
    interview = Interview()
    for earlier in InterviewQuestion.all.prefix(while: { $0.topic != topic })
    where earlier.applies(interview) {
      let path =
        switch earlier.topic {
        case .roster: roster
        case .products: products
        default: budget[earlier.topic, default: ""]
        }
      try interview.answer(earlier, with: path)
    }
    do throws(AnswerRefusal) {
      try interview.answer(question, with: answer)
      return nil
    } catch {
      guard case .fault(let fault) = error else { return nil }
      return fault
    }
  }

  /// The brief as castplan reads it back, beside its tables.
  func brief(in language: Language) throws -> Brief {
    let path = try folder.write(
      "brief.yaml", BriefDocument.text(interview.answers, in: Wording(language)))
    let paths = CampaignPaths(roster: roster, products: products, brief: path)
    let loaded = try CampaignFiles.read(paths)
    #expect(loaded.notes.allSatisfy { $0.isDecision }, "\(loaded.notes)")
    return loaded.campaign.brief
  }
}

/// Everything that a brief says, by field.
func fields(of brief: Brief) -> [String: String] {
  Dictionary(
    uniqueKeysWithValues: Mirror(reflecting: brief).children.map {
      ($0.label ?? "", "\($0.value)")
    })
}
