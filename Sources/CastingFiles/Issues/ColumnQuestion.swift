import Casting

/// What two readings of a column are about.
public enum ColumnQuestion: Fact, Codable {
  /// Bare numbers of a rate: the first one as a fraction, and as per cent (both are shares).
  case fractionOrPerCent(asFraction: Double, asPerCent: Double)
  /// A mark with three digits behind it: with decimals behind a point, and behind a comma.
  case pointOrComma(withPoint: Double, withComma: Double)
  /// A number under a header that counts in thousands or the like: in that unit, and as it is written.
  case scaled(inUnits: Double, asWritten: Double)
  /// Amounts in other money than the campaign's, of which nothing says what it is worth.
  case currency(found: [String], campaign: String)
  /// Amounts in several currencies, or in one and cells that name none.
  case mixedCurrencies(found: [String], unmarked: Int, campaign: String)
}

/// A column that two readings fit.
public struct OpenReading: Fact, Codable {
  /// Key of the table in the brief's `columns`.
  public var table: String
  /// The column's name.
  public var name: String
  /// As written.
  public var header: String
  /// Both readings, on the first cell.
  public var question: ColumnQuestion
}
