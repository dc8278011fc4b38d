import Casting

/// One question of an interview: what an empty answer means, how an answer is read, and what it
/// comes to in the brief.
package struct InterviewQuestion: Sendable {
  package let topic: InterviewTopic
  /// Whether it is asked, after the answers before it.
  package private(set) var applies: @Sendable (Interview) -> Bool = { _ in true }
  package let standard: @Sendable (Interview) -> StandardAnswer
  /// Takes an answer that is not empty.
  let read: @Sendable (String, inout Interview) throws(AnswerRefusal) -> Void
  /// Lines of the brief; none where the answer leaves the key out.
  package private(set) var lines: @Sendable (CampaignAnswers) -> [String] = { _ in [] }
}

extension InterviewQuestion {
  /// In the order asked.
  package static let all: [InterviewQuestion] = [
    roster, products, budget, objective, from, to, formats, lock, ban, least, most, femaleShare,
    ages,
  ]

  // MARK: Files

  private static let roster = InterviewQuestion(
    topic: .roster,
    standard: { .text($0.paths[.roster] ?? "creators.csv") },
    read: { path, interview throws(AnswerRefusal) in try interview.readRoster(path) })

  private static let products = InterviewQuestion(
    topic: .products,
    standard: { .text($0.paths[.products] ?? "products.csv") },
    read: { path, interview throws(AnswerRefusal) in try interview.readProducts(path) })

  // MARK: What is wanted

  private static let budget = InterviewQuestion(
    topic: .budget, standard: { _ in .needed },
    read: { text, interview throws(AnswerRefusal) in
      interview.answers.budget = try AnswerReader.number(text, .yen, "budget")
    },
    lines: { answers in answers.budget.map { ["budget: \(YAMLText.number($0))"] } ?? [] })

  private static let objective = InterviewQuestion(
    topic: .objective, standard: { _ in .text(Brief().objective.rawValue) },
    read: { text, interview throws(AnswerRefusal) in
      let word = try AnswerReader.word(text, .objectives, "objective")
      interview.answers.objective = Objective(rawValue: word)
    },
    lines: { answers in answers.objective.map { ["objective: \($0.rawValue)"] } ?? [] })

  private static let from = InterviewQuestion(
    topic: .from, standard: { _ in .unstated(.nothing) },
    read: { text, interview throws(AnswerRefusal) in
      interview.answers.from = try AnswerReader.day(text, "from")
    },
    lines: { answers in answers.from.map { ["  from: \($0.iso)"] } ?? [] })

  private static let to = InterviewQuestion(
    topic: .to, applies: { $0.answers.from != nil },
    standard: { .text($0.answers.from?.iso ?? "") },
    read: { text, interview throws(AnswerRefusal) in
      let day = try AnswerReader.day(text, "to")
      if let from = interview.answers.from, day < from {
        throw .fault(
          .issue(.windowOrder(AnswerReader.cell(text, "to"), from: from.iso, to: day.iso)))
      }
      interview.answers.to = day
    },
    lines: { answers in answers.to.map { ["  to: \($0.iso)"] } ?? [] })

  private static let formats = InterviewQuestion(
    topic: .formats, standard: { .unstated(.formats($0.rosterContents?.formats ?? [])) },
    read: { text, interview throws(AnswerRefusal) in
      var formats: [DealFormat] = []
      for part in AnswerReader.parts(text) {
        let word = try AnswerReader.word(part, .formats, "formats")
        if let format = DealFormat(rawValue: word), !formats.contains(format) {
          formats.append(format)
        }
      }
      guard !formats.isEmpty else { _ = try AnswerReader.word(text, .formats, "formats"); return }
      interview.answers.formats = formats
    },
    lines: { answers in
      answers.formats.map {
        ["formats: [\($0.map(\.rawValue).joined(separator: ", "))]"]
      } ?? []
    })
}

extension WordList {
  /// What people call objectives.
  static let objectives = WordList(words: [
    ("gmv", ["sales", "revenue", "売上", "売上高"]), ("profit", ["margin", "利益", "粗利"]),
    ("ltv", ["lifetime value", "生涯利益"]),
    ("orders", ["order", "注文", "注文数"]), ("reach", ["people", "リーチ"]),
  ])
}
