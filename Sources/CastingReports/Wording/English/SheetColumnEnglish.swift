/// Headings of columns of files, in English.
enum SheetColumnEnglish {
  static func title(_ column: SheetColumn) -> String {
    switch column {
    case .name: "Name"
    case .status: "Status"
    case .budget: "Budget"
    case .value: "Value"
    case .bound: "Bound"
    case .gap: "Gap"
    case .spend: "Spend"
    case .marginalReturn: "Marginal return"
    case .deals: "Deals"
    case .added: "Added"
    case .dropped: "Dropped"
    case .takenFrom: "Taken from"
    case .mean: "Mean"
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .worstTenth: "Worst tenth"
    case .lossProbability: "Loss"
    case .clash: "Clash"
    case .rule: "Rule"
    case .kind: "Kind"
    case .side: "Side"
    case .from: "From"
    case .to: "To"
    case .change: "Change"
    case .cheapest: "Cheapest"
    case .creatorID: "Creator id"
    case .productID: "Product"
    case .format: "Format"
    case .cost: "Cost"
    }
  }
}
