import ArgumentParser
import CastingReports

/// The language of reports and messages; `SpokenLanguage` has it before options are parsed.
struct LanguageOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init(
      "Language of reports and messages: ja or en; that of LC_ALL, LC_MESSAGES or LANG if not given.",
      valueName: "language"), completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  var problems: [UsageProblem] {
    guard let lang, Language(rawValue: lang) == nil else { return [] }
    return [.unknownLanguage(given: lang)]
  }
}
