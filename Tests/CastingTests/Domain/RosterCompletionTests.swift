import Casting
import Testing

/// Rosters made in code: what is missing is filled, what does not fit is told.
@Suite struct RosterCompletionTests {
  private static func small() -> Roster {
    var roster = Roster()
    roster.creatorIDs = TextColumn(["C1", "C2", "C3"])
    roster.followers = NumberColumn([10, 20, 30])
    roster.fees = NumberColumn([1, 2, 3])
    return roster
  }

  @Test func missingColumnsAreEmptyCells() throws {
    let roster = try Self.small().completed()
    for row in 0..<3 {
      #expect(roster.platforms[row] == "")
      #expect(roster.names[row] == "")
      #expect(roster.bios[row] == "")
      #expect(roster.statedTiers[row] == "")
    }
    #expect(roster.tiers == [.nano, .nano, .nano])
    #expect(roster.formatFees.allSatisfy { !$0.isPresent })
  }

  @Test func completeRostersStayAsTheyAre() throws {
    var roster = Self.small()
    roster.platforms = CategoryColumn(["tiktok", "", "youtube"])
    let completed = try roster.completed()
    #expect((0..<3).map { completed.platforms[$0] } == ["tiktok", "", "youtube"])
    #expect(completed.followers.values == [10, 20, 30])
  }

  @Test func columnsOfOtherLengthsAreTold() {
    var roster = Self.small()
    roster.niches = TextColumn(["beauty"])
    #expect(throws: RosterFault.wrongLength(column: "niches", count: 1, expected: 3)) {
      try roster.completed()
    }
    roster = Self.small()
    roster.agencies = CategoryColumn(["a", "b"])
    #expect(throws: RosterFault.wrongLength(column: "agencies", count: 2, expected: 3)) {
      try roster.completed()
    }
    roster = Self.small()
    roster.followers = NumberColumn([1, 2])
    #expect(throws: RosterFault.wrongLength(column: "followers", count: 2, expected: 3)) {
      try roster.completed()
    }
    roster = Self.small()
    roster.fees = NumberColumn([1])
    #expect(throws: RosterFault.self) { try roster.completed() }
    roster = Self.small()
    roster.embeddingDimensions = 2
    roster.embeddings = [1, 0, 1]
    #expect(
      throws: RosterFault.wrongShape(column: "embeddings", count: 3, rows: 3, columns: 2)
    ) { try roster.completed() }
  }

  @Test(arguments: [Double.nan, -1, .infinity])
  func followersThatAreNoneAreTold(number: Double) {
    var roster = Self.small()
    roster.followers.values[1] = number
    #expect {
      try roster.completed()
    } throws: {
      guard case .wrongFollowers(creator: 1, _)? = $0 as? RosterFault else { return false }
      return true
    }
  }
}
