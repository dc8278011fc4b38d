import CastingPlanning

/// Writes an audit for programs.
public enum AuditJSON {
  /// The layout's name and version.
  public static let schema = "castplan/audit/1"

  /// Keys in fixed order; `expected` and `found` are null where a promise holds.
  ///
  /// - Parameter relaxed: what the plan relaxes and the audit accepted, in words.
  public static func bytes(_ findings: [AuditFinding], relaxed: [String] = []) -> [UInt8] {
    JSONValue.object([
      ("schema", .string(schema)),
      ("holds", .bool(findings.allSatisfy(\.holds))),
      ("relaxed", .array(relaxed.map { .string($0) })),
      ("promises", .array(findings.map(promise))),
    ]).text
  }

  private static func promise(_ finding: AuditFinding) -> JSONValue {
    .object([
      ("promise", .string(finding.promise)),
      ("holds", .bool(finding.holds)),
      ("expected", finding.holds ? .null : .string(finding.expected)),
      ("found", finding.holds ? .null : .string(finding.found)),
    ])
  }
}
