import Allocation
import Casting

/// Creators who are cast all or none, or of whom at most one is: `together: [[C0020, C0021]]`,
/// `apart: [[C0010, C0011]]`.
struct GroupRule: WholeRule {
  /// By its place among the groups of its key.
  let number: Int
  let rule: ItemLink.Rule
  /// In the brief's order.
  let ids: [String]

  /// Those kept apart first.
  static func rules(of campaign: Campaign) -> [GroupRule] {
    campaign.brief.apart.enumerated().map { GroupRule(number: $0, rule: .atMostOne, ids: $1) }
      + campaign.brief.together.enumerated().map {
        GroupRule(number: $0, rule: .allOrNone, ids: $1)
      }
  }

  static func tidy(_ campaign: inout Campaign) {
    campaign.brief.apart.removeAll(where: \.isEmpty)
    campaign.brief.together.removeAll(where: \.isEmpty)
  }

  private var isTogether: Bool { rule == .allOrNone }
  private var key: String { isTogether ? "together" : "apart" }

  var label: RuleLabel { isTogether ? .together(creatorIDs: ids) : .apart(creatorIDs: ids) }
  var name: String { "\(key) \(ids.joined(separator: ", "))" }
  var unit: RuleUnit { .creators }
  var place: Int { number }
  /// A group of one limits nothing.
  var isListed: Bool { Set(ids).count > 1 }
  var isOfSingleCreators: Bool { true }
  var creatorIDs: [String] { ids }

  func compile(into draft: inout ProblemDraft) throws {
    let rows = try ids.map { id in
      guard let row = draft.frame.row(ofCreator: id) else {
        throw PlannerError.groupedCreatorUnknown(creatorID: id)
      }
      return row
    }
    let members = Set(rows).sorted()
    if members.count > 1 { draft.link(members, rule, named: ids) }
  }

  /// Those who go together have to be all when one is; their rule presses from below where they are
  /// cast, and from above where they are not.
  func limits(at activity: Double) -> (lower: Double, upper: Double) {
    guard isTogether else { return (-.infinity, 1) }
    let all = Double(Set(ids).count)
    return (activity > 0 ? all : 0, all)
  }

  // MARK: Price

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool {
    lift.groups.contains {
      $0.number == lift.number && $0.members.contains(creator)
    }
  }

  /// The group itself is left out of the choice.
  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {}

  // MARK: Clashes

  /// Members who are cast.
  func measure(in frame: RuleFrame) -> RuleMeasure {
    let members = Set(ids.compactMap { frame.row(ofCreator: $0) })
    return { plan, _ in
      Double(Set(plan.deals.lazy.map(\.creator)).intersection(members).count)
    }
  }

  var sides: [RuleSide] {
    var side = RuleSide(
      .whole, unit: unit, word: key, order: isTogether ? .together : .apart)
    side.burden = .group
    return [side]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    guard !settings[0].isKept else { return }
    if isTogether {
      campaign.brief.together[number] = []
    } else {
      campaign.brief.apart[number] = []
    }
  }
}
