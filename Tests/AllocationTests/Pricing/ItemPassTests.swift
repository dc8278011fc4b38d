import Allocation
import AllocationTestSupport
import Testing

/// Looks at items at fixed prices, some of them nearer to paying than others.
@Suite struct ItemPassTests {
  @Test func nearbyIsNearByAWiderShare() {
    var (near, nearby) = (0, 0)
    for seed in UInt64(1)...20 {
      let problem = SaturatedProblem.make(items: 80, groups: 3, picks: 10, seed: seed)
      var settings = AllocationSettings()
      settings.maximumNodes = 0
      settings.threads = 1
      let prices = AllocationSolver(valid: problem, settings: settings).solve().prices
      let both = ItemPass(over: problem, at: prices, tolerance: 0.1, wide: 0.5)
      let wide = ItemPass(over: problem, at: prices, tolerance: 0.5)
      let narrow = ItemPass(over: problem, at: prices, tolerance: 0.1)
      #expect(both.near == narrow.near, "seed \(seed)")
      #expect(both.nearby == wide.near, "seed \(seed)")
      #expect(both.sum == wide.sum && both.earnings == wide.earnings, "seed \(seed)")
      #expect(narrow.nearby.isEmpty, "seed \(seed)")
      near += both.near.count
      nearby += both.nearby.count
    }
    #expect(near > 200 && nearby > near, "\(near) \(nearby)")
  }
}
