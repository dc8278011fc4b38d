import Casting
import CastingPlanning

extension ScenarioRequest.FeesOfMany {
  /// Changes every fee that the roster states; those that are estimated stay.
  func scenario(of campaign: Campaign, _ option: String) throws(InputIssue) -> Scenario {
    var filter = DealFilter()
    if let (key, value) = self.filter {
      guard let attribute = DealFilter.Attribute(rawValue: key), attribute.isOfCreator else {
        throw InputIssue(
          file: option,
          .question(
            .unknownFilter(
              keys: DealFilter.Attribute.allCases.filter(\.isOfCreator).map(\.rawValue))),
          value: key)
      }
      filter.values[attribute] = [value]
    }
    guard let factor = campaign.taxFactor(ofFeesIn: nil, creator: nil) ?? change.factor else {
      throw InputIssue(file: option, .question(.feesWithAndWithoutTax), value: words)
    }
    guard
      let made = Scenario(
        changingFeesBy: change.scaled(by: factor).applied, ofAll: filter, words: words, of: campaign
      )
    else { throw InputIssue(file: option, .question(.changesNobody), value: words) }
    return made
  }
}

extension ScenarioRequest.ProductField {
  /// Changes the number of the product, or of every one that has it.
  func scenario(of campaign: Campaign, _ option: String) throws(InputIssue) -> Scenario {
    var edited = campaign
    var count = 0
    for place in edited.products.products.indices {
      guard productID == nil || edited.products.products[place].id == productID else { continue }
      guard let changed = changed(edited.products.products[place], campaign) else { continue }
      edited.products.products[place] = changed
      count += 1
    }
    if count == 0 {
      let isKnown = productID == nil || campaign.products.products.contains { $0.id == productID }
      throw InputIssue(
        file: option,
        .question(
          isKnown
            ? .productLacks(field: field.rawValue)
            : .unknownProduct(
              nearest: NearestName.nearest(
                productID ?? "", among: campaign.products.products.map(\.id)))),
        value: productID ?? "*")
    }
    return Scenario(name: .changes([.typed(words: "product \(words)")]), campaign: edited)
  }

  /// Nil where there is nothing to change.
  private func changed(_ product: Product, _ campaign: Campaign) -> Product? {
    var product = product
    let change =
      field == .price ? self.change.scaled(by: campaign.taxFactor("price")) : self.change
    func limited(_ number: Double) -> Double { field.isRate ? min(1, number) : number }
    func apply(_ number: Double) -> Double? {
      if case .to(let value) = change { return limited(value) }
      return number.isFinite ? limited(change.applied(to: number)) : nil
    }
    switch field {
    case .price:
      guard let price = apply(product.price), price > 0 else { return nil }
      product.price = price
    case .margin:
      guard let margin = apply(product.margin) else { return nil }
      product.margin = margin
    case .conversion:
      guard let rate = apply(product.conversion ?? campaign.brief.conversion) else { return nil }
      product.conversion = rate
      for (format, own) in product.formatConversions {
        if case .to = change {
          if format == .live { product.formatConversions[format] = rate }
        } else {
          product.formatConversions[format] = apply(own)
        }
      }
    case .stock:
      guard let stock = apply(product.stock) else { return nil }
      product.stock = stock.rounded(.down)
    case .market:
      guard let market = apply(product.market), market > 0 else { return nil }
      product.market = market
    }
    return product
  }
}
