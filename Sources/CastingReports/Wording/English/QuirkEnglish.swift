/// Quirks of synthetic rosters, in English.
enum QuirkEnglish {
  static let heading =
    "castplan: creators.csv is synthetic and dirty on purpose; what was put where:"
  static let wholeFile = "the file"

  static func text(_ effect: QuirkLine.Effect) -> String {
    switch effect {
    case .none: "reads the same"
    case .refused: "refused"
    case .changed: "read as written"
    }
  }

  static func at(_ places: String) -> String { "at \(places)" }

  static func replaced(_ count: Int) -> String {
    "\(count) characters that CP932 lacks are written as ?"
  }
}
