import Casting
import CastingPlanning

/// What is left to talk about: quotes to ask for, fees to negotiate, deals that are not agreed.
extension PlanContent {
  /// Empty where every fee is stated.
  var quotes: ReportSection {
    let asked = plan.deals.filter { $0.statedFee?.state == .ask }
    guard !asked.isEmpty else { return ReportSection(nil, []) }
    return ReportSection(
      text(.quotes),
      [
        .table(
          ReadableTable(
            columns: Self.dealColumns(self) + [
              .init(text(.estimate), isNumeric: true), .init(text(.atMost), isNumeric: true),
            ],
            rows: asked.map { dealCells($0) + [yen($0.parts.fee), fee($0.feeFinding)] }))
      ])
  }

  /// Empty where no fee is a range.
  var room: ReportSection {
    let ranges = plan.deals.filter { $0.statedFee?.state == .range }
    guard !ranges.isEmpty else { return ReportSection(nil, []) }
    return ReportSection(
      text(.negotiationRoom),
      [
        .table(
          ReadableTable(
            columns: Self.dealColumns(self) + [
              .init(text(.counted), isNumeric: true, dropOrder: 1),
              .init(text(.lowest), isNumeric: true), .init(text(.highest), isNumeric: true),
              .init(text(.gain), isNumeric: true),
            ],
            rows: ranges.map { deal in
              dealCells(deal) + [
                yen(deal.statedFee?.counted ?? .nan), yen(deal.statedFee?.low ?? .nan),
                yen(deal.statedFee?.high ?? .nan), deal.gainAtLow.map { value($0) } ?? "",
              ]
            }))
      ])
  }

  /// Empty where nothing is booked and no reserve was looked for.
  var bookings: ReportSection {
    guard plan.deals.contains(where: { $0.booking != nil || $0.reserve != nil }) else {
      return ReportSection(nil, [])
    }
    let table = ReadableTable(
      columns: Self.dealColumns(self) + [
        .init(text(.status)), .init(text(.day), dropOrder: 2), .init(text(.reserve)),
        .init(text(.loss), isNumeric: true),
      ],
      rows: plan.deals.map { deal in
        dealCells(deal) + [
          .init(deal.booking.map { wording.name($0.status) } ?? ""),
          .init(deal.booking?.date?.iso ?? ""),
        ] + reserve(deal.reserve)
      })
    return ReportSection(text(.bookings), [.table(table)])
  }

  private func reserve(_ reserve: Reserve?) -> [ReadableTable.Cell] {
    guard let reserve else { return ["", ""] }
    guard reserve.loss.isFinite else { return [.init(text(.noPlanWithout)), ""] }
    let deal = reserve.deal.map { "\($0.creatorID) × \($0.productID)" }
    return [.init(deal ?? text(.nobody)), value(reserve.loss)]
  }

  private static func dealColumns(_ content: PlanContent) -> [ReadableTable.Column] {
    [
      .init(content.text(.creator), minimumWidth: 14),
      .init(content.text(.id), dropOrder: 4, minimumWidth: 6),
      .init(content.text(.product), minimumWidth: 7),
      .init(content.text(.format), dropOrder: 3, minimumWidth: 6),
    ]
  }

  private func dealCells(_ deal: PlannedDeal) -> [ReadableTable.Cell] {
    [
      .init(deal.name.isEmpty ? deal.creatorID : deal.name), .init(deal.creatorID),
      .init(deal.productID), .init(wording.name(deal.format)),
    ]
  }
}
