import Casting

/// A creator must be cast, for any product or for one: `lock: [C0001, {creator: C0007, product: P02}]`.
struct LockRule: WholeRule {
  /// By its place in the brief; it stands for all that say the same.
  let number: Int
  let lock: Lock
  /// By its place in the list; nil where the lock names none, or none of the list.
  let product: Int?

  static func rules(of campaign: Campaign) -> [LockRule] {
    let locks = campaign.brief.locks
    return locks.indices.filter { locks.firstIndex(of: locks[$0]) == $0 }.map { number in
      LockRule(
        number: number, lock: locks[number],
        product: locks[number].productID.flatMap { id in
          campaign.products.products.firstIndex { $0.id == id }
        })
    }
  }

  var label: RuleLabel { .lock(creatorID: lock.creatorID, productID: lock.productID) }
  var name: String { "lock \(lock.creatorID)" + (lock.productID.map { " for \($0)" } ?? "") }
  var unit: RuleUnit { .deals }
  var place: Int { number }
  var isOfSingleCreators: Bool { true }
  var creatorIDs: [String] { [lock.creatorID] }

  func compile(into draft: inout ProblemDraft) throws {
    guard let creator = draft.frame.row(ofCreator: lock.creatorID) else {
      throw PlannerError.lockedCreatorUnknown(creatorID: lock.creatorID)
    }
    if let productID = lock.productID, product == nil {
      throw PlannerError.lockedProductUnknown(creatorID: lock.creatorID, productID: productID)
    }
    draft.lock(creator: creator, product: product)
  }

  func limits(at activity: Double) -> (lower: Double, upper: Double) { (1, .infinity) }

  // MARK: Price

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool {
    lift.frame.row(ofCreator: lock.creatorID) == creator
  }

  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {
    guard touches(creator, lift) else { return }
    if let product {
      terms.requiredProducts.removeAll { $0 == product }
    } else {
      terms.isRequired = false
    }
  }

  // MARK: Clashes

  /// Deals that the lock asks for.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    guard let creator = frame.row(ofCreator: lock.creatorID),
      product != nil || lock.productID == nil
    else { return { _, _ in 0 } }
    let (product, kinds) = (product, frame.kinds)
    return { plan, _ in
      Double(
        plan.deals.count {
          $0.creator == creator
            && (product ?? kinds.product(ofKind: $0.kind))
              == kinds.product(ofKind: $0.kind)
        })
    }
  }

  var sides: [RuleSide] {
    var side = RuleSide(.whole, unit: unit, word: "lock", order: .lock)
    side.burden = .oneCreator
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    if !settings[0].isKept { campaign.brief.locks.removeAll { $0 == lock } }
  }
}
