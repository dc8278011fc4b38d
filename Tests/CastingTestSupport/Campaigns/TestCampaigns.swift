import Casting
import CastingPlanning

/// Small synthetic campaigns for tests.
package enum TestCampaigns {
  /// A roster with ids `C0`, `C1` … and the required columns only.
  package static func roster(
    followers: [Double], platforms: [String]? = nil, certifications: [String]? = nil,
    niches: [String]? = nil, employments: [String]? = nil
  ) -> Roster {
    let count = followers.count
    let blank = [String](repeating: "", count: count)
    var roster = Roster()
    roster.creatorIDs = TextColumn((0..<count).map { "C\($0)" })
    roster.names = TextColumn((0..<count).map { "Creator \($0)" })
    roster.handles = TextColumn(blank)
    roster.urls = TextColumn(blank)
    roster.platforms = CategoryColumn(platforms ?? blank)
    roster.regions = CategoryColumn(blank)
    roster.languages = CategoryColumn(blank)
    roster.agencies = CategoryColumn(blank)
    roster.employments = CategoryColumn(employments ?? blank)
    roster.certifications = CategoryColumn(certifications ?? blank)
    roster.niches = TextColumn(niches ?? blank)
    roster.bios = TextColumn(blank)
    roster.followers = NumberColumn(followers)
    roster.statedTiers = CategoryColumn(blank)
    return roster
  }

  /// Everyone fits every product perfectly: affinity 1.
  package static func perfectFit(
    _ roster: Roster, _ products: [Product], _ brief: Brief, deals: DealTable = DealTable()
  ) -> Campaign {
    var roster = roster
    roster.embeddings = [Float](repeating: 1, count: roster.count)
    roster.embeddingDimensions = 1
    var list = ProductList(products)
    list.embeddings = [Float](repeating: 1, count: products.count)
    list.embeddingDimensions = 1
    return Campaign(roster: roster, products: list, brief: brief, deals: deals)
  }

  package static func brief(budget: Double, objective: Objective = .gmv) -> Brief {
    var brief = Brief()
    brief.budget = budget
    brief.objective = objective
    return brief
  }

  /// The plan, or a thrown description of what came instead.
  ///
  /// Nodes are limited, not time, so that a slow machine finds the same plan.
  package static func plan(
    _ campaign: Campaign, gap: Double = 1e-9, maximumNodes: Int = 20_000, feeTrialWork: Int = 0,
    timeLimit: Double = 600
  ) throws -> Plan {
    var settings = PlannerSettings()
    settings.feeTrialWork = feeTrialWork
    settings.relativeGap = gap
    settings.maximumNodes = maximumNodes
    settings.timeLimit = timeLimit
    switch try Planner.plan(campaign, settings: settings) {
    case .plan(let plan, _): return plan
    case .infeasible(let report):
      throw NoPlan(reasons: report.clashes.map { "\($0.rules.map(\.rule.name)) clash" })
    case .unreached, .unknown: throw NoPlan(reasons: ["unknown"])
    }
  }

  package struct NoPlan: Error {
    var reasons: [String]

    package init(reasons: [String]) { self.reasons = reasons }
  }
}
