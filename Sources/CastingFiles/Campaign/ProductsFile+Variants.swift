import Casting
import CastingReview
import Tables

extension ProductsFile {
  /// Makes one row of the rows of each product: its first names it, the cheapest variant prices it, the
  /// stock is the sum; pictures are passed over, and so are products that are not on sale.
  static func mergeVariants(_ table: inout TypedTable, _ context: inout ReadingContext) {
    guard let export = table.match?.export, let price = table.schema.index(of: "price") else {
      return
    }
    let rows = table.rows
    let groups = Groups(table.text("product_id"))
    var hidden = 0
    var removed: Set<Int> = []
    let statuses = table.text(ProductExport.statusColumn)
    let stock = table.schema.index(of: "stock").flatMap { table.has("stock") ? $0 : nil }
    for group in groups.rows {
      let first = group[0]
      removed.formUnion(group.dropFirst())
      let prices = group.map { table.numbers[price].isEmpty ? .nan : table.numbers[price][$0] }
        .filter { !$0.isNaN }
      let isHidden = group.contains {
        export.hidden.contains(HeaderText.normalized(statuses[$0]))
      }
      if isHidden {
        hidden += 1
        removed.insert(first)
      } else if let cheapest = prices.min() {
        table.numbers[price][first] = cheapest
      } else {
        context.issues.appendRow(
          .emptyCell(
            Cell(
              name: .named("price"), isRequired: true, text: "",
              place: table.place(row: first, column: "price")), .price))
        table.faultyRows.insert(first)
      }
      if let stock {
        let known = group.map { table.numbers[stock][$0] }.filter { !$0.isNaN }
        table.numbers[stock][first] = known.isEmpty ? .nan : known.reduce(0, +)
      }
    }
    let found = table.decisions.count
    table.decisions.append(
      ReadingDecision(
        table: .products, file: SheetPlace.shown(table.file),
        .variants(products: groups.rows.count, rows: rows), .certain,
        .headers(found: [export.name])))
    context.decisions += table.decisions[found...]
    context.notes.append(.decision(table.decisions[found]))
    if hidden > 0 {
      context.notes.append(
        .hiddenProducts(file: SheetPlace.shown(table.file), products: hidden))
    }
    stripMarkup(&table)
    table.removeRows(removed)
  }

  /// Rows of each id, in the order in which they come first.
  private struct Groups {
    private(set) var rows: [[Int]] = []

    init(_ ids: TextColumn) {
      var places: [String: Int] = [:]
      for row in 0..<ids.count {
        let id = ids[row]
        if let place = places[id], !id.isEmpty {
          rows[place].append(row)
        } else {
          places[id] = rows.count
          rows.append([row])
        }
      }
    }
  }

  /// Descriptions of shops are HTML: its tags are no words of the product.
  private static func stripMarkup(_ table: inout TypedTable) {
    guard table.has("description"), let column = table.schema.index(of: "description") else {
      return
    }
    let texts = table.texts[column]
    table.texts[column] = TextColumn((0..<texts.count).map { Markup.text(of: texts[$0]) })
  }
}

/// The words of a piece of HTML.
enum Markup {
  private static let entities: [(String, String)] = [
    ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
  ]

  /// The text between the tags; what is no tag stays.
  static func text(of html: String) -> String {
    guard html.contains("<") || html.contains("&") else { return html }
    var text = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      let next = rest.index(after: open)
      let isTag =
        next < rest.endIndex && (rest[next].isLetter || rest[next] == "/" || rest[next] == "!")
      guard isTag, let close = rest[open...].firstIndex(of: ">") else {
        text.append("<")
        rest = rest[next...]
        continue
      }
      text += " "
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (entity, sign) in entities { text = text.replacing(entity, with: sign) }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
