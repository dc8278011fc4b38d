import Allocation
import Casting

/// The brief's locks, by rows of roster and products.
struct CampaignLocks: Sendable {
  /// Creators who must be cast, each with the products she must have; ascending, no duplicates.
  private(set) var products: [(creator: Int, products: [Int])] = []
  /// Creators who must be cast for any product; ascending.
  private(set) var anyProduct: [Int] = []
  /// Every lock once, in the brief's order; without a product the lock asks for any.
  private(set) var stated: [(creator: Int, product: Int?)] = []

  init(_ campaign: Campaign) throws {
    guard !campaign.brief.locks.isEmpty else { return }
    let wanted = Set(campaign.brief.locks.map(\.creatorID))
    var rowOfCreator: [String: Int] = [:]
    for row in 0..<campaign.roster.count {
      let id = campaign.roster.creatorIDs[row]
      if wanted.contains(id) { rowOfCreator[id] = row }
    }
    var named: [Int: Set<Int>] = [:]
    var any: Set<Int> = []
    for lock in campaign.brief.locks {
      guard let creator = rowOfCreator[lock.creatorID] else {
        throw PlannerError.lockedCreatorUnknown(creatorID: lock.creatorID)
      }
      guard let productID = lock.productID else {
        if any.insert(creator).inserted { stated.append((creator, nil)) }
        continue
      }
      guard let product = campaign.products.products.firstIndex(where: { $0.id == productID })
      else {
        throw PlannerError.lockedProductUnknown(creatorID: lock.creatorID, productID: productID)
      }
      if named[creator, default: []].insert(product).inserted {
        stated.append((creator, product))
      }
    }
    products = named.keys.sorted().map { ($0, (named[$0] ?? []).sorted()) }
    anyProduct = any.sorted()
  }

  /// Whether a lock names the deal: its creator for any product, or the pair.
  func names(creator: Int, product: Int) -> Bool {
    anyProduct.contains(creator)
      || products.contains { $0.creator == creator && $0.products.contains(product) }
  }

  func apply(to items: inout [AllocationItem], kinds: DealKinds) {
    for creator in anyProduct { items[creator].isRequired = true }
    for lock in products {
      items[lock.creator].requiredKinds = lock.products.map { product in
        kinds.kinds(ofProduct: product).map { Int32($0) }
      }
    }
  }
}
