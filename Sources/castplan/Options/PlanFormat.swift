/// What stdout carries.
enum PlanFormat: String, CaseIterable {
  case table, json, csv
}
