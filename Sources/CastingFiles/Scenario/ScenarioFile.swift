import Casting
import Tables
import Yams

/// Reads scenarios, each with several changes made together, from a YAML list.
public enum ScenarioFile {
  private static let keys = [
    "name", "probability", "budget", "set", "lock", "ban", "drop", "fee", "drop_rule",
    "add_product_budget",
  ]

  /// Reads the list; ids and rules are looked up when the scenarios are made.
  ///
  /// - Parameters:
  ///   - packages: of the brief, which fees may be of.
  ///   - money: of the brief; marks beside amounts name no other.
  public static func read(
    path: String, packages: [DealPackage] = [], in money: Money = .yen
  ) throws(InputError) -> [ScenarioRequest] {
    var context = ReadingContext()
    var requests: [ScenarioRequest] = []
    if let root = BriefFile.node(path: path, &context) {
      var parser = BriefParser(file: path)
      parser.loaded.brief.packages = packages
      parser.currency = Currency(money.code)
      if let list = root.sequence, !list.isEmpty {
        for (number, node) in list.enumerated() {
          requests.append(request(node, number: number + 1, &parser))
        }
      } else {
        parser.issues.append(
          .wrongShape(parser.cell(root, InputSubject(.file)), .scenarios))
      }
      context.issues.append(contentsOf: parser.issues)
    }
    guard context.issues.isEmpty else { throw InputError(context.issues, in: money) }
    return requests
  }

  private static func request(
    _ node: Node, number: Int, _ parser: inout BriefParser
  ) -> ScenarioRequest {
    let place = parser.place(node)
    var request = ScenarioRequest(
      words: place.file + (place.line.map { ":\($0)" } ?? ""), name: "scenario \(number)")
    request.number = number
    let entries = parser.entries(node, InputSubject(.scenario), keys)
    if entries.allSatisfy({ ["name", "probability"].contains($0.name) }) && parser.issues.isEmpty {
      parser.issues.append(
        .wrongShape(parser.cell(node, InputSubject(.scenario)), .scenarioChange))
    }
    for entry in entries {
      switch entry.name {
      case "name":
        guard let name = parser.text(entry) else { continue }
        (request.name, request.number) = (name, nil)
      case "probability": request.probability = parser.number(entry, .rate)
      case "budget": request.budget = parser.number(entry, .yen)
      case "set":
        for part in parser.entries(entry.value, .named("set"), nil) {
          request.edits.append(edit(part.value, key: part.name, of: request, appends: false))
        }
      case "lock", "ban", "drop":
        let nodes = entry.value.sequence.map { Array($0) } ?? [entry.value]
        for item in nodes {
          let isDrop = entry.name == "drop"
          var made = edit(item, key: isDrop ? "ban" : entry.name, of: request, appends: true)
          made.dropsGroup = isDrop
          request.edits.append(made)
        }
      case "fee":
        for part in parser.entries(entry.value, .named("fee"), nil) {
          if let amount = parser.number(part, .yen), let fee = fee(part, .to(amount), &parser) {
            request.fees.append(fee)
          }
        }
      case "drop_rule": request.droppedRules = parser.texts(entry).map(\.text)
      default:
        for part in parser.entries(entry.value, .named(entry.name), nil) {
          if let amount = parser.number(part, .change) {
            request.productBudgets.append((part.name, amount))
          }
        }
      }
    }
    return request
  }

  private static func edit(
    _ node: Node, key: String, of request: ScenarioRequest, appends: Bool
  ) -> BriefEdit {
    BriefEdit(
      words: request.words, key: key, value: (try? Yams.serialize(node: node)) ?? "",
      appends: appends)
  }

  /// `C1` or `C1:live`.
  private static func fee(
    _ entry: BriefParser.Entry, _ change: NumberChange, _ parser: inout BriefParser
  ) -> ScenarioRequest.Fee? {
    let parts = entry.name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return .init(creatorID: entry.name, change: change) }
    let brief = parser.loaded.brief
    guard let format = brief.format(named: parts[1]) else {
      parser.issues.append(
        .unknownChoice(
          parser.cell(entry.key, InputSubject(.fee)), brief.allFormats.map(\.rawValue)))
      return nil
    }
    return .init(creatorID: parts[0], format: format, change: change)
  }
}

extension NumberRule {
  fileprivate static let change = NumberRule(minimum: -1e15, meaning: .change)
}
