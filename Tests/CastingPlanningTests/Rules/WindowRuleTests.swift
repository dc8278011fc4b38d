import Casting
import CastingPlanning
import Testing

@Suite struct WindowRuleTests {
  private func window(_ from: Int, _ to: Int) -> CampaignWindow {
    CampaignWindow(from: day(from), to: day(to))
  }

  private func day(_ number: Int) -> CalendarDay {
    CalendarDay(year: 2026, month: 12, day: number)!
  }

  /// C3 is free from the tenth.
  private func campaign(_ change: (inout Campaign) -> Void = { _ in }) -> Campaign {
    RuleProbe.campaign {
      $0.roster.availableFrom = [nil, nil, nil, day(10)]
      $0.roster.availableTo = [nil, nil, nil, nil]
      $0.brief.window = window(1, 5)
      change(&$0)
    }
  }

  @Test func whoIsAwayIsNotCast() throws {
    let (plan, _) = try RuleProbe.plan(campaign())
    #expect(Set(plan.deals.map(\.creatorID)) == ["C0", "C1", "C2"])
  }

  @Test func itIsWidenedToTheDayOnWhichALockedCreatorIsFree() throws {
    let campaign = campaign { $0.brief.locks = [Lock(creatorID: "C3")] }
    #expect(
      try RuleProbe.changes(campaign) == [
        "lock C3": .drop, "window 2026-12-01 to 2026-12-05": .window(window(1, 10)),
      ])
  }

  @Test func itIsDropped() throws {
    let name = "window 2026-12-01 to 2026-12-05"
    #expect(try #require(Scenario(dropping: name, of: campaign())).campaign.brief.window == nil)
    #expect(
      RuleProbe.rule(name, of: campaign())?.label
        == .window(from: "2026-12-01", to: "2026-12-05"))
  }
}
