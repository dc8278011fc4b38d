/// The template's lists of products and results, in English.
extension TemplateEnglish {
  static func words(_ column: ProductColumn) -> ColumnWords {
    switch column {
    case .productID: .init("Product ID", "An id that no other row has.")
    case .name: .init("Product name", "As plans show it; it also tells who fits.")
    case .category: .init("Category", "Rules may keep creators to one product of a category.")
    case .niche: .init("Niche", "Tags with ; between them.")
    case .description: .init("Description", "A text that tells who fits.")
    case .price: .init("Price (JPY)", "Of one piece, above 0.")
    case .margin: .init("Margin (%)", "The share of the price that is left; 100% if empty.")
    case .conversion:
      .init(
        "Conversion (%)", "Orders per person reached. Left empty, it is the brief's, or else 2%.")
    case .stock: .init("Stock (units)", "What can be sold; without limit if empty.")
    case .market: .init("Market (people)", "Who could buy it; without limit if empty.")
    case .brand: .init("Brand", "Whose it is, for creators who do not promote some.")
    case .commission:
      .init(
        "Commission (%)",
        "The share of sales for whoever sells it; the larger of this and the creator's counts.")
    case .payPerOrder: .init("Pay per order (JPY)", "What whoever sells it gets for an order.")
    case .lifetimeOrders:
      .init("Orders per customer", "Over the years, 1 or more; 1 if empty.")
    case .productCost:
      .init("Product cost (JPY)", "What a deal costs besides the fee, such as samples.")
    case .fewestCreators: .init("Fewest creators", "How many promote it at least.")
    case .mostCreators: .init("Most creators", "How many promote it at most.")
    case .mostSpend: .init("Most spend (JPY)", "What may be spent on it at most.")
    case .formats:
      .init("Formats", "live, video, post and story, with ; between them; all of them if empty.")
    case .appealFemale: appeal("women")
    case .appealMale: appeal("men")
    case .appeal13: appeal("13-19")
    case .appeal20: appeal("20-29")
    case .appeal30: appeal("30-39")
    case .appeal40: appeal("40-49")
    case .appeal50: appeal("50-59")
    case .appeal60: appeal("60+")
    }
  }

  static func words(_ column: ResultColumn) -> ColumnWords {
    switch column {
    case .date: .init("Date", "The day of the stream or post.")
    case .creatorID: .init("Creator ID", "As in the sheet Creators.")
    case .productID: .init("Product ID", "As in the sheet Products.")
    case .format: .init("Format", "live, video, post or story.")
    case .orders: .init("Orders", "Without those that were sent back.")
    case .viewers: .init("Viewers (people)", "Who saw it; not how many at the same time.")
    case .revenue: .init("Sales (JPY)", "Of this deal.")
    case .cost: .init("Cost (JPY)", "What it did cost.")
    case .refunds: .init("Refunds", "Orders sent back or cancelled.")
    case .campaign: .init("Campaign", "Which campaign it belongs to.")
    case .soldOut: .init("Sold out", "yes where the stock ended the sale.")
    case .note: .init("Note", "Whatever you like.")
    }
  }

  private static func appeal(_ group: String) -> ColumnWords {
    .init(
      "Appeal to \(group) (times)",
      "How likely \(group) are to buy it, against the others; 1 if empty.")
  }
}
