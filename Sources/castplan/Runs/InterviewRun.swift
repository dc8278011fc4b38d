import CastingFiles
import CastingReports

/// An interview on the terminal: asks on stderr, reads lines of stdin.
struct InterviewRun {
  /// Answers that options give; "" takes a default.
  let given: [InterviewTopic: String]
  /// Whether nothing is asked.
  let takesDefaults: Bool
  private var interview: Interview
  private let page = InterviewPage(width: Terminal.talkWidth, in: SpokenLanguage.wording)

  init(given: [InterviewTopic: String], takesDefaults: Bool, threads: Int) {
    self.given = given
    self.takesDefaults = takesDefaults
    interview = Interview(threads: threads)
  }

  /// Asks every question until it is answered.
  mutating func answers() throws -> CampaignAnswers {
    if !takesDefaults { StandardError.write(page.opening) }
    for question in InterviewQuestion.all where question.applies(interview) {
      if try !takes(question) { try ask(question) }
    }
    return interview.answers
  }

  /// Answers with an option or a default; false where it has to be asked.
  private mutating func takes(_ question: InterviewQuestion) throws -> Bool {
    guard let answer = given[question.topic] ?? (takesDefaults ? "" : nil) else { return false }
    if !takesDefaults { echo(question, answer) }
    if put(answer, to: question) { return true }
    if takesDefaults { throw ExitStatus.badInput }
    return false
  }

  private mutating func ask(_ question: InterviewQuestion) throws {
    StandardError.write(page.question(question.topic))
    repeat {
      StandardError.write(page.prompt(question.topic, question.standard(interview)))
      guard let line = readLine() else {
        StandardError.write("\n")
        StandardError.note(
          .answersEnded(question: SpokenLanguage.wording.name(question.topic)))
        throw ExitStatus.badInput
      }
      // A terminal shows what is typed; a transcript of piped answers should, too.
      if !Terminal.isInputTerminal { StandardError.write(line + "\n") }
      if put(line, to: question) { return }
    } while true
  }

  private func echo(_ question: InterviewQuestion, _ answer: String) {
    let prompt = page.prompt(question.topic, question.standard(interview))
    StandardError.write("\n" + prompt + answer + "\n")
  }

  /// Tells how the answer was understood, or why it is not taken.
  private mutating func put(_ answer: String, to question: InterviewQuestion) -> Bool {
    do throws(AnswerRefusal) {
      try interview.answer(question, with: answer)
      if takesDefaults {
        for note in newNotes(question.topic) {
          StandardError.note(SpokenLanguage.wording.line(note: note))
        }
      } else {
        StandardError.write(page.understood(question.topic, interview, typed: answer))
      }
      return true
    } catch {
      StandardError.write(page.refused(error))
      return false
    }
  }

  private func newNotes(_ topic: InterviewTopic) -> [ReadingNote] {
    [.roster, .products].contains(topic) ? interview.notes : []
  }
}
