import Casting
import Tables
import Yams

extension BriefParser {
  /// Reads `[[C0010, C0011], …]`: groups of creators, each of at least two who are distinct.
  ///
  /// A group with an issue is left out; that the creators exist is checked against the roster.
  mutating func creatorGroups(_ entry: Entry) -> [[String]] {
    let form = ExpectedForm.groups
    // One issue for a flat list, not one for each of its creators.
    if let list = entry.value.sequence, !list.isEmpty, list.allSatisfy({ $0.sequence == nil }) {
      issues.append(.wrongShape(cell(entry), form))
      return []
    }
    return items(entry, form).compactMap { creatorGroup($0, entry.name) }
  }

  private mutating func creatorGroup(_ node: Node, _ name: String) -> [String]? {
    guard let members = node.sequence else {
      issues.append(
        .wrongShape(cell(node, .group(of: name)), .group))
      return nil
    }
    let known = issues.total
    var group: [String] = []
    for member in members {
      guard let creator = reference(member, .named(name), .creator) else { continue }
      if group.contains(creator) {
        issues.append(.repeatedMember(cell(member, .group(of: name))))
      } else {
        group.append(creator)
      }
    }
    guard issues.total == known else { return nil }
    if group.count < 2 {
      issues.append(.loneMember(cell(node, .group(of: name)), group))
      return nil
    }
    return group
  }

  /// Reads `{max: 3}`, or a list as `[{max: 3}, {agency: Acme, max: 2}]`.
  mutating func readAgencyLimits(_ entry: Entry) {
    for node in entry.value.sequence.map({ Array($0) }) ?? [entry.value] {
      let known = issues.total
      var limit = AgencyLimit(maximum: nil)
      for part in entries(node, .named(entry.name), ["agency", "max"]) {
        if part.name == "max" {
          limit.maximum = number(part, .whole).map { Int($0) }
        } else {
          limit.agency = reference(part.value, .named("agency"), .agency)
        }
      }
      guard issues.total == known else { continue }
      let name = limit.agency.map { NormalizedText($0).string }
      if limit.maximum == nil {
        issues.append(.missingKey(cell(node, .named(entry.name)), "max"))
      } else if loaded.brief.agencyLimits.contains(where: {
        $0.agency.map { NormalizedText($0).string } == name
      }) {
        issues.append(.repeatedLimit(cell(node, .named(entry.name)), agency: limit.agency))
      } else {
        loaded.brief.agencyLimits.append(limit)
      }
    }
  }
}
