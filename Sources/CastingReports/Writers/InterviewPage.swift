import CastingFiles

/// What an interview says, in lines of a window's width.
package struct InterviewPage {
  private let page: Page
  private let wording: Wording

  package init(width: Int, in wording: Wording) {
    page = Page(width: max(20, width), color: false)
    self.wording = wording
  }

  package var opening: String { lines(page.set(wording.interviewOpening, indent: "")) }

  /// What is asked; below it goes the prompt.
  package func question(_ topic: InterviewTopic) -> String {
    "\n" + lines(page.set(wording.question(topic), indent: ""))
  }

  /// What a line of input is asked for with; a long standard answer leaves the line to what is typed.
  package func prompt(_ topic: InterviewTopic, _ standard: StandardAnswer) -> String {
    let name = wording.name(topic)
    let bracket = "[\(DisplayWidth.printable(wording.text(standard)))]"
    let isLong = DisplayWidth.of(name + bracket) > page.width / 2
    return isLong
      ? lines(page.set(bracket, indent: " ", first: "")) + "\(name): " : "\(name) \(bracket): "
  }

  /// How an answer was understood, and what was found in the file that it names; "" where there is
  /// nothing to tell.
  package func understood(
    _ topic: InterviewTopic, _ interview: Interview, typed: String
  ) -> String {
    switch topic {
    case .roster:
      let found = interview.rosterContents.map { wording.lines($0) } ?? []
      return told(interview.notes.map { wording.line(note: $0) } + found)
    case .products:
      let found = interview.productContents.map { [wording.line($0)] } ?? []
      return told(interview.notes.map { wording.line(note: $0) } + found)
    default:
      let meaning = wording.understood(topic, interview.answers, typed: typed)
      return lines(meaning.map { page.set($0, indent: "    ", first: "  = ") } ?? [])
    }
  }

  /// Why an answer is not taken.
  package func refused(_ refusal: AnswerRefusal) -> String {
    switch refusal {
    case .fault(let fault):
      lines(page.set(wording.text(fault), indent: "    ", first: "  ! "))
    case .file(let error):
      // As check has them: places are looked for, and never broken.
      lines(wording.lines(error.issues))
    }
  }

  private func told(_ found: [String]) -> String {
    lines(found.flatMap { page.set($0, indent: "    ", first: "  ") })
  }

  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
