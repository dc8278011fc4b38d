/// How many creators of a long roster are looked at by chance.
package struct ShortlistSize: Sendable {
  /// Deals below which a plan is searched on where no tree can prove it.
  static let shortPlan = 100
  /// Creators whose prices begin the search.
  package var sample = 32_768
  /// Creators of the sample who stay on the list, so that rules which ask for many can be kept.
  package var keptSample = 4096
  /// Creators left out of whom a plan tells.
  package var told = 20_000

  /// Deals that a list may have for a tree to look at everybody whom a better plan may hold.
  package var mostProved = 4_000_000

  package init() {}
}
