import Casting
import Tables
import Yams

/// A change to a brief as the command line tells it: a key, and what stands there instead or as
/// well.
package struct BriefEdit: Sendable {
  /// As the user wrote it: `--set order_capacity=5000`. Issues name it.
  package var words: String
  package var key: String
  /// YAML.
  package var value: String
  /// Whether the value joins the list at the key instead of taking its place.
  package var appends: Bool
  /// Whether it is a ban for whose sake rules that then cannot hold are left out.
  package var dropsGroup = false

  package init(words: String, key: String, value: String, appends: Bool = false) {
    self.words = words
    self.key = key
    self.value = value
    self.appends = appends
  }
}

extension BriefFile {
  /// Reads a brief with edits, as if the file had been edited by hand.
  ///
  /// - Parameters:
  ///   - path: of a brief that is in order; nil: every key has its default.
  ///   - campaign: ids in the brief must be those of its creators and products.
  package static func read(
    path: String?, editing edits: [BriefEdit], of campaign: Campaign,
    leftOut: [LeftOutRow] = []
  ) throws(InputError) -> Brief {
    var context = ReadingContext()
    let root = path.map { node(path: $0, &context) } ?? Node.mapping(Node.Mapping([]))
    guard var edited = root else { throw InputError(context.issues) }
    for edit in edits {
      guard let next = self.edited(edited, edit, &context.issues) else {
        throw InputError(context.issues)
      }
      edited = next
    }
    // All else was in order before: whatever is wrong now is the edits'.
    let words = edits.first?.words ?? ""
    var parser = BriefParser(file: words)
    parser.readBrief(edited)
    context.issues = parser.issues
    parser.loaded.readKeptPlan(beside: path, &context)
    var issues = context.issues.withoutPlaces
    let names = ReferenceNames(parser.loaded.references, campaign.roster, campaign.products)
    for issue in names.issues { issues.append(issue) }
    for issue in parser.loaded.issuesOfCells(campaign.roster.audienceCells) {
      issues.append(issue.withoutPlace)
    }
    let references = parser.loaded.references.filter {
      !names.knows($0.cell.text, $0.attribute == .product ? .product : .creator)
    }
    for reference in references {
      var cell = reference.cell
      cell.place = InputPlace(file: words, line: nil, column: nil)
      let noun: RowNoun
      switch reference.attribute {
      case .creator where campaign.roster.creatorIDs.firstRow(of: cell.text) == nil:
        noun = .creator
      case .product where !campaign.products.products.contains { $0.id == cell.text }:
        noun = .product
      default: continue
      }
      issues.appendMissing(cell, noun, isBan: reference.isBan, file: nil, leftOut: leftOut)
    }
    guard issues.isEmpty else { throw InputError(issues) }
    return parser.loaded.brief.renamed(creators: names.creators, products: names.products)
  }

  private static func edited(
    _ root: Node, _ edit: BriefEdit, _ issues: inout InputIssues
  ) -> Node? {
    guard case .mapping(var mapping) = root,
      let value = compose(edit.value, edit.words, &issues)
    else { return nil }
    let key = Node(edit.key)
    if edit.appends, let list = mapping[key]?.sequence {
      mapping[key] = .sequence(Node.Sequence(Array(list) + [value]))
    } else {
      mapping[key] = edit.appends ? .sequence(Node.Sequence([value])) : value
    }
    return .mapping(mapping)
  }
}
