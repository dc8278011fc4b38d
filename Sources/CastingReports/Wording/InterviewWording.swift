import Casting
import CastingFiles

// What an interview about a campaign asks, says of answers, and writes into the brief as comments.

extension Wording {
  /// What is said before the first question.
  package var interviewOpening: String {
    pick(english: InterviewEnglish.opening, japanese: InterviewJapanese.opening)
  }

  /// A few words before the place where the answer is typed.
  package func name(_ topic: InterviewTopic) -> String {
    pick(english: InterviewEnglish.name(topic), japanese: InterviewJapanese.name(topic))
  }

  /// What is asked, and how it may be answered.
  package func question(_ topic: InterviewTopic) -> String {
    pick(english: InterviewEnglish.question(topic), japanese: InterviewJapanese.question(topic))
  }

  /// What an empty answer means, in the words or signs that may be typed.
  package func text(_ standard: StandardAnswer) -> String {
    switch standard {
    case .needed: pick(english: InterviewEnglish.needed, japanese: InterviewJapanese.needed)
    case .text(let text): text
    case .unstated(.nothing):
      pick(english: InterviewEnglish.nothing, japanese: InterviewJapanese.nothing)
    case .unstated(.formats(let formats)): formats.map(\.rawValue).joined(separator: ", ")
    case .unstated(.femaleShare(let share)): Amount.plainPercent(share)
    case .unstated(.ages(let ages)): AgeShares(ages).typed
    }
  }

  /// How an answer was understood; nil where that is what was typed.
  package func understood(
    _ topic: InterviewTopic, _ answers: CampaignAnswers, typed: String
  ) -> String? {
    let meaning: String? =
      switch topic {
      case .budget: answers.budget.map { Amount.money($0) }
      case .objective: answers.objective?.rawValue
      case .from: answers.from?.iso
      case .to: answers.to?.iso
      case .formats: answers.formats?.map(\.rawValue).joined(separator: ", ")
      case .lock: list(answers.locks)
      case .ban: list(answers.bans)
      case .least: answers.least.map { "\($0)" }
      case .most: answers.most.map { "\($0)" }
      case .femaleShare: answers.femaleShare.map(Amount.plainPercent)
      case .ages: audience(answers)
      case .roster, .products: nil
      }
    return meaning.flatMap { $0 == typed || typed.isEmpty ? nil : DisplayWidth.printable($0) }
  }

  private func list(_ creators: [NamedCreator]) -> String? {
    creators.isEmpty ? nil : list(creators.map(label))
  }

  /// `C0042 らぽむ`.
  func label(_ creator: NamedCreator) -> String {
    let name = creator.name.isEmpty || creator.name == creator.id ? "" : " \(creator.name)"
    return DisplayWidth.printable(creator.id + name)
  }

  /// Ages with the share of women that goes with them.
  private func audience(_ answers: CampaignAnswers) -> String? {
    guard let female = answers.femaleShare, answers.ages.contains(where: { $0 != nil }) else {
      return nil
    }
    let share = Amount.plainPercent(female)
    return AgeShares(answers.ages).typed
      + pick(
        english: "; \(name(.femaleShare)) \(share)", japanese: "、\(name(.femaleShare)) \(share)")
  }

  /// What was found in the roster, a line each.
  package func lines(_ contents: RosterContents) -> [String] {
    pick(english: ContentsEnglish.lines(contents), japanese: ContentsJapanese.lines(contents))
      .map(DisplayWidth.printable)
  }

  /// What was found in the table of products.
  package func line(_ contents: ProductContents) -> String {
    DisplayWidth.printable(
      pick(english: ContentsEnglish.line(contents), japanese: ContentsJapanese.line(contents)))
  }

  /// Why an answer is not taken, the rule, and how to answer.
  package func text(_ fault: AnswerFault) -> String {
    if case .issue(let issue) = fault { return plain(namingQuestions(issue)) }
    return DisplayWidth.printable(
      pick(english: InterviewEnglish.text(fault), japanese: InterviewJapanese.text(fault)))
  }

  // MARK: The brief

  /// What stands above the brief's keys.
  package var briefOpening: String {
    pick(english: BriefEnglish.opening, japanese: BriefJapanese.opening)
  }

  /// What stands below them.
  package var briefEnding: String {
    pick(english: BriefEnglish.ending, japanese: BriefJapanese.ending)
  }

  /// What a key does.
  package func comment(_ section: BriefSection) -> String {
    pick(english: BriefEnglish.comment(section), japanese: BriefJapanese.comment(section))
  }
}

/// The first of a list, and how many more there are.
struct Shortened {
  let first: [String]
  let more: Int

  /// - most: how many are named.
  init(_ names: [String], most: Int) {
    first = Array(names.prefix(most))
    more = max(0, names.count - most)
  }
}
