import Casting
import CastingFiles
import CastingReports
import CastingReview
import Testing

/// Headings, columns and the conclusion of an input report, in both languages.
@Suite struct CheckWordingTests {
  private static let names = [
    "roster.csv", "followers", "Live avg", "gmv", "profit", "ltv", "orders", "reach", "posts",
    "deals", "units", "creators", "people", "viewers", "factor", "value",
  ]

  private func expect(_ say: (Wording) -> String) {
    TalkCheck.expectEnglish(say(.english), names: Self.names)
    TalkCheck.expectJapanese(say(.japanese), names: Self.names)
  }

  @Test func labelsAreSaid() throws {
    for label in Wording.CheckLabel.allCases { expect { $0.text(label) } }
    for match in ColumnMatch.allCases { expect { $0.name(match) } }
    for countsRows in [true, false] { expect { $0.place(7, countsRows: countsRows) } }
    expect { $0.line(InputReport.File(path: "roster.csv", rows: 1)) }
    expect { $0.line(InputReport.File(path: "roster.csv", rows: 12_345)) }
    for unit in [
      ColumnUnit.people, .viewers, .yen, .share, .posts, .deals, .units, .creators, .orders,
      .megabits,
      .factor, .value, .none,
    ] where ![.yen, .share, .none].contains(unit) {
      expect { $0.name(unit) }
    }
  }

  @Test func standInsAreSaid() throws {
    let standIns: [StandIn] = [
      .byTier, .byFollowers, .reachOfValue, .tierMean, .noEffect, .allReal, .sureDelivery,
      .usualMix,
      .asOthers, .lowAffinity, .conversion(share: 0.02), .followsConversion, .zero, .one,
      .wholePrice, .unlimited,
      .nobodyTwice, .notOffered, .rateAsItIs, .valueGiven,
    ]
    try TalkCheck.expectSaid(
      StandIn.self, declaredIn: "StandIn.swift", standIns
    ) { $0.text($1) }
  }

  @Test func tablesAreSaid() {
    for role in [InputTable.Role.creators, .products, .deals, .audiences] {
      let table = InputTable(role: role, path: "roster.csv", columns: [], lines: [])
      expect { $0.headersHeading(table) }
      expect { $0.columnsHeading(role, count: 3) }
    }
    for match in ColumnMatch.allCases {
      for header in ["Live\r\navg", ""] {
        let isKnown = [.name, .alias, .brief].contains(match)
        let column = InputColumn(
          header: header, field: 3, name: isKnown ? "followers" : nil, match: match)
        for copies in 1...2 {
          let table = InputTable(
            role: .creators, path: "roster.csv", columns: Array(repeating: column, count: copies),
            lines: [])
          if !header.isEmpty || !isKnown { expect { $0.header(column, of: table) } }
        }
      }
    }
  }

  @Test func conclusionsAreSaid() {
    for objective in Objective.allCases {
      for budget in [nil, 1_000_000.0] {
        var brief = Brief()
        brief.objective = objective
        brief.budget = budget
        let campaign = Campaign(roster: Roster(), products: ProductList([]), brief: brief)
        expect { $0.headline(campaign) }
      }
    }
    var skipped = InputIssues()
    skipped.append(InputIssue(file: "roster.csv", .form(.notBrief)))
    for report in [InputReportTests.report(), InputReportTests.report(skipped: skipped)] {
      var sound = report
      sound.findings = []
      for report in [report, sound] { expect { $0.conclusion(report) } }
      for finding in report.findings { expect { $0.moreMarks(2, of: finding) } }
    }
  }
}
