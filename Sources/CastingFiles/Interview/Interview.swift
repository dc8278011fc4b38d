import Casting
import Foundation
import Tables

/// Questions about a campaign and the answers so far; reads the files that the answers name.
package struct Interview: Sendable {
  package var answers = CampaignAnswers()
  /// What the files hold; nil until they are read.
  package private(set) var rosterContents: RosterContents?
  package private(set) var productContents: ProductContents?
  /// What was found out while the last file was read.
  package private(set) var notes: [ReadingNote] = []
  /// The last path that was named, whether or not it could be read: correcting the file and asking
  /// for it again is a matter of one key.
  private(set) var paths: [InterviewTopic: String] = [:]
  private(set) var roster = Roster()
  private let threads: Int

  /// Nothing answered yet.
  ///
  /// - Parameter threads: how many threads may read a file.
  package init(threads: Int = 1) { self.threads = threads }

  /// Takes an answer as typed; an empty one means the standard answer.
  package mutating func answer(
    _ question: InterviewQuestion, with text: String
  ) throws(AnswerRefusal) {
    // Bytes that are no UTF-8 were replaced when the line was read.
    guard !text.contains("\u{FFFD}") else { throw .fault(.unreadable) }
    let typed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch question.standard(self) {
    case .needed where typed.isEmpty: throw .fault(.unanswered(question.topic))
    case .text(let standard) where typed.isEmpty: try question.read(standard, &self)
    case .unstated where typed.isEmpty: break
    case .unstated(.nothing) where meansNothing(typed, question.topic): break
    default: try question.read(typed, &self)
    }
  }

  /// Whether it is the word that stands for "no such rule", unless a creator is called so.
  private func meansNothing(_ typed: String, _ topic: InterviewTopic) -> Bool {
    guard ["none", "なし"].contains(NormalizedText(typed).string) else { return false }
    guard [.lock, .ban].contains(topic) else { return true }
    return CreatorDirectory(roster: roster).rows(named: typed).isEmpty
  }

  // MARK: Files

  mutating func readRoster(_ path: String) throws(AnswerRefusal) {
    paths[.roster] = path
    roster = try read(path) { path, context in
      RosterFile.read(path: path, &context)?.roster
    }
    rosterContents = RosterContents(roster)
    answers.roster = path
  }

  mutating func readProducts(_ path: String) throws(AnswerRefusal) {
    paths[.products] = path
    let products = try read(path) { path, context in
      ProductsFile.read(path: path, &context)?.products
    }
    productContents = ProductContents(products)
    answers.products = path
  }

  private mutating func read<Table>(
    _ path: String, _ body: (String, inout ReadingContext) -> Table?
  ) throws(AnswerRefusal) -> Table {
    guard path != MappedFile.standardInput else { throw .fault(.standardInput) }
    var context = ReadingContext(threads: threads)
    let table = body(path, &context)
    guard let table, context.issues.isEmpty else { throw .file(InputError(context.issues)) }
    notes = context.notes
    return table
  }
}
