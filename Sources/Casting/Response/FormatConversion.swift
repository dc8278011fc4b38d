/// Orders per effectively reached person of a product in every format, and where each comes from.
///
/// The product's own rate of the format counts; else its rate of live deals, to which the format
/// stands as the brief's rates do; else the brief's.
package struct FormatConversion: Sendable, Equatable {
  /// By `DealFormat.index`; rates.
  package private(set) var rates: [Double] = []
  /// By `DealFormat.index`.
  package private(set) var grades: [Grade] = []

  package init(_ product: Product, brief: Brief) {
    let live = product.formatConversions[.live] ?? product.conversion
    for format in DealFormat.simple {
      let usual = Self.usual(format, brief)
      if let own = product.formatConversions[format] ?? (format == .live ? live : nil) {
        rates.append(own)
        grades.append(.measured)
      } else if let live {
        let base = Self.usual(.live, brief)
        let share =
          base > 0
          ? usual / base
          : CampaignDefaults.conversion(format) / CampaignDefaults.conversion(.live)
        rates.append(min(1, live * share))
        grades.append(.estimated)
      } else {
        rates.append(usual)
        grades.append(.default)
      }
    }
  }

  /// The rate to which the others of the product are held: that of live deals, or where that is none
  /// the largest.
  package var reference: Double {
    let live = rates[DealFormat.live.index]
    return live > 0 ? live : rates.max() ?? 0
  }

  /// The rate of products that state none.
  package static func usual(_ format: DealFormat, _ brief: Brief) -> Double {
    if format == .live { return brief.conversion }
    if let stated = brief.formatConversions[format] { return stated }
    let share = CampaignDefaults.conversion(format) / CampaignDefaults.conversion(.live)
    return min(1, brief.conversion * share)
  }
}
