/// Why a workbook, or one of its sheets, cannot be read.
public enum WorkbookProblem: Error, Equatable, Sendable, Codable {
  /// Something else than a workbook of this form, as far as its parts tell.
  case notWorkbook(WorkbookContent)
  /// Encrypted: nothing of it can be read without its password.
  case passwordProtected
  /// Parts that unpack to more than 4 GiB, or to more than 64 MiB and 200 times what they take packed.
  case tooLarge(unpacked: Int, packed: Int)
  /// More parts than any spreadsheet program writes.
  case tooManyEntries(Int)
  /// Two parts that share bytes of the file: much data from little, and never written by a program.
  case overlappingEntries(String, String)
  /// A document type in a part's XML, which could define entities of any size.
  case documentType(part: String)
  /// XML that is not in UTF-8.
  case foreignEncoding(part: String, name: String)
  /// Bytes that do not fit together; the part is nil where it is the file as a whole.
  case damaged(part: String?, WorkbookDamage)
  /// No sheet has the name.
  case noSuchSheet(String, sheets: [String])
}

/// What a file is that could have been a workbook.
public enum WorkbookContent: String, Sendable, CaseIterable, Codable {
  /// Excel's binary form of 97 to 2003, .xls.
  case legacyWorkbook
  /// .xlsb.
  case binaryWorkbook
  /// A spreadsheet of OpenDocument, .ods.
  case openDocument
  /// A spreadsheet of Apple's, .numbers.
  case numbers
  /// A document of Word's.
  case textDocument
  /// Slides of PowerPoint's.
  case slides
  /// Zip with other things in it.
  case archive
  /// No zip at all.
  case other
}

/// What is wrong with the bytes of a workbook.
public enum WorkbookDamage: Equatable, Sendable, Codable {
  /// The zip's directory is missing, as in a file that was not copied to its end, or makes no sense.
  case directory
  /// Two parts of one name.
  case repeatedPart
  /// A part that others refer to is not there.
  case missingPart
  /// Data packed by a method other than deflate, by its number in the zip format.
  case packingMethod(UInt16)
  /// Data that cannot be unpacked, or does not have the size that the directory says.
  case packedData
  /// Data that was changed after it was written: its CRC-32 is another.
  case checksum
  /// XML that is not well formed, or not what the part should hold.
  case malformed
  /// XML that ends before its elements do.
  case truncated
  /// Bytes that are no UTF-8 text.
  case foreignByte
  /// Rows not in the order of their numbers, or beyond the last that there can be.
  case rowOrder(row: Int)
  /// A cell outside its row, beyond the last column, or the second of its place.
  case cellPlace(row: Int)
  /// A value that is not of the type that the cell states; the column counts from 1.
  case cellValue(row: Int, column: Int)
}
