import Casting

// The audience to assume where none is known. A brief that states one half of it would have equal
// parts for the other: what the roster shows takes their place, and is asked about.

extension InterviewQuestion {
  static let femaleShare = InterviewQuestion(
    topic: .femaleShare,
    standard: { .unstated(.femaleShare($0.rosterContents?.femaleShare ?? 0.5)) },
    read: { text, interview throws(AnswerRefusal) in
      interview.answers.femaleShare = try AnswerReader.number(text, .rate, "female_share")
    },
    lines: { answers in
      answers.femaleShare.map { ["  female_share: \(YAMLText.number($0))"] } ?? []
    })

  static let ages = InterviewQuestion(
    topic: .ages,
    standard: { interview in
      let ages = interview.rosterContents?.ages ?? []
      return interview.answers.femaleShare == nil
        ? .unstated(.ages(ages)) : .text(AgeShares(ages).typed)
    },
    read: { text, interview throws(AnswerRefusal) in
      interview.answers.ages = try AnswerReader.ages(text)
      // Told with the answer.
      interview.answers.femaleShare =
        interview.answers.femaleShare ?? interview.rosterContents?.femaleShare
    },
    lines: { answers in
      zip(AudienceColumns.ages, answers.ages).compactMap { column, share in
        share.map { "  \(column.name): \(YAMLText.number($0))" }
      }
    })
}

/// Shares of ages as they are typed.
package struct AgeShares: Equatable, Sendable {
  /// By `AudienceCells.ageBands`; nil where nothing is said.
  package var shares: [Double?]

  package init(_ shares: [Double?]) { self.shares = shares }

  /// `20-29 40%, 60+ 5%`.
  package var typed: String {
    zip(AudienceCells.ageBands, shares).compactMap { band, share in
      share.map { "\(Self.name(band)) \(Self.percent($0))%" }
    }.joined(separator: ", ")
  }

  /// `20_29` is `20-29`, `60_plus` is `60+`.
  private static func name(_ band: String) -> String {
    band.replacing("_plus", with: "+").replacing("_", with: "-")
  }

  /// With at most one decimal, as shares in thousandths have.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
