import Casting
import CastingPlanning

/// An audit in which two promises fail.
enum SampleAudit {
  static let findings = [
    AuditFinding(.objective),
    AuditFinding(
      .costs,
      .init(
        expected: .number(
          value: 90_000, at: .deal(creator: "C0042", product: "P03", format: .live)),
        found: .number(
          value: 80_000, at: .deal(creator: "C0042", product: "P03", format: .live)))),
    AuditFinding(
      .rulesKept,
      .init(
        expected: .fewDeals(of: .known(creator: "C0042"), most: 1), found: .deals(count: 2))),
  ]
  static let relaxed = [
    RuleChange.raise(rule: "budget", side: .maximum, from: 500_000, to: 600_000, unit: .yen)
  ]
}
