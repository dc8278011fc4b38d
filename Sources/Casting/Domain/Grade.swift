/// How well a used value is known; the worst input of a deal decides the deal's grade.
public enum Grade: UInt8, CaseIterable, Sendable, Comparable {
  /// Read from the user's file.
  case measured
  /// Computed from the user's data by a stated formula.
  case estimated
  /// A constant with a source, the same for everybody.
  case `default`

  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

  /// The word used in files.
  package var word: String {
    switch self {
    case .measured: "measured"
    case .estimated: "estimated"
    case .default: "default"
    }
  }
}
