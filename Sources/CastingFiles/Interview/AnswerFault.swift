import Casting

/// Why an answer is not taken.
package enum AnswerFault: Equatable, Sendable {
  /// Nothing was typed where something is needed.
  case unanswered(InterviewTopic)
  /// A value that a brief would not take either.
  case issue(InputIssue)
  /// Bytes that are no UTF-8.
  case unreadable
  /// Standard input, which holds the answers, as a file.
  case standardInput
  /// - near: those whose ids or names are much the same.
  case unknownCreator(given: String, near: [NamedCreator])
  /// - creators: the first of those with the name.
  case severalCreators(given: String, creators: [NamedCreator], count: Int)
  /// A line that is one creator's name, and a list of others' as well.
  case nameOrList(given: String, whole: NamedCreator)
  case castAndBanned(NamedCreator)
  /// Neither a whole number above 0 nor nothing.
  case creatorCount(given: String)
  /// - available: creators who are not banned.
  case moreThanThereAre(least: Int, available: Int)
  case fewerThanLocked(most: Int, locked: Int)
  /// No age with its share.
  case ageShare(given: String)
  case repeatedAge(given: String)
}

/// An answer that is asked for again.
package enum AnswerRefusal: Error, Sendable {
  case fault(AnswerFault)
  /// Faults of the file that was named.
  case file(InputError)
}
