import CastingFiles

extension IssueEnglish {
  static func sentence(_ fault: QuestionFault) -> IssueSentence {
    switch fault {
    case .unknownSubject(let nearest):
      IssueSentence(
        "there is no creator or rule of that name",
        rule: "a creator_id of the roster is needed, or a rule as plan.json names it",
        remedy: suggestion(nearest) ?? "correct it")
    case .unknownProduct(let nearest):
      IssueSentence(
        "there is no product of that id", rule: "a product_id of the table is needed",
        remedy: suggestion(nearest) ?? "correct it")
    case .foreignDeal:
      IssueSentence(
        "the plan has a deal that these inputs do not allow",
        rule: "a plan is explained by the inputs it was made from",
        remedy: "give the same roster, products, brief and deals; castplan check says where they "
          + "differ")
    case .foreignRelaxation:
      IssueSentence(
        "the plan relaxes rules that are not the brief's",
        rule: "a plan is explained by the inputs it was made from", remedy: "give the same brief")
    case .strangerInPlan(let noun):
      IssueSentence(
        "the plan has a \(self.noun(noun)) that the inputs do not have",
        rule: "both lists are valued by one set of inputs",
        remedy: "give the inputs that have the \(self.noun(noun)), or compare the plans without "
          + "inputs")
    case .severalCreators(let ids):
      IssueSentence(
        "several creators are called that",
        rule: "one is asked about at a time, by her id where others share her name",
        remedy: "write the id: \(list(ids))")
    case .unknownScenarioID(let noun):
      IssueSentence(
        "there is no such \(self.noun(noun))",
        rule: "it is the id of a \(self.noun(noun)) in the table", remedy: "correct the id")
    case .unknownRule(let rules):
      IssueSentence(
        "the campaign has no such rule",
        rule: rules.isEmpty
          ? "it has no rule but the budget" : "its rules are \(rules.joined(separator: "; "))",
        remedy: "correct the name")
    case .budgetDropped:
      IssueSentence(
        "the budget cannot be dropped", rule: "it is the limit that plans are made within",
        remedy: "ask for other budgets with --budgets")
    case .productWithoutBudget:
      IssueSentence(
        "the product has no max_spend", rule: "its budget is a limit that can be moved",
        remedy: "give it one in the table of products")
    case .dealsHaveOwnCosts:
      IssueSentence(
        "her deals in --deals have costs of their own",
        rule: "a fee counts for deals that the table does not have",
        remedy: "change their cost in that table")
    case .noFeesOfFormat(let format, let inPlay):
      IssueSentence(
        "the roster has no fees for this format alone",
        rule: "the common fee stands for \(list(inPlay))",
        remedy: "leave out the format, or add a column fee_\(format)")
    case .unknownFilter(let keys):
      IssueSentence(
        "creators are told apart by something else", rule: "a group is one of \(list(keys))",
        remedy: "write it as platform=tiktok:+10%")
    case .changesNobody:
      IssueSentence(
        "nobody's fee is changed by this", rule: "fees that the roster states are changed",
        remedy: "name a group that somebody is in")
    case .dropsNobody:
      IssueSentence(
        "nobody and nothing is in this group", rule: "a group that goes has deals",
        remedy: "name a group that somebody is in")
    case .productLacks(let field):
      IssueSentence(
        "the product has no \(field) that could be changed so", rule: "what is unlimited stays so",
        remedy: "give it a number, as P1:\(field)=2000")
    case .offersNoFormat(let creator, let example):
      IssueSentence(
        "she offers none of the formats in play", rule: "a fee is that of a format she offers",
        remedy: "name the format she would offer, as \(creator):\(example)")
    case .feesWithAndWithoutTax:
      IssueSentence(
        "some columns of fees are with tax and some without",
        rule: "an amount is with tax where its column is",
        remedy: "name the format, as C1:live=80000")
    case .noFeeToChange(let creator):
      IssueSentence(
        "no fee of hers is known that could be changed",
        rule: "so much more or less is of a fee that is known",
        remedy: "give her one, as \(creator)=500")
    case .tablesAreRead(let key):
      IssueSentence(
        tablesAreRead(key),
        rule: "a what-if changes the campaign, not its tables", remedy: "change it in the brief")
    case .mixOfOtherCells:
      IssueSentence(
        "audience tells ages and genders, and --audience other cells",
        rule: "a mix needs cells that are an age band of one gender, as female_20_29",
        remedy: "leave it out: the default mix is the mean of the table")
    case .missingProbability:
      IssueSentence(
        "the scenario has no probability",
        rule: "where one scenario has a probability, all have",
        remedy: "add probability: 0.2, or take the others out")
    case .probabilitySum:
      IssueSentence(
        "the probabilities of the scenarios are too much",
        rule: "they add to 1 at most; what is left is the base's", remedy: "lower them")
    case .scenariosApart(let difference):
      IssueSentence(
        "the scenarios \(words(difference).what)",
        rule: "one plan for all has deals and values that all of them know",
        remedy: words(difference).remedy)
    }
  }

  private static func words(
    _ difference: QuestionFault.Difference
  ) -> (what: String, remedy: String) {
    switch difference {
    case .objectives:
      ("have different objectives", "leave out those that set another objective")
    case .formats:
      ("have different formats in play", "leave out those that set other formats")
    case .keptPlans: ("keep different last plans", "leave out those that set another keep")
    case .budgetQuestion:
      (
        "ask for their budgets",
        "state the budget in place of target or minimum_marginal_return"
      )
    }
  }
}

extension IssueEnglish {
  fileprivate static func tablesAreRead(_ key: QuestionFault.TableKey) -> String {
    switch key {
    case .columns: "columns says how tables are read, and they are read already"
    case .formats: "formats may say what the deals of --deals are, which are read already"
    case .money: "amounts of tables depend on it, and they are read already"
    case .reading: "the key says how tables are read, and they are read already"
    case .packages: "packages says which columns the roster has, and it is read already"
    }
  }
}
