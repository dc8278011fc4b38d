import ArgumentParser
import Casting
import CastingFiles
import CastingReports
import Tables

/// The questions of a what-if: budgets, and changes each on its own.
struct ChangeOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      """
      A budget, or a sweep FROM:TO:STEP: 1M:10M:1M, 100万:1000万:100万; or against the brief's: \
      80%,120%, -20%. May be repeated.
      """,
      valueName: "amounts"))
  var budgets: [String] = []

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: .init("Another value in the brief: order_capacity=5000.", valueName: "key=value"))
  var settings: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("A creator who must be cast: C1, or C1:P2 for a product.", valueName: "creator"))
  var lock: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Who or what must not: C1, agency=Acme, platform=x.", valueName: "filter"))
  var ban: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Who or what goes, with the rules that then cannot hold: platform=tiktok, C1.",
      valueName: "filter"))
  var drop: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Another fee: C1=80000, C1:live=8万, C1=-20000, C1=+10%, *=+10%, platform=tiktok:+10%.",
      valueName: "creator=amount"))
  var fee: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Another price, margin, conversion, stock or market: P1:stock=2000, *:price=-10%.",
      valueName: "product:field=amount"))
  var product: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("A rule left out, by its name in the plan.", valueName: "name"))
  var dropRule: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "More (or less) of a product's max_spend: P1=50万.", valueName: "product=amount"))
  var addProductBudget: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Scenarios of several changes together, YAML.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var scenarios: [String] = []

  /// Rows that one sweep may have.
  private static let mostBudgets = 1_000

  /// What is wrong with the options.
  var problems: [UsageProblem] {
    var problems: [UsageProblem] = []
    for text in budgets where Self.budgets(text, of: 1, .yen) == nil {
      problems.append(.sweep(given: text, most: Self.mostBudgets))
    }
    for text in settings where Self.parts(text, "=") == nil {
      problems.append(.setting(given: text))
    }
    for text in fee where Self.fee(text) == nil && Self.feesOfMany(text) == nil {
      problems.append(.fee(given: text))
    }
    for text in product where Self.productField(text) == nil {
      problems.append(.productField(given: text))
    }
    for text in addProductBudget where Self.amount(text) == nil {
      problems.append(.productBudget(given: text))
    }
    if isEmpty { problems.append(.noQuestion) }
    return problems
  }

  /// What is wrong with them in a brief's currency.
  func problems(in money: Money) -> [UsageProblem] {
    [
      ("--budgets", budgets), ("--fee", fee), ("--product", product),
      ("--add-product-budget", addProductBudget),
    ].flatMap { ForeignAmounts.problems($0.0, $0.1, in: money) }
  }

  private var isEmpty: Bool {
    [budgets, settings, lock, ban, drop, fee, product, dropRule, addProductBudget, scenarios]
      .allSatisfy(\.isEmpty)
  }

  /// Ascending, each once.
  ///
  /// - Parameters:
  ///   - base: the brief's budget, without tax.
  ///   - terms: by which amounts with tax are to be read, and rounded.
  func budgets(of base: Double, _ terms: DealTerms) -> [Double] {
    let asked = budgets.flatMap { Self.budgets($0, of: base, terms.money) ?? [] }
    return Array(
      Set(
        asked.map { budget in
          budget.isRelative ? budget.amount : terms.net(budget: budget.amount)
        })
    ).sorted()
  }

  /// Each change on its own, then the scenarios of files.
  ///
  /// - Parameters:
  ///   - packages: of the brief.
  ///   - money: of the brief.
  func requests(
    packages: [DealPackage], in money: Money
  ) throws(InputError) -> [ScenarioRequest] {
    var requests =
      edits.map { edit in
        var request = ScenarioRequest(words: edit.words)
        request.edits = [edit]
        return request
      }
      + fee.compactMap { text in
        var request = ScenarioRequest(words: "--fee \(text)")
        if let many = Self.feesOfMany(text) {
          request.feesOfMany = [many]
        } else {
          request.fees = Self.fee(text).map { [$0] } ?? []
        }
        return request
      }
    requests += product.compactMap { text in
      var request = ScenarioRequest(words: "--product \(text)")
      request.productFields = Self.productField(text).map { [$0] } ?? []
      return request
    }
    requests += dropRule.map { name in
      var request = ScenarioRequest(words: "--drop-rule \(name)")
      request.droppedRules = [name]
      return request
    }
    requests += addProductBudget.map { text in
      var request = ScenarioRequest(words: "--add-product-budget \(text)")
      request.productBudgets = Self.amount(text).map { [(productID: $0.0, amount: $0.1)] } ?? []
      return request
    }
    var issues = InputIssues()
    for path in scenarios {
      do throws(InputError) {
        requests += try ScenarioFile.read(path: path, packages: packages, in: money)
      } catch {
        issues.append(contentsOf: error.issues)
      }
    }
    guard issues.isEmpty else { throw InputError(issues, in: money) }
    return requests
  }

  /// Changes of the brief.
  private var edits: [BriefEdit] {
    settings.compactMap { text in
      Self.parts(text, "=").map { BriefEdit(words: "--set \(text)", key: $0.0, value: $0.1) }
    }
      + lock.map { text in
        let value =
          Self.parts(text, ":").map {
            "{creator: \(Self.quoted($0.0)), product: \(Self.quoted($0.1))}"
          } ?? Self.quoted(text)
        return BriefEdit(words: "--lock \(text)", key: "lock", value: value, appends: true)
      }
      + ban.map { Self.ban($0, option: "--ban") }
      + drop.map { text in
        var edit = Self.ban(text, option: "--drop")
        edit.dropsGroup = true
        return edit
      }
  }

  private static func ban(_ text: String, option: String) -> BriefEdit {
    let value =
      parts(text, "=").map { "{\(quoted($0.0)): \(quoted($0.1))}" } ?? quoted(text)
    return BriefEdit(words: "\(option) \(text)", key: "ban", value: value, appends: true)
  }

  /// Whether the brief is read again for some change.
  var changesBrief: Bool { !edits.isEmpty || !scenarios.isEmpty }

  // MARK: Parsing

  /// Amounts, sweeps and shares of the brief's budget with commas between them; nil where one is none.
  private static func budgets(
    _ text: String, of base: Double, _ money: Money
  ) -> [(amount: Double, isRelative: Bool)]? {
    // `1,000,000` is one amount.
    if let found = sweep(text) { return found.map { ($0, false) } }
    var budgets: [(amount: Double, isRelative: Bool)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.trimmingPrefix { $0 == " " }
      if isRelative(part), let change = NumberChange(String(part)) {
        budgets.append((money.nearest(change.applied(to: base)), true))
      } else if let found = sweep(String(part)) {
        budgets += found.map { ($0, false) }
      } else {
        return nil
      }
    }
    return budgets
  }

  private static func isRelative(_ text: some StringProtocol) -> Bool {
    text.hasSuffix("%") || text.hasSuffix("％") || text.hasPrefix("+") || text.hasPrefix("-")
  }

  private static func sweep(_ text: String) -> [Double]? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map {
      number(String($0))
    }
    guard numbers.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else { return nil }
    switch numbers.compactMap({ $0 }) {
    case let found where found.count == 1: return found
    case let found where found.count == 3 && found[0] <= found[1] && found[2] > 0:
      let steps = ((found[1] - found[0]) / found[2] + 1e-9).rounded(.down)
      guard steps < Double(mostBudgets) else { return nil }
      return (0...Int(steps)).map { found[0] + Double($0) * found[2] }
    default: return nil
    }
  }

  private static func number(_ text: String) -> Double? {
    guard case .number(let number) = HumanNumber.parse(text, in: nil) else { return nil }
    return number
  }

  /// Both sides of the first separator, or of the last, neither empty.
  private static func parts(
    _ text: String, _ separator: Character, last: Bool = false
  ) -> (String, String)? {
    let place = last ? text.lastIndex(of: separator) : text.firstIndex(of: separator)
    guard let place else { return nil }
    let sides = (String(text[..<place]), String(text[text.index(after: place)...]))
    return sides.0.isEmpty || sides.1.isEmpty ? nil : sides
  }

  private static func amount(_ text: String) -> (String, Double)? {
    guard let (id, amount) = parts(text, "=", last: true), let number = number(amount) else {
      return nil
    }
    return (id, number)
  }

  private static func fee(_ text: String) -> ScenarioRequest.Fee? {
    guard let (who, amount) = parts(text, "=", last: true), who != "*",
      let change = NumberChange(amount)
    else { return nil }
    // An id may hold colons of its own.
    guard let (id, word) = parts(who, ":", last: true), let format = DealFormat(rawValue: word)
    else { return .init(creatorID: who, change: change) }
    return .init(creatorID: id, format: format, change: change)
  }

  /// `*=+10%`, or `platform=tiktok:+10%`.
  private static func feesOfMany(_ text: String) -> ScenarioRequest.FeesOfMany? {
    if let (all, amount) = parts(text, "="), all == "*" {
      return NumberChange(amount).map { .init(filter: nil, change: $0, words: text) }
    }
    guard let (group, amount) = parts(text, ":", last: true), let filter = parts(group, "="),
      let change = NumberChange(amount)
    else { return nil }
    return .init(filter: (key: filter.0, value: filter.1), change: change, words: text)
  }

  /// `P1:stock=2000`, or `*:price=-10%`.
  private static func productField(_ text: String) -> ScenarioRequest.ProductField? {
    guard let (which, amount) = parts(text, "=", last: true),
      let (id, name) = parts(which, ":", last: true),
      let field = ScenarioRequest.ProductField.Field(rawValue: name),
      let change = NumberChange(amount, isRate: field.isRate)
    else { return nil }
    return .init(productID: id == "*" ? nil : id, field: field, change: change, words: text)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
