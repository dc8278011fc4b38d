import CastingReports
import Foundation

/// The language of everything that one run says.
enum SpokenLanguage {
  /// Found before arguments are parsed, so that what is wrong with them is told in it too: `--lang`
  /// if it names a language, else what the environment asks for.
  static let wording = Wording(
    named(in: CommandLine.arguments.dropFirst())
      ?? Language(environment: ProcessInfo.processInfo.environment))

  /// The last `--lang` decides, as for every option; behind `--` there are no options.
  static func named(in arguments: some Sequence<String>) -> Language? {
    var language: Language?
    var isValue = false
    for argument in arguments {
      if isValue {
        language = Language(rawValue: argument) ?? language
        isValue = false
      } else if argument == "--" {
        break
      } else if argument == "--lang" {
        isValue = true
      } else if argument.hasPrefix("--lang=") {
        language = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? language
      }
    }
    return language
  }
}
