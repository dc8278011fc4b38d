import Casting

/// What a file is that looks like a workbook and is no table that can be read.
public enum OtherWorkbook: String, CaseIterable, Codable, Sendable {
  /// Excel's own form, .xlsx or .xlsm.
  case workbook
  /// The same behind a password.
  case encrypted
  /// Excel's form of 97 to 2003, .xls.
  case legacy
  /// Excel's binary form, .xlsb.
  case binary
  /// A spreadsheet of LibreOffice's, .ods.
  case openDocument = "open_document"
  /// A spreadsheet of Apple's, .numbers.
  case numbers
  /// Of Word or PowerPoint.
  case document
  /// Zip with other things in it.
  case archive
}
