import Allocation
import Casting

/// Creators who must be cast, by rows of roster and products.
struct CampaignLocks: Sendable {
  /// Creators who must be cast, each with the products she must have; ascending, no duplicates.
  private(set) var products: [(creator: Int, products: [Int])] = []
  /// Creators who must be cast for any product; ascending.
  private(set) var anyProduct: [Int] = []
  /// Every lock once, in the order of the rules; without a product the lock asks for any.
  private(set) var stated: [(creator: Int, product: Int?)] = []

  init() {}

  /// The brief's locks on creators and products that there are.
  init(of campaign: Campaign) {
    for lock in campaign.brief.locks {
      guard let creator = campaign.roster.creatorIDs.firstRow(of: lock.creatorID) else { continue }
      let product = lock.productID.map { id in
        campaign.products.products.firstIndex { $0.id == id }
      }
      // A product that is asked for and not there is none to lock.
      if let product {
        if let row = product { add(creator: creator, product: row) }
      } else {
        add(creator: creator, product: nil)
      }
    }
  }

  mutating func add(creator: Int, product: Int?) {
    guard !stated.contains(where: { $0 == (creator, product) }) else { return }
    stated.append((creator, product))
    guard let product else {
      anyProduct = (anyProduct + [creator]).sorted()
      return
    }
    if let known = products.firstIndex(where: { $0.creator == creator }) {
      products[known].products = (products[known].products + [product]).sorted()
    } else {
      products.append((creator, [product]))
      products.sort { $0.creator < $1.creator }
    }
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
