import CastingFiles

/// A brief made of the answers to an interview, with comments that say what its keys do.
package enum BriefDocument {
  private static let width = 80

  /// YAML; read back, it means what was answered. Keys that were left out stand behind `#`.
  package static func text(_ answers: CampaignAnswers, in wording: Wording) -> String {
    var blocks = [comment(wording.briefOpening)]
    for section in BriefSection.allCases {
      let lines = InterviewQuestion.all.filter { $0.topic.section == section }
        .flatMap { $0.lines(answers) }
      blocks.append(
        comment(wording.comment(section))
          + (lines.isEmpty ? section.example.map { "# " + $0 } : section.opening + lines))
    }
    blocks.append(comment(wording.briefEnding))
    return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private static func comment(_ text: String) -> [String] {
    Page(width: width, color: false).set(text, indent: "# ")
  }
}
