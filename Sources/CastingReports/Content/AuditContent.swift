import Casting
import CastingPlanning

extension Report {
  /// Which promises of a plan hold.
  ///
  /// - Parameters:
  ///   - relaxed: what the plan relaxes and the audit accepted.
  ///   - untold: what the plan does not say.
  public init(
    _ findings: [AuditFinding], relaxed: [RuleChange] = [], untold: [AuditUntold] = [],
    _ wording: Wording
  ) {
    let content = AuditContent(
      findings: findings, relaxed: relaxed, untold: untold, wording: wording)
    self.init(sections: [ReportSection(nil, content.blocks)], document: content.document)
  }
}

/// A line per promise, and what differs below those that fail.
struct AuditContent {
  /// The layout's name and version.
  static let schema = "castplan/audit/1"

  let findings: [AuditFinding]
  let relaxed: [RuleChange]
  let untold: [AuditUntold]
  let wording: Wording

  var blocks: [ReportBlock] {
    relaxed.map { .text(wording.accepted($0), .note) } + findings.flatMap(blocks)
      + (untold.isEmpty ? [] : [.text(wording.untold(untold), .note)])
      + [.text(wording.conclusion(findings), .body)]
  }

  private func blocks(_ finding: AuditFinding) -> [ReportBlock] {
    let promise = ReportBlock.text(
      wording.text(finding.promise), .checked(holds: finding.holds))
    guard let difference = finding.difference else { return [promise] }
    return [
      promise, .text(wording.expected(difference), .detail),
      .text(wording.found(difference), .detail),
    ]
  }

  /// `expected` and `found` are null where a promise holds, their facts absent.
  var document: JSONValue {
    .object([
      ("schema", .string(Self.schema)),
      ("holds", .bool(findings.allSatisfy(\.holds))),
      ("relaxed", .array(relaxed.map { .string(wording.done($0)) })),
      ("promises", .array(findings.map(promise))),
      ("untold", .array(untold.map { .code(of: $0) })),
    ])
  }

  private func promise(_ finding: AuditFinding) -> JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("code", JSONValue.code(of: finding.promise)),
      ("promise", .string(wording.text(finding.promise))),
      ("holds", .bool(finding.holds)),
    ]
    guard let difference = finding.difference else {
      return .object(members + [("expected", .null), ("found", .null)])
    }
    return .object(
      members + [
        ("expected", .string(wording.text(difference.expected))),
        ("found", .string(wording.text(difference.found))),
        ("expected_fact", JSONValue(difference.expected)),
        ("found_fact", JSONValue(difference.found)),
      ])
  }
}
