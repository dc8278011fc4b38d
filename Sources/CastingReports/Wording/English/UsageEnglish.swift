/// What is wrong with options, in English.
enum UsageEnglish {
  static func text(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknownLanguage(let given): "--lang \(given): one of ja or en is needed"
    case .missingFile(.roster):
      "--roster FILE is required: the table of creators; or give --workbook FILE"
    case .missingFile(.products):
      "--products FILE is required: the table of products; or give --workbook FILE"
    case .unknownFormat(let given, let formats):
      "--format \(given): one of \(either(formats)) is needed"
    case .budget(let given):
      "--budget \(given): an amount, 0 or more, is needed, such as 5M, 500万 or 5,000,000"
    case .wholeNumber(let option, let given, let least, let most):
      "\(option) \(given): a whole number from \(least)"
        + (most.map { " to \(number($0))" } ?? "") + " is needed"
    case .unknownPolicy(let given, let policies):
      "--invalid \(given): one of \(either(policies)) is needed"
    case .maximumInvalid(let given):
      "--max-invalid \(given): a share of the rows, such as 5%, or a number of rows, such as 20, is "
        + "needed"
    case .timeLimit(let given):
      "--time-limit \(given): seconds above 0 are needed, such as 60"
    case .gap(let given):
      "--gap \(given): a share from 0 to below 1 is needed, such as 0.001 or 0.1%"
    case .curve(let given, let most):
      "--curve \(given): none, or a whole number from 1 to \(most) is needed"
    case .curveNowhere(let given):
      "--curve \(given): the curve stands in plan.json: give --out DIR or --format json"
    case .sweep(let given, let most):
      "--budgets \(given): an amount, a share such as 80% or -20%, or FROM:TO:STEP with FROM up to TO and at most \(most) "
        + "steps, is needed, such as 1M:10M:1M"
    case .setting(let given):
      "--set \(given): key=value is needed, such as order_capacity=5000"
    case .fee(let given):
      "--fee \(given): creator=amount is needed, such as C1=80000, C1:live=8万, C1=+10% "
        + "or platform=tiktok:+10%"
    case .productField(let given):
      "--product \(given): product:field=amount is needed, with price, margin, conversion, stock or "
        + "market, such as P1:stock=2000 or *:price=-10%"
    case .productBudget(let given):
      "--add-product-budget \(given): product=amount is needed, such as P1=50万"
    case .noQuestion:
      "a question is needed: --budgets, --set, --lock, --ban, --fee, --product, --drop-rule, "
        + "--add-product-budget or --scenarios"
    case .briefReadTwice:
      "--brief -: a brief that is to be changed is read again, which stdin cannot be; give a file"
    case .exclusive(let options):
      "\(list(options, "and")) exclude each other; give one of them"
    case .unknownRanking(let given, let rankings):
      "--rank-by \(given): one of \(rankings.joined(separator: ", ")) is needed"
    case .databaseToStandardOutput:
      "--format sqlite needs --out FILE: a database cannot go to stdout"
    case .modelUsedAndSaved:
      "--model and --save-model exclude each other: a model that is used is saved already"
    case .condition(let given, let columns):
      "--where \(given): a comparison is needed, such as expected_value>=10000, grade=measured or "
        + "platform=tiktok,youtube, with one of \(columns.joined(separator: ", ")); words have = alone"
    case .runDate(let given): "--run-date \(given): a day is needed, such as 2026-12-01"
    case .emptyRunID: "--run-id: a name is needed, such as 2026-12-01"
    case .notPlan(let path):
      "\(path) is no plan of castplan: to value a list made by hand, give --roster, --products and "
        + "--brief"
    case .otherObjectives(let first, let firstObjective, let second, let secondObjective):
      "\(first) is worth \(firstObjective), \(second) \(secondObjective): give --roster, --products "
        + "and --brief, by whose objective both are valued"
    case .foreignAmount(let option, let given, let currency):
      "\(option) \(given): an amount in \(currency), the brief's currency, is needed, with no other mark"
    case .otherCurrencies(let first, let firstCurrency, let second, let secondCurrency):
      "\(first) is in \(firstCurrency), \(second) in \(secondCurrency): give --roster, --products and "
        + "--brief, in whose currency both are valued"
    case .budgetWithoutDefault:
      "--yes takes every default, and a budget has none: give --budget AMOUNT, such as 5M"
    case .answersAreRead(let option):
      "--\(option.rawValue) -: stdin has the answers: give a file"
    case .missingDirectory: "--out DIR is required: where the files go"
    case .share(let option, let given, let example):
      "\(option) \(given): a share from 0 to 1 is needed, such as \(example)"
    case .unknownQuirk(let given, let quirks):
      "--quirk \(given): one of \(quirks.joined(separator: ", ")) is needed"
    case .quirkOfFile(let given, let quirk):
      "--quirk \(given): the whole file has it or has it not: write \(quirk) or \(quirk)=0"
    case .quirkClash(let quirk, let other):
      "--quirk \(quirk): it cannot go with \(other), since a file has one encoding; leave one out, "
        + "as --quirk \(other)=0"
    case .missingWorkbook: "--out FILE is required: where the workbook goes, such as campaign.xlsx"
    case .noWorkbookName(let given):
      "--out \(given): a name that ends in .xlsx is needed, such as campaign.xlsx"
    }
  }

  /// `table, json or csv`.
  static func either(_ names: [String]) -> String { list(names, "or") }

  private static func list(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  /// Digits are grouped where nobody counts them at a glance.
  private static func number(_ number: Int) -> String {
    number >= 10_000_000 ? Amount.whole(Double(number)) : String(number)
  }
}
