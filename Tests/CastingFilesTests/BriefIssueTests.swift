import CastingFiles
import Testing

/// Every fault of a brief, with the exact words.
@Suite struct BriefIssueTests {
  @Test func keysAndValues() throws {
    try check(
      "brief-values.txt",
      [
        ("misspelt key", "budgt: 5M\n"),
        ("unknown key", "budget: 5M\nweather: fine\n"),
        ("key twice", "budget: 5M\nobjective: gmv\nbudget: 6M\n"),
        ("no value", "budget:\n"), ("null", "budget: ~\n"),
        ("not a number", "budget: lots\n"), ("negative", "budget: -5\n"),
        ("ambiguous number", "budget: 5,00\n"), ("list for a number", "budget: [1, 2]\n"),
        ("no budget", "objective: gmv\n"),
        ("unknown objective", "budget: 5M\nobjective: gmw\n"),
        ("unknown curve", "budget: 5M\nsaturation: linear\n"),
        ("not true or false", "budget: 5M\nexclusive_categories: maybe\n"),
        ("unknown format", "budget: 5M\nformats: [live, radio]\n"),
        ("no format", "budget: 5M\nformats: []\n"),
        ("bare rate", "budget: 5M\nconversion: 2\n"),
        ("not a mapping", "- a\n- b\n"), ("plain text", "hello\n"),
        ("only a comment", "# budget\n"),
        ("broken YAML", "budget: 5M\nquotas: [{where: {tier: micro}\n"),
        ("bad indentation", "budget: 5M\n objective: gmv\n"),
        ("negative aversion", "budget: 5M\nrisk_aversion: -1\n"),
        ("unknown spread", "budget: 5M\nuncertainty: {creators: 0.5}\n"),
        ("spread beyond reason", "budget: 5M\nuncertainty: {campaign: 5, creator: {micro: x}}\n"),
        ("unknown tier's spread", "budget: 5M\nuncertainty: {creator: {tiny: 0.5}}\n"),
        ("two questions", "target: {value: 5}\nminimum_marginal_return: 1.2\n"),
        ("target without value", "target: {}\n"), ("target of nothing", "target: {value: 0}\n"),
        ("target as a number", "target: 5M\n"),
        ("negative return", "minimum_marginal_return: -1\n"),
        (
          "share of nothing",
          "minimum_marginal_return: 1\nspend_per_creator: {max_share_of_budget: 0.2}\n"
        ),
        ("kept plan without a number", "budget: 5M\nkeep: {plan: last/plan.json}\n"),
        ("changes without a plan", "budget: 5M\nkeep: {max_changes: 3}\n"),
        ("part of a change", "budget: 5M\nkeep: {plan: last, max_changes: 2.5}\n"),
        ("no such plan", "budget: 5M\nkeep: {plan: nowhere/plan.json, max_changes: 3}\n"),
      ])
  }

  @Test func rules() throws {
    try check(
      "brief-rules.txt",
      [
        ("quotas not a list", "budget: 5M\nquotas: {count: 3}\n"),
        ("quota without a limit", "budget: 5M\nquotas:\n  - {where: {tier: micro}}\n"),
        ("quota as a number", "budget: 5M\nquotas:\n  - {count: 3}\n"),
        ("empty limits", "budget: 5M\nquotas:\n  - {count: {}}\n"),
        ("limits crossed", "budget: 5M\nquotas:\n  - {count: {min: 5, max: 3}}\n"),
        ("share above 1", "budget: 5M\nquotas:\n  - {spend_share: {min: 50}}\n"),
        ("misspelt measure", "budget: 5M\nquotas:\n  - {where: {tier: micro}, cuont: {min: 3}}\n"),
        ("misspelt filter", "budget: 5M\nquotas:\n  - {where: {platfrom: x}, count: {min: 3}}\n"),
        ("unknown tier", "budget: 5M\nquotas:\n  - {where: {tier: large}, count: {min: 3}}\n"),
        ("unknown creator", "budget: 5M\nquotas:\n  - {where: {creator: C9}, count: {max: 1}}\n"),
        ("unknown product", "budget: 5M\nquotas:\n  - {where: {product: P9}, count: {max: 1}}\n"),
        (
          "matches nothing",
          "budget: 5M\nquotas:\n  - {where: {platform: tiktk}, count: {max: 1}}\n"
        ),
        ("followers as a number", "budget: 5M\nban: [{followers: 5}]\n"),
        ("lock unknown", "budget: 5M\nlock: [C1, C9, {creator: C2, product: P9}]\n"),
        ("lock without a creator", "budget: 5M\nlock: [{product: P1}]\n"),
        ("lock not a list", "budget: 5M\nlock: C1\n"),
        ("ban unknown", "budget: 5M\nban: [C9]\n"), ("ban of all", "budget: 5M\nban: [{}]\n"),
        ("agencies as a number", "budget: 5M\nagency_creators: 3\n"),
        ("agency without a limit", "budget: 5M\nagency_creators: [{agency: Acme}]\n"),
        ("agency limited in parts", "budget: 5M\nagency_creators: {max: 2.5}\n"),
        ("agencies with a minimum", "budget: 5M\nagency_creators: {min: 1, max: 2}\n"),
        (
          "agencies limited twice",
          "budget: 5M\nagency_creators: [{max: 3}, {max: 2}, {agency: Acme, max: 1}, "
            + "{agency: ACME, max: 2}]\n"
        ),
        ("no such agency", "budget: 5M\nagency_creators: {agency: Nobody, max: 2}\n"),
        (
          "unknown cell",
          "budget: 5M\naudience_target: {cells: [female_20_29, femal_30_39], min_share: 0.3}\n"
        ),
        (
          "unknown cell of a filter",
          "budget: 5M\nban:\n  - {audience: {cells: 東京, min: 0.3}}\n"
        ),
        ("target without a share", "budget: 5M\naudience_target: {cells: [female]}\n"),
        ("target without cells", "budget: 5M\naudience_target: {min_share: 0.3}\n"),
        ("target of no cells", "budget: 5M\naudience_target: {cells: [], min_share: 0.3}\n"),
        ("target above 1", "budget: 5M\naudience_target: {cells: [female], min_share: 30}\n"),
        ("misspelt share", "budget: 5M\naudience_target: {cells: [female], min: 0.3}\n"),
        ("audience without cells", "budget: 5M\nban: [{audience: {min: 0.3}}]\n"),
        ("audience without a limit", "budget: 5M\nban: [{audience: {cells: [female]}}]\n"),
        (
          "audience between crossed limits",
          "budget: 5M\nban: [{audience: {cells: [female], min: 0.5, max: 0.3}}]\n"
        ),
        ("audience as a word", "budget: 5M\nban: [{audience: female}]\n"),
        ("audiences that are not known", "budget: 5M\nban: [{audience: {cells: 女性, min: 0.9}}]\n"),
        (
          "competitors without a window",
          "budget: 5M\ncompetitors: {brands: [アオゾラ], within_days: 90}\n"
        ),
        (
          "competitors with a faulty window",
          "budget: 5M\nwindow: {from: 2026-13-01, to: 2026-12-01}\n"
            + "competitors: {brands: [アオゾラ], within_days: 90}\n"
        ),
        (
          "competitors before the window, of a roster that says nothing",
          "budget: 5M\ncompetitors: {brands: アオゾラ, within_days: 90}\n"
            + "window: {from: 2026-12-01, to: 2026-12-20}\n"
        ),
        ("competitors without days", "budget: 5M\ncompetitors: {brands: [アオゾラ]}\n"),
        ("competitors without brands", "budget: 5M\ncompetitors: {within_days: 90}\n"),
        ("no competitors", "budget: 5M\ncompetitors: {brands: [], within_days: 90}\n"),
        ("part of a day", "budget: 5M\ncompetitors: {brands: [アオゾラ], within_days: 1.5}\n"),
        ("competitors as a list", "budget: 5M\ncompetitors: [アオゾラ]\n"),
        ("apart flat", "budget: 5M\napart: [C1, C2]\n"),
        ("together not a list", "budget: 5M\ntogether: C1\n"),
        ("group among others of another form", "budget: 5M\napart: [[C1, C2], C2]\n"),
        ("group of one", "budget: 5M\ntogether: [[C1]]\n"),
        ("empty group", "budget: 5M\napart: [[]]\n"),
        ("creator twice in a group", "budget: 5M\napart: [[C1, C2, C1]]\n"),
        ("creator of a group unknown", "budget: 5M\ntogether: [[C1, C9]]\n"),
        ("creator of a group as a filter", "budget: 5M\ntogether: [[C1, {tier: micro}]]\n"),
        (
          "both spend limits", "budget: 5M\nspend_per_creator: {max: 5, max_share_of_budget: 0.2}\n"
        ),
        ("window order", "budget: 5M\nwindow: {from: 2026-12-20, to: 2026-12-01}\n"),
        ("window half", "budget: 5M\nwindow: {from: 2026-12-20}\n"),
        ("no such day", "budget: 5M\nwindow: {from: 2026-13-01, to: 2026-12-01}\n"),
        ("ages above 1", "budget: 5M\naudience: {age_20_29: 0.7, age_30_39: 0.5}\n"),
        (
          "six ages",
          "budget: 5M\naudience: {age_13_19: 0.1, age_20_29: 0.1, age_30_39: 0.1, "
            + "age_40_49: 0.1, age_50_59: 0.1, age_60_plus: 0.1}\n"
        ),
        ("misspelt age", "budget: 5M\nage_weight: {age_20_30: 1.2}\n"),
        ("bonus too large", "budget: 5M\ncertification_bonus: {gold: 15}\n"),
        ("stages missing", "budget: 5M\nannouncements: {lift: 0.3}\n"),
        (
          "stage half",
          "budget: 5M\nannouncements: {stages: [{name: teaser, strength: 0.3}, "
            + "{name: x, days_before: 1}]}\n"
        ),
        ("niche without a name", "budget: 5M\nniches: [{parent: beauty, words: [茶]}]\n"),
        ("column unknown", "budget: 5M\ncolumns: {folowers: Subs}\n"),
        ("header missing", "budget: 5M\ncolumns: {followers: folowers}\n"),
      ])
  }

  private func check(_ golden: String, _ briefs: [(String, String)]) throws {
    var report = ""
    for (name, brief) in briefs {
      report += "# \(name)\n\(try InputFolder.outcome(brief: brief))\n"
    }
    try Golden.check(golden, report)
  }

  @Test func aMissingBriefNeedsABudget() throws {
    #expect(
      try InputFolder.outcome(brief: nil)
        == "--budget: no budget is given; a plan needs one, in yen; "
        + "write budget: 5_000_000 in the brief, or give --budget 5M")
  }
}
