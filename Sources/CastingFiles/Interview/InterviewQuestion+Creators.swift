import Casting

// Who must be cast, who must not, and how many.

extension InterviewQuestion {
  static let lock = InterviewQuestion(
    topic: .lock, standard: { _ in .unstated(.nothing) },
    read: { text, interview throws(AnswerRefusal) in
      interview.answers.locks = try AnswerReader.creators(text, in: interview.roster)
    },
    lines: { creatorLines($0.locks) })

  static let ban = InterviewQuestion(
    topic: .ban, standard: { _ in .unstated(.nothing) },
    read: { text, interview throws(AnswerRefusal) in
      let banned = try AnswerReader.creators(text, in: interview.roster)
      if let both = banned.first(where: interview.answers.locks.contains) {
        throw .fault(.castAndBanned(both))
      }
      interview.answers.bans = banned
    },
    lines: { creatorLines($0.bans) })

  static let least = InterviewQuestion(
    topic: .least, standard: { _ in .unstated(.nothing) },
    read: { text, interview throws(AnswerRefusal) in
      let least = try AnswerReader.count(text)
      let available = interview.roster.count - interview.answers.bans.count
      guard least <= available else {
        throw .fault(.moreThanThereAre(least: least, available: available))
      }
      interview.answers.least = least
    },
    lines: { answers in answers.least.map { ["      min: \($0)"] } ?? [] })

  static let most = InterviewQuestion(
    topic: .most, standard: { _ in .unstated(.nothing) },
    read: { text, interview throws(AnswerRefusal) in
      let most = try AnswerReader.count(text)
      let locked = interview.answers.locks.count
      guard most >= locked else { throw .fault(.fewerThanLocked(most: most, locked: locked)) }
      if let least = interview.answers.least, most < least {
        let cell = AnswerReader.cell("", "creators")
        throw .fault(.issue(.limitOrder(cell, Double(least), Double(most))))
      }
      interview.answers.most = most
    },
    lines: { answers in answers.most.map { ["      max: \($0)"] } ?? [] })

  /// An id a line, with the name for those who read the brief.
  private static func creatorLines(_ creators: [NamedCreator]) -> [String] {
    creators.map { creator in
      let name = YAMLText.comment(creator.name)
      return "  - \(YAMLText.string(creator.id))" + (name.isEmpty ? "" : "  # \(name)")
    }
  }
}
