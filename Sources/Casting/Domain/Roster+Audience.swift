extension Roster {
  /// Whether the default mix stands in for what is not known of a creator's audience: all of it, its ages
  /// or its genders.
  package func isAudienceAssumed(_ creator: Int) -> Bool {
    if !cellShares.isEmpty { return cellShares[creator * audienceCells.count].isNaN }
    return femaleShares[creator].isNaN || ageShares.contains { $0[creator].isNaN }
  }

  /// How many creators that is so of.
  package var assumedAudiences: Int { (0..<count).count { isAudienceAssumed($0) } }
}
