import Casting

/// What is wrong with values that are sound each on its own.
public enum RowFault: Fact, Codable {
  /// Rounded to four decimals, as every sum here.
  case ageSum(sum: Double, tolerance: Double)
  case cellSum(sum: Double, tolerance: Double)
  case duplicateAudienceCell(firstLine: Int)
  case tooManyCells(count: Int, maximum: Int)
  /// The brief's mix of ages and genders beside a table of other cells.
  case audienceOfOtherCells
  /// ISO days.
  case dayOrder(from: String, to: String)
  case creatorLimits(minimum: Int, maximum: Int)
  case duplicateDeal(firstLine: Int)
  case dealPrediction(hasBoth: Bool)
  /// A booking that plans keep names no product, and the campaign has several.
  case bookingWithoutProduct
  /// A booking of a format that the campaign does not have, and those that it has.
  case bookedFormatNotInPlay(format: String, formats: [String])
  /// ISO days.
  case bookedOutside(day: String, from: String, to: String)
  /// Another deal of the same creator and product is booked already.
  case twoBookings(firstLine: Int)

  /// Sums are told with four decimals.
  static func told(_ sum: Double) -> Double { (sum * 1e4).rounded() / 1e4 }
}
