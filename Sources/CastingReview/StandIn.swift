import Casting

/// What is used where a row does not know a column.
package enum StandIn: Fact {
  // Estimated from what the row knows.
  case byTier
  case byFollowers
  case reachOfValue
  // The same for everybody.
  case tierMean
  case noEffect
  case allReal
  case sureDelivery
  case usualMix
  case asOthers
  case lowAffinity
  /// The brief's, else this share.
  case conversion(share: Double)
  /// In proportion to the rate of live deals.
  case followsConversion
  // What an empty cell means.
  case zero
  case one
  case wholePrice
  case unlimited
  case nobodyTwice
  case notOffered
  case rateAsItIs
  case valueGiven
}
