import CastingFiles

// What was found out while inputs were read.

extension Wording {
  /// What was found out while inputs were read, as a sentence.
  public func text(_ note: ReadingNote) -> String {
    pick(english: ReadingEnglish.text(note), japanese: ReadingJapanese.text(note))
  }

  /// What stderr says of an input that could be used.
  public func line(note: ReadingNote) -> String { label(.note, text(note)) }

  /// What is put before a line of talk.
  package enum TalkLabel: CaseIterable, Sendable {
    case note, leftOut, blanked
  }

  package func label(_ label: TalkLabel, _ text: String) -> String {
    pick(english: ReadingEnglish.label(label), japanese: ReadingJapanese.label(label)) + text
  }
}
