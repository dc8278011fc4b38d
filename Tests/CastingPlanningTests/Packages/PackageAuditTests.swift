import Casting
import CastingPlanning
import CastingTestSupport
import Testing

/// What a plan says of packages, audited as it is and after an edit.
struct PackageAuditTests {
  private static func plan(_ seed: Int) throws -> (Campaign, Plan)? {
    var campaign = RandomCampaign.make(seed: UInt64(seed), creators: 12, products: 3)
    RandomCampaign.addPackages(to: &campaign, seed: UInt64(seed))
    var settings = PlannerSettings()
    settings.feeTrialWork = 0
    settings.relativeGap = 0.01
    settings.maximumNodes = 2_000
    settings.timeLimit = 600
    settings.curvePoints = 5
    guard case .plan(let plan, _) = try Planner.plan(campaign, settings: settings) else {
      return nil
    }
    return (campaign, plan)
  }

  private static func broken(_ claims: PlanClaims, _ campaign: Campaign) throws -> [AuditPromise] {
    try ClaimCheck.findings(of: claims, in: campaign).filter { !$0.holds }.map(\.promise)
  }

  @Test(arguments: 1...30)
  func `a plan with packages holds, and none of its numbers may move`(_ seed: Int) throws {
    guard let (campaign, plan) = try Self.plan(seed) else { return }
    let claims = PlanClaims(plan)
    let findings = try ClaimCheck.findings(of: claims, in: campaign)
    #expect(findings.filter { !$0.holds } == [], "seed \(seed)")
    #expect(findings.contains { $0.promise == .packages }, "seed \(seed)")
    guard let place = plan.deals.firstIndex(where: { $0.format.package != nil }) else { return }
    let edits: [(String, (inout PlanClaims) -> Void)] = [
      ("reach", { $0.deals[place].effectiveReach *= 1.01 }),
      ("orders", { $0.deals[place].expectedOrders *= 1.01 }),
      ("cost", { $0.deals[place].cost += 100 }),
      ("value", { $0.deals[place].marginalValue *= 1.01 }),
      ("fee", { $0.details?.parts?[place]?.fee += 1_000 }),
    ]
    for (name, edit) in edits {
      var changed = claims
      edit(&changed)
      let broken = try Self.broken(changed, campaign)
      #expect(!broken.isEmpty, "seed \(seed): \(name)")
    }
  }

  @Test func `parts that are not the brief's are found`() throws {
    let found = try (1...30).lazy.compactMap { try Self.plan($0) }.first {
      $0.1.deals.contains { $0.format.package != nil }
    }
    let (campaign, plan) = try #require(found)
    let place = try #require(plan.deals.firstIndex { $0.format.package != nil })
    let name = plan.deals[place].format.rawValue
    let other = DealPackage(name: name, counts: [.post: 7])
    var claims = PlanClaims(plan)
    claims.deals[place].format = .package(other)
    #expect(try Self.broken(claims, campaign).contains(.packages))
    claims = PlanClaims(plan)
    claims.packages = [other]
    #expect(try Self.broken(claims, campaign) == [.packages])
  }

  /// Another package of the same name in the brief is another deal.
  @Test func `a plan of other packages does not hold`() throws {
    let found = try (1...30).lazy.compactMap { try Self.plan($0) }.first {
      $0.1.deals.contains { $0.format.package != nil }
    }
    let (campaign, plan) = try #require(found)
    var other = campaign
    other.brief.packages = campaign.brief.packages.map {
      DealPackage(name: $0.name, counts: [.live: 1, .post: 3])
    }
    other.brief.formats = other.brief.formats?.map { format in
      other.brief.packages.first { $0.name == format.rawValue }.map { .package($0) } ?? format
    }
    #expect(try Self.broken(PlanClaims(plan), other).contains(.packages))
  }
}
