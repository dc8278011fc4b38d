import Casting

/// What is wrong with the sheets of a workbook that are, or should be, inputs of a campaign.
public enum InputSheetFault: Fact, Codable {
  /// A path that names a sheet of a file without any.
  case fileWithoutSheets
  /// No sheet holds what is needed.
  case noSheet(role: SheetRole, sheets: [String])
  /// Which of several sheets is meant.
  case sheetsOfOneRole(role: SheetRole, sheets: [String])
  /// A sheet for a brief without a header of keys and values.
  case noBriefTable
  case valueWithoutKey
  case quotaWithoutMeasure(measures: [String])
}
