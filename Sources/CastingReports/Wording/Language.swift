/// A language that castplan writes reports, notes and messages in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"

  /// The language that the environment asks for: the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
  /// that says anything decides, as POSIX has it; English where it is another or none is said.
  public init(environment: [String: String]) {
    let stated = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    let code = (stated ?? "").prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = Language(rawValue: code.lowercased()) ?? .english
  }
}
