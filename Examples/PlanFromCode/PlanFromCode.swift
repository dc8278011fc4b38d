import Allocation
import Casting
import CastingPlanning

// Plans a campaign whose data are in a program, not in files; nothing but public names is used.
// `swift run plan-from-code` prints the plan.

/// Creators with ids, followers and live fees: what a roster has to have at least.
func roster() -> Roster {
  var roster = Roster()
  roster.creatorIDs = TextColumn(["C1", "C2", "C3", "C4", "C5"])
  roster.followers = NumberColumn([12_000, 85_000, 31_000, 54_000, 22_000])
  roster.formatFees[DealFormat.live.index] = NumberColumn([
    30_000, 220_000, 80_000, 120_000, 45_000,
  ])
  return roster
}

/// Two products; whatever is not set has its documented default.
func products() -> ProductList {
  var serum = Product(id: "P1", price: 3_980)
  serum.stock = 400
  return ProductList([serum, Product(id: "P2", price: 1_480)])
}

func brief() -> Brief {
  var brief = Brief()
  brief.campaign = "From code"
  brief.budget = 300_000
  brief.locks = [Lock(creatorID: "C3")]
  return brief
}

/// The smallest allocation problem: two items, one option each, room for one of them.
func allocation() throws -> AllocationSolution {
  let problem = AllocationProblem(
    groupCount: 1, segmentCount: 1, curve: .linear, poolCapacity: [.infinity], poolYield: [1],
    groupWorth: [1], groupOutputLimit: [.infinity], totalOutputLimit: .infinity,
    items: [AllocationItem(), AllocationItem()], segmentShares: [1, 1], optionStart: [0, 1, 2],
    optionKind: [0, 0], optionReach: [5, 8], optionCost: [3, 4], optionValue: [],
    kindGroup: [0], kindExclusion: [0],
    rows: [AllocationRow(upper: 5, inside: .init(perCost: 1))], costWeight: 0)
  return try AllocationSolver(problem: problem, settings: AllocationSettings()).solve()
}

@main
enum PlanFromCode {
  static func main() throws {
    let campaign = Campaign(roster: roster(), products: products(), brief: brief())
    switch try Planner.plan(campaign) {
    case .plan(let plan, _):
      for deal in plan.deals {
        print(deal.rank, deal.creatorID, deal.productID, deal.format.rawValue, Int(deal.cost))
      }
      print("worth at least \(Int(plan.value)), at most \(Int(plan.bound.rounded(.up)))")
    case .infeasible(let clash): print("\(clash.clashes.count) clashes")
    case .unreached, .unknown: print("no plan")
    }
    print("options \(try allocation().chosenOptions) of the allocation problem")
  }
}
