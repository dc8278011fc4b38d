/// What stdout carries.
enum PlanFormat: String, CaseIterable {
  case table, json, csv

  /// What is wrong with the value of --format, if anything.
  static func problems(_ text: String) -> [String] {
    PlanFormat(rawValue: text) == nil
      ? ["--format \(text): one of table, json or csv is needed"] : []
  }
}
