/// How many creators of a long roster are looked at by chance.
package struct ShortlistSize: Sendable {
  /// Creators whose prices begin the search.
  package var sample = 32_768
  /// Creators of the sample who stay on the list, so that rules which ask for many can be kept.
  package var keptSample = 4096
  /// Creators left out of whom a plan tells.
  package var told = 20_000

  package init() {}
}
