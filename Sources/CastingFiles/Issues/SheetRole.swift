/// What a sheet of a workbook holds.
public enum SheetRole: String, CaseIterable, Codable, Sendable {
  case roster, products, brief, deals, audience
}
