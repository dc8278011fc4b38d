import Allocation
import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// The brief's groups of creators as links of the allocation problem.
struct GroupMappingTests {
  private func links(_ change: (inout Brief) -> Void) throws -> [ItemLink] {
    var brief = TestCampaigns.brief(budget: 1_000)
    change(&brief)
    let campaign = TestCampaigns.perfectFit(
      TestCampaigns.roster(followers: [1_000, 2_000, 3_000, 4_000]),
      [Product(id: "A", price: 1_000)], brief)
    return try CastingProblem(campaign, threads: 1).allocation.links
  }

  @Test func groupsBecomeLinks() throws {
    let found = try links {
      $0.together = [["C1", "C2", "C0"]]
      $0.apart = [["C3", "C0"]]
    }
    #expect(
      found == [
        ItemLink(members: [0, 3], rule: .atMostOne),
        ItemLink(members: [0, 1, 2], rule: .allOrNone),
      ])
  }

  @Test func aGroupOfOneLimitsNothing() throws {
    #expect(try links { $0.apart = [["C1", "C1"]] } == [])
  }

  @Test func unknownMembersAreAnError() {
    #expect(throws: PlannerError.groupedCreatorUnknown(creatorID: "X")) {
      try links { $0.together = [["C1", "X"]] }
    }
  }
}
