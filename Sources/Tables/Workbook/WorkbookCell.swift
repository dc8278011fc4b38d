/// One cell of a row of a workbook's sheet; its text is asked of the row.
package struct WorkbookCell: Sendable {
  package enum Kind: UInt8, Sendable {
    /// Nothing stored, or no cell at all.
    case empty
    case text
    /// The text is the number as it is stored; a whole one of at most 15 digits without `.0` and without an
    /// exponent, and another in the shortest form that reads back the same where more than 15 digits or an
    /// exponent are stored.
    case number
    /// A whole number of more than 15 digits, of which Excel has kept 15: no identifier any more.
    case longNumber
    /// A number shown as per cent; number and text are the fraction.
    case rate
    /// A number shown with a currency or a unit that is not stored: the text is the stored number with it, as
    /// `$500` or `50千円`.
    case measure
    /// A number shown as a day; the text is yyyy-mm-dd, without the time.
    case day
    /// A number shown as a day that is none: the 60th of 1900, before the first or behind the year 9999. The text
    /// is the number's.
    case impossibleDay
    /// The text is TRUE or FALSE, the number 1 or 0.
    case boolean
    /// `#N/A` and the like, which is the text.
    case error
    /// A formula whose value was not stored: whoever wrote the file did not calculate.
    case unstoredFormula
  }

  package internal(set) var kind = Kind.empty
  package internal(set) var isFormula = false
  /// Whether the sheet has this cell, if only for its looks.
  var isPresent = false
  /// Number of the shared text, which is not copied; negative where the text is the row's own.
  var shared: Int32 = -1
  /// Of numbers and measures as they are stored, rates, days (counted as the workbook does) and booleans; NaN of others.
  package internal(set) var number = Double.nan
  /// Where the text lies among those of the row.
  var text: Range<Int> = 0..<0
}
