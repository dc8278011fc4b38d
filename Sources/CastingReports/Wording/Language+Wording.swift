/// Makes sentences of facts in one language.
///
/// Each room has a file here that lists what can be said, and one file in `English/` and in
/// `Japanese/` that says it. The switches there have no default: a fact without a sentence does not
/// compile.
public struct Wording: Sendable {
  /// Of every sentence.
  public let language: Language

  /// Sentences in a language.
  public init(_ language: Language) { self.language = language }

  /// English sentences.
  public static let english = Wording(.english)
  /// Japanese sentences.
  public static let japanese = Wording(.japanese)

  /// Picks by language.
  func pick<Text>(english: @autoclosure () -> Text, japanese: @autoclosure () -> Text) -> Text {
    switch language {
    case .english: english()
    case .japanese: japanese()
    }
  }
}
