import Casting
import Yams

/// Formats that the brief makes up: `packages: {launch: {live: 1, story: 2, discount: 0.1}}`.
extension BriefParser {
  /// Every one has a bit in masks of formats.
  private static let mostPackages = 32
  private static let separators = Set<Character>(":=;、|,；，／/")

  mutating func readPackages(_ entry: Entry) {
    let packages = entries(entry.value, .named(entry.name), nil)
    if packages.count > Self.mostPackages {
      issues.append(.tooManyPackages(cell(entry), maximum: Self.mostPackages))
      return
    }
    for package in packages {
      if let fault = nameReason(package.name) {
        issues.append(.badPackageName(cell(package.key, .named(entry.name)), fault))
      } else if let package = readPackage(package) {
        loaded.brief.packages.append(package)
      }
    }
  }

  private mutating func readPackage(_ entry: Entry) -> DealPackage? {
    let known = issues.total
    var counts: [DealFormat: Int] = [:]
    var discount = 0.0
    let formats = DealFormat.counted.map(\.rawValue)
    for part in entries(entry.value, .named("packages.\(entry.name)"), formats + ["discount"]) {
      if part.name == "discount" {
        discount = number(part, .rate) ?? 0
      } else if let count = number(part, .partCount) {
        counts[DealFormat(rawValue: part.name) ?? .live] = Int(count)
      }
    }
    guard issues.total == known else { return nil }
    if counts.isEmpty {
      issues.append(.wrongShape(cell(entry.key, .named("packages.\(entry.name)")), .package))
      return nil
    }
    return DealPackage(name: entry.name, counts: counts, discount: discount)
  }

  /// Why a package cannot be called so; nil where it can.
  private func nameReason(_ name: String) -> BriefFault.NameReason? {
    let isPlain = !name.contains { $0.isWhitespace || Self.separators.contains($0) }
    guard isPlain, !name.isEmpty else { return .hasSeparators }
    if let format = WordList.formats.word(for: name) { return .isFormat(format: format) }
    let text = HeaderText.normalized(name)
    let others = loaded.brief.packages.map(\.name)
    if let other = others.first(where: { HeaderText.normalized($0) == text }) {
      return .isPackage(name: other)
    }
    let header = HeaderText.normalized("fee_\(name)")
    let roster = TableSchema.roster
    let column = roster.columnOfHeader[header] ?? roster.columnOfFallback[header]
    return column.map { .isColumn(column: roster.columns[$0].name) }
  }
}

extension NumberRule {
  /// How many of a format a package has.
  fileprivate static let partCount = NumberRule(
    isWhole: true, minimum: 1, maximum: 100, meaning: .partCount, quantity: .count)
}

extension InputIssue {
  fileprivate static func badPackageName(
    _ cell: Cell, _ reason: BriefFault.NameReason
  ) -> InputIssue {
    InputIssue(cell, .brief(.badPackageName(because: reason)))
  }

  fileprivate static func tooManyPackages(_ cell: Cell, maximum: Int) -> InputIssue {
    InputIssue(cell.place, .brief(.tooManyPackages(maximum: maximum)))
  }
}
