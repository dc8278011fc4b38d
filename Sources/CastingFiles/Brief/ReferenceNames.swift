import Casting

/// Names in a brief that stand where ids may: each is the id of the only one who has it. Who selects or
/// bans by a name that all accounts of a person share means the person.
struct ReferenceNames {
  /// Name to id.
  private(set) var creators: [String: String] = [:]
  private(set) var products: [String: String] = [:]
  /// Names that several have.
  private(set) var issues: [InputIssue] = []

  init(_ references: [BriefReference], _ roster: Roster, _ list: ProductList) {
    for reference in references {
      let text = reference.cell.text
      switch reference.attribute {
      case .creator where creators[text] == nil && roster.creatorIDs.firstRow(of: text) == nil:
        if reference.isBan || reference.isFilter, let person = Self.person(text, roster) {
          creators[text] = person
        } else {
          let ids = roster.rows(called: text).map { roster.creatorIDs[$0] }
          creators[text] = only(ids, reference, .creator)
        }
      case .product where products[text] == nil && !list.products.contains { $0.id == text }:
        products[text] = only(list.ids(named: text), reference, .product)
      default: break
      }
    }
  }

  /// The person of several accounts whom a text names; nil where it names none, or others besides.
  private static func person(_ text: String, _ roster: Roster) -> String? {
    let rows = roster.rows(called: text)
    guard rows.count > 1, roster.persons.count == roster.count else { return nil }
    let persons = Set(rows.map { roster.persons[$0] })
    return persons.count == 1 && persons.first?.isEmpty == false ? persons.first : nil
  }

  private mutating func only(
    _ ids: [String], _ reference: BriefReference, _ noun: RowNoun
  ) -> String? {
    if ids.count > 1 {
      issues.append(
        InputIssue(
          reference.cell,
          .brief(.sharedName(name: reference.cell.name, noun: noun, ids: Array(ids.prefix(8))))))
    }
    return ids.count == 1 ? ids[0] : nil
  }

  /// Whether a text needs no further look: it names somebody, or too many.
  func knows(_ text: String, _ noun: RowNoun) -> Bool {
    (noun == .creator ? creators : products)[text] != nil || issues.contains { $0.value == text }
  }
}
