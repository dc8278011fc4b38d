import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ fault: BriefFault) -> IssueSentence {
    switch fault {
    case .emptyBrief: yaml("the brief holds no keys", remedy: "write at least the budget")
    case .missingBudget:
      IssueSentence(
        "no budget is given", rule: "a plan needs one, in \(LabelEnglish.money)",
        remedy: "write budget: 5_000_000 in the brief, or give --budget 5M")
    case .notYAML(let problem):
      yaml(
        "the brief is not YAML: \(problem ?? "the text cannot be parsed")",
        remedy: "check indentation, colons, brackets and quotes near this place")
    case .repeatedBriefKey:
      IssueSentence(
        "a key is given twice", rule: "each key of a mapping is given once",
        remedy: "remove one, or join their values")
    case .unknownKey(let name, let keys, let nearest):
      IssueSentence(
        "\(self.name(name)) has no such key", rule: "its keys are \(list(keys))",
        remedy: suggestion(nearest) ?? "remove it")
    case .emptyKey(let name):
      IssueSentence(
        "\(self.name(name)) has no value", rule: "a key that is given has a value",
        remedy: "write the value, or remove the key")
    case .missingKey(let name, let key):
      IssueSentence(
        "\(self.name(name)) has no \(key)", rule: "\(key) is needed here", remedy: "add \(key): …")
    case .wrongShape(let name, let form): shape(name, self.form(form))
    case .notSingle(let name, let meaning):
      shape(name, "a single value, \(self.meaning(meaning))")
    case .unknownChoice(let name, let choices, let nearest):
      IssueSentence(
        "\(self.name(name)) is not a known word", rule: "it is one of \(list(choices))",
        remedy: suggestion(nearest) ?? "choose one of them")
    case .unknownCell(let cells, let nearest):
      IssueSentence(
        "no cell of the audiences is called so", rule: "cells are \(list(cells))",
        remedy: suggestion(nearest) ?? "choose one of them")
    case .competitorsWithoutWindow:
      IssueSentence(
        "competitors is given without a window",
        rule: "its days count back from the first day of the campaign",
        remedy: "add window: {from: …, to: …}")
    case .twoBudgetQuestions:
      IssueSentence(
        "target and minimum_marginal_return are both given",
        rule: "each of them tells by itself how much is spent", remedy: "remove one of them")
    case .shareWithoutBudget:
      IssueSentence(
        "spend_per_creator is a share of a budget that is not stated",
        rule:
          "minimum_marginal_return finds the spend, so that nothing is known to take a share of",
        remedy: "write budget: with the most there is, or spend_per_creator: {max: 300_000}")
    case .quotaWithoutLimit(let measures):
      IssueSentence(
        "a quota limits nothing", rule: "it has at least one of \(list(measures))",
        remedy: "add, for example, count: {min: 3, max: 10}")
    case .limitOrder(let name, let minimum, let maximum):
      IssueSentence(
        "\(self.name(name)) has min \(CSVWriter.shortest(minimum)) above max "
          + CSVWriter.shortest(maximum),
        rule: "the minimum is at most the maximum", remedy: "correct one of the two")
    case .windowOrder(let from, let to):
      IssueSentence(
        "the window ends before it begins", rule: "from is not after to",
        remedy: "exchange or correct them", shown: "\(from) to \(to)")
    case .audienceSum(let sum, let isWhole, let tolerance):
      IssueSentence(
        "the ages of the audience add to \(CSVWriter.shortest(sum))",
        rule: isWhole
          ? "all six together are 1, within \(tolerance)"
          : "those named are together at most 1",
        remedy: "correct them, or name fewer: the rest is shared by the others")
    case .unmatchedColumn(let name, let table, let headers, let nearest):
      IssueSentence(
        "columns gives \(name) a header that \(table) does not have",
        rule: "its headers are \(list(headers))",
        remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "correct it, or remove it")
    case .sharedName(let name, let noun, let ids):
      IssueSentence(
        "\(self.name(name)) is the name of several \(self.noun(noun))s",
        rule: "a name stands for an id where one alone has it",
        remedy: "write the id: \(list(ids))")
    case .sharedColumn(let name, let tables):
      IssueSentence(
        "columns gives \(name) a header that \(list(tables)) both have",
        rule: "a header is of one table",
        remedy: "say which: columns: {\(tables[0]): {\(name): …}}")
    case .unknownCurrency(let name):
      IssueSentence(
        "\(self.name(name)) names no currency",
        rule: "currencies are known by their codes of ISO 4217, as JPY, USD or EUR",
        remedy: "write the three letters of the code")
    case .ownExchangeRate(let currency):
      IssueSentence(
        "exchange_rates has a rate of \(currency)",
        rule: "rates are of other currencies, in \(currency), which the campaign is in",
        remedy: "remove it; USD: 150 says that a dollar is worth 150 \(currency)")
    case .repeatedMember(let name):
      IssueSentence(
        "\(self.name(name)) names a creator twice", rule: "each creator of a group is named once",
        remedy: "remove one of the two")
    case .repeatedLimit(let name, let isOfOne):
      IssueSentence(
        "\(self.name(name)) limits " + (isOfOne ? "an agency twice" : "all agencies twice"),
        rule:
          "each agency is limited once, and all others once, as [{max: 3}, {agency: Acme, max: 2}]",
        remedy: "remove one of the two")
    case .loneMember(let name, let isEmpty):
      IssueSentence(
        isEmpty ? "\(self.name(name)) names nobody" : "\(self.name(name)) has one creator only",
        rule: "a group has at least two creators, as [C0010, C0011]",
        remedy: "add another creator, or remove the group")
    case .badPackageName(let reason): packageName(reason)
    case .tooManyPackages(let maximum):
      IssueSentence(
        "there are more than \(maximum) packages", rule: "a brief has at most \(maximum)",
        remedy: "remove those that nobody offers")
    case .unreadableLastPlan(let reason):
      lastPlan("cannot be read (\(FileEnglish.sentence(reason).what))")
    case .lastPlanOfOtherForm: lastPlan("is not a plan.json of castplan")
    case .lastPlanFormat(let format): lastPlan("has a deal in an unknown format, \(format)")
    }
  }

  static func suggestion(_ nearest: String?) -> String? { nearest.map { "did you mean \($0)?" } }

  private static func yaml(_ what: String, remedy: String) -> IssueSentence {
    IssueSentence(what, rule: "a brief is YAML, as budget: 5_000_000", remedy: remedy)
  }

  private static func shape(_ name: InputSubject, _ form: String) -> IssueSentence {
    IssueSentence(
      "\(self.name(name)) has another form than expected", rule: "it is \(form)",
      remedy: "write it in that form")
  }

  private static func lastPlan(_ what: String) -> IssueSentence {
    IssueSentence(
      "the last plan \(what)",
      rule: "keep.plan names a plan.json, or the directory that optimize --out wrote",
      remedy: "correct the path, which is looked for beside the brief and in the working directory")
  }

  private static func packageName(_ reason: BriefFault.NameReason) -> IssueSentence {
    let rule = "a package is a format of its own, named unlike any other"
    let remedy = "give it another name"
    switch reason {
    case .isFormat(let format):
      return IssueSentence(
        "a package has a name that means \(format)", rule: rule, remedy: remedy)
    case .isPackage(let name):
      return IssueSentence(
        "a package has a name that reads like \(name), another package", rule: rule,
        remedy: remedy)
    case .isColumn(let column):
      return IssueSentence(
        "a package has a name by which its column of fees would be \(column)", rule: rule,
        remedy: remedy)
    case .hasSeparators:
      return IssueSentence(
        "a package has a name with characters that part names",
        rule: "blanks, commas, colons, semicolons, slashes, bars and = are for lists of names",
        remedy: "join the words by _, as spring_launch")
    }
  }

  private static func form(_ form: ExpectedForm) -> String {
    switch form {
    case .mapping: "keys with values, as {key: value}"
    case .word: "a plain word"
    case .text: "a text"
    case .formats: "a list with at least one format"
    case .stages: "a list of stages, each {name, days_before, strength}"
    case .stageTime: "either days_before or hours_before"
    case .niches: "a list of niches, each {name, parent, words}"
    case .quotas: "a list of rules, as [{where: {tier: micro}, count: {min: 3}}]"
    case .limits: "{min: …, max: …}"
    case .audienceCells: "a list of cells, as [female_20_29, female_30_39]"
    case .brands: "a list of brands, as [Acme, Nami]"
    case .locks: "a list of creators, as [C0001, {creator: C0007, product: P02}]"
    case .bans: "a list of creators or filters, as [C0033, {agency: Acme}]"
    case .banItem: "a creator or a filter, as {agency: Acme}"
    case .spendPerCreator: "either {max: …} or {max_share_of_budget: …}"
    case .groups: "a list of groups of creators, as [[C0010, C0011]]"
    case .group: "a list of creators, as [C0010, C0011]"
    case .scenarios: "a list, as [{name: A, budget: 3M}]"
    case .scenarioChange: "a change, as {budget: 3M}"
    case .package: "formats with how many of each, as {live: 1, story: 2}"
    }
  }
}
