import Casting
import Tables

/// A condition on scored deals as the command line tells it: `expected_value>=10000`, `grade=measured`,
/// `platform=tiktok,youtube`.
package struct ScoreConditionText: Sendable {
  private enum Content: Sendable {
    case complete(ScoreCondition)
    /// Words of a filter, whose values are looked up.
    case words(DealFilter.Attribute, [String])
  }

  /// As the user wrote it, with the option.
  private let words: String
  private let content: Content

  /// Columns that numbers are compared with, then those that words are.
  package static let columns =
    ScoreCondition.Quantity.allCases.map(\.rawValue) + ["grade"]
    + DealFilter.Attribute.allCases.map(\.rawValue)

  /// Nil where the text is no comparison, names no column, or compares a word by its size.
  package init?(_ text: String) {
    guard let (name, comparison, value) = Self.parts(text) else { return nil }
    words = "--where \(text)"
    if let quantity = ScoreCondition.Quantity(rawValue: name) {
      guard let bound = Self.number(value, of: quantity) else { return nil }
      content = .complete(.number(quantity, comparison, bound))
      return
    }
    let values = value.split(separator: ",").map { CellText.trimmed($0) }
    guard comparison == .equal, !values.isEmpty, values.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    if name == "grade" {
      let grades = values.compactMap { word in Grade.allCases.first { $0.word == word } }
      guard grades.count == values.count else { return nil }
      content = .complete(.grade(Set(grades)))
    } else if let attribute = DealFilter.Attribute(rawValue: name) {
      content = .words(attribute, values)
    } else {
      return nil
    }
  }

  /// The longer signs first: `>=` is no `>`.
  private static func parts(_ text: String) -> (String, ScoreCondition.Comparison, String)? {
    guard let place = text.firstIndex(where: { "<>=".contains($0) }) else { return nil }
    let rest = text[place...]
    let signs = ScoreCondition.Comparison.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    guard let sign = signs.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
    let (name, value) = (
      CellText.trimmed(text[..<place]), CellText.trimmed(rest.dropFirst(sign.rawValue.count))
    )
    return name.isEmpty || value.isEmpty ? nil : (name, sign, value)
  }

  private static func number(_ text: String, of quantity: ScoreCondition.Quantity) -> Double? {
    let reading =
      switch quantity {
      case .engagementRate, .affinity: HumanNumber.parseRate(text)
      default: HumanNumber.parse(text, in: nil)
      }
    guard case .number(let number) = reading else { return nil }
    return number
  }

  /// The conditions that texts make; throws `InputError` with every value that is none of its list.
  ///
  /// Names of creators, agencies and the like are not looked up: a roster that is read as a stream tells
  /// them too late.
  package static func conditions(
    _ texts: [ScoreConditionText], packages: [DealPackage]
  ) throws(InputError) -> [ScoreCondition] {
    var issues = InputIssues()
    var conditions: [ScoreCondition] = []
    for text in texts {
      switch text.content {
      case .complete(let condition): conditions.append(condition)
      case .words(let attribute, let values):
        var parser = BriefParser(file: text.words)
        parser.loaded.brief.packages = packages
        let list = values.map(FlowText.quoted).joined(separator: ", ")
        if let node = BriefFile.compose(
          "{\(attribute.rawValue): [\(list)]}", text.words, &parser.issues)
        {
          conditions.append(.group(parser.readFilter(node, .named("where"))))
        }
        issues.append(contentsOf: parser.issues.withoutPlaces)
      }
    }
    guard issues.isEmpty else { throw InputError(issues) }
    return conditions
  }
}
