import Casting
import CastingFiles
import CastingPlanning
import CastingReview

extension Report {
  /// The casting plan: ranked deals, the certificate, what stands out, other ways to cast, who is
  /// left out.
  ///
  /// - Parameter context: what the plan itself does not know, for its files.
  public init(_ plan: Plan, _ context: PlanContext, _ wording: Wording) {
    let content = PlanContent(
      plan: plan, inputHighlights: context.highlights,
      assumptions: context.reading.filter { $0.basis == .assumed }, wording: wording)
    self.init(
      sections: content.sections,
      table: ReportTables(plan, carrying: context.carried, wording).deals,
      document: PlanJSON.value(plan, context, wording))
  }
}

/// A plan as people read it.
struct PlanContent {
  /// Deals shown; the others are counted and left to plan.csv.
  private static let maximumDeals = 40
  /// Creators left out who are shown.
  private static let maximumLeftOut = 5
  /// Where the share of redrawn plans stands: behind what a deal adds per yen.
  private static let stabilityPlace = 10

  let plan: Plan
  /// What stands out in its inputs.
  let inputHighlights: [PlanHighlight]
  /// What columns were taken for without being told.
  let assumptions: [ReadingDecision]
  let wording: Wording

  var sections: [ReportSection] {
    [
      ReportSection(nil, [.text(wording.head(plan), .headline)] + brought), deals,
      ReportSection(nil, [.text(wording.certificate(plan), .body)]),
      quotes, room, bookings, .items(text(.whatStandsOut), standsOut), otherWays, leftOut,
    ]
  }

  /// What the plan brings, whatever its objective.
  private var brought: [ReportBlock] {
    guard let totals = plan.totals, !plan.deals.isEmpty else { return [] }
    return [.text(wording.brought(totals), .body)]
      + [wording.money(plan)].compactMap { $0 }.map { .text($0, .body) }
  }

  func text(_ label: PlanLabel) -> String { wording.text(label) }

  func value(_ number: Double) -> ReadableTable.Cell {
    .init(wording.value(number, plan.objective), number: number)
  }

  func yen(_ number: Double) -> ReadableTable.Cell {
    .init(Amount.money(number), number: number.isFinite ? number : nil)
  }

  /// What a reader should notice, most important first.
  private var standsOut: [String] {
    let isEmpty = plan.emptyReason != nil
    let first = isEmpty ? plan.notes.prefix(1) : []
    return plan.relaxedRules.map { wording.note($0) } + first.map { wording.text($0) }
      + assumptions.map { wording.text($0) }
      + (inputHighlights + plan.highlights).map { wording.text($0) }
      + plan.notes.dropFirst(first.count).map { wording.text($0) }
  }

  // MARK: Deals

  private var deals: ReportSection {
    guard plan.status != .infeasible, !plan.deals.isEmpty else { return ReportSection(nil, []) }
    let shown = plan.deals.prefix(Self.maximumDeals)
    var columns = dealColumns
    var rows = shown.map(cells)
    if let stability = plan.stability {
      columns.insert(
        .init(text(.stays), isNumeric: true, dropOrder: 3), at: Self.stabilityPlace)
      for (place, share) in zip(shown.indices, stability.shares) {
        rows[place].insert(
          .init(Amount.percent(share), number: share), at: Self.stabilityPlace)
      }
    }
    let rest = plan.deals.count - shown.count
    return ReportSection(
      nil,
      [.table(ReadableTable(columns: columns, rows: rows))]
        + (rest > 0 ? [.text(wording.dealsInFile(rest), .body)] : []))
  }

  private var dealColumns: [ReadableTable.Column] {
    [
      .init(text(.number), isNumeric: true),
      .init(text(.creator), minimumWidth: 18),
      .init(text(.id), dropOrder: 5, minimumWidth: 6),
      .init(text(.platform), dropOrder: 7, minimumWidth: 9),
      .init(text(.tier), dropOrder: 6, minimumWidth: 5),
      .init(text(.product), minimumWidth: 7),
      .init(text(.format), dropOrder: 1, minimumWidth: 6),
      .init(text(.cost), isNumeric: true),
      .init(text(.adds), isNumeric: true),
      .init(text(.perYen), isNumeric: true, dropOrder: 2),
      .init(text(.spentSoFar), isNumeric: true, dropOrder: 4),
      .init(text(.breakEven), isNumeric: true, dropOrder: 8),
      .init(text(.affinity), isNumeric: true, dropOrder: 9),
      .init(text(.why), dropOrder: 3, minimumWidth: 44, holdsClauses: true),
    ]
  }

  private func cells(_ deal: PlannedDeal) -> [ReadableTable.Cell] {
    let isMoney = plan.objective.isMoney
    return [
      .init(String(deal.rank), number: Double(deal.rank)),
      .init(deal.name.isEmpty ? deal.creatorID : deal.name), .init(deal.creatorID),
      .init(deal.platform), .init(wording.name(deal.tier)), .init(deal.productID),
      .init(wording.name(deal.format)), yen(deal.cost),
      .init(
        isMoney ? Amount.money(deal.marginalValue) : Amount.whole(deal.marginalValue),
        number: deal.marginalValue),
      .init(Amount.decimal(deal.marginalReturn, isMoney ? 2 : 4), number: deal.marginalReturn),
      yen(deal.cumulativeCost), fee(deal.feeFinding),
      .init(Amount.decimal(deal.affinity, 2), number: deal.affinity),
      .init(wording.text(deal.reasons)),
    ]
  }

  /// Blank where nothing was solved.
  func fee(_ finding: FeeFinding) -> ReadableTable.Cell {
    switch finding {
    case .notSolved: ""
    case .locked: .init(text(.lockedFee))
    case .threshold(let fee): .init(Amount.money(fee, rule: .down), number: fee)
    case .atLeast(let fee, _): .init("≥ " + Amount.money(fee, rule: .down), number: fee)
    case .todaysFee: .init(text(.todaysFee))
    case .everyFee: .init(text(.anyFee))
    case .noFee: .init(text(.noFee))
    }
  }

  // MARK: Left out

  private var leftOut: ReportSection {
    guard !plan.leftOut.isEmpty else { return ReportSection(nil, []) }
    let table = ReadableTable(
      columns: [
        .init(text(.creator), minimumWidth: 14), .init(text(.id), dropOrder: 2, minimumWidth: 6),
        .init(text(.bestProduct), dropOrder: 1, minimumWidth: 6),
        .init(text(.comesInAt), isNumeric: true, dropOrder: 3),
        .init(text(.whyNot), dropOrder: 4, minimumWidth: 48, holdsClauses: true),
      ],
      rows: plan.leftOut.prefix(Self.maximumLeftOut).map {
        [
          .init($0.name.isEmpty ? $0.creatorID : $0.name), .init($0.creatorID),
          .init($0.bestProductID), fee($0.feeFinding), .init(wording.text($0.reason)),
        ]
      })
    return ReportSection(text(.leftOut), [.table(table)])
  }
}
