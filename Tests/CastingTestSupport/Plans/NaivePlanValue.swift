import Casting
import Foundation

/// Value and cost of a set of deals straight from the inputs, in plain loops that share no code
/// with the product: the model's equations as they are written.
package struct NaivePlanValue {
  let campaign: Campaign
  /// What an outcome multiplies the reach of creators by, and the orders of products; none at first.
  package var reachFactors: [Int: Double] = [:]
  package var orderFactors: [Double] = []

  package init(campaign: Campaign, reachFactors: [Int: Double] = [:], orderFactors: [Double] = []) {
    self.campaign = campaign
    self.reachFactors = reachFactors
    self.orderFactors = orderFactors
  }

  package struct Deal {
    package var creator: Int
    package var product: Int
    package var format: DealFormat

    package init(creator: Int, product: Int, format: DealFormat) {
      self.creator = creator
      self.product = product
      self.format = format
    }
  }

  func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  package func known(_ column: NumberColumn, _ i: Int) -> Double? {
    if column.values.isEmpty || column.values[i].isNaN { return nil }
    return column.values[i]
  }

  // MARK: Audience

  /// Cells of the user's own, one of which tells an age and a gender; empty: ages by genders.
  package static let ownCells = ["east", "female_20_29", "west"]

  var hasOwnCells: Bool { !campaign.roster.cellShares.isEmpty }

  var cellCount: Int { hasOwnCells ? Self.ownCells.count : 12 }

  func ownShares(_ i: Int) -> [Double]? {
    let row = (0..<3).map { campaign.roster.cellShares[i * 3 + $0] }
    return row[0].isNaN ? nil : row
  }

  func ages(_ i: Int) -> [Double]? {
    let ages = campaign.roster.ageShares.compactMap { known($0, i) }
    return ages.count == 6 ? ages : nil
  }

  func population() -> [Double] {
    if hasOwnCells {
      let rows = (0..<campaign.roster.count).compactMap(ownShares)
      return (0..<3).map { s in rows.isEmpty ? 1.0 / 3 : mean(rows.map { $0[s] }) }
    }
    if let mix = campaign.brief.audience {
      return mix.ageShares.map { $0 * mix.femaleShare }
        + mix.ageShares.map { $0 * (1 - mix.femaleShare) }
    }
    var rows: [[Double]] = []
    for i in 0..<campaign.roster.count {
      if let female = known(campaign.roster.femaleShares, i), let ages = ages(i) {
        rows.append(ages.map { $0 * female } + ages.map { $0 * (1 - female) })
      }
    }
    precondition(!rows.isEmpty, "the random campaigns know some audience")
    return (0..<12).map { s in mean(rows.map { $0[s] }) }
  }

  func audience(_ i: Int) -> [Double] {
    let population = population()
    if hasOwnCells { return ownShares(i) ?? population }
    let female = known(campaign.roster.femaleShares, i)
    let ages = ages(i)
    if female == nil && ages == nil { return population }
    let women = female ?? population[0..<6].reduce(0, +)
    let bands = ages ?? (0..<6).map { population[$0] + population[$0 + 6] }
    return bands.map { $0 * women } + bands.map { $0 * (1 - women) }
  }

  // MARK: Reach (1)–(4)

  func views(_ i: Int, _ format: DealFormat) -> Double {
    let own = campaign.roster.formatViews[format.index]
    let stated = own.values.isEmpty ? known(campaign.roster.averageViews, i) : known(own, i)
    if let stated { return stated }
    let followers = campaign.roster.followers.values[i]
    if format == .live { return followers * 0.02 }
    if format == .story {
      if followers < 100_000 { return followers * (followers < 10_000 ? 0.082 : 0.043) }
      return followers * (followers < 500_000 ? 0.041 : 0.038)
    }
    if followers < 10_000 { return followers * 0.377 }
    return followers * (followers < 500_000 ? 0.229 : 0.191)
  }

  /// Expected viewers of a deal, whoever they are.
  package func viewers(_ deal: Deal) -> Double {
    added(deal, { _, _ in 1 }).reduce(0) { $0 + $1.people }
  }

  /// Viewers of one thing that is published in a format.
  func seen(_ i: Int, _ format: DealFormat) -> Double {
    let views = views(i, format)
    guard format == .live, let announcements = campaign.brief.announcements else {
      return views
    }
    var missed = 1.0
    for stage in announcements.stages { missed *= 1 - stage.strength }
    return views * (1 + announcements.lift * (1 - missed))
  }

  /// Whom each thing that a deal publishes adds to those who saw the ones before it.
  func added(
    _ deal: Deal, _ arrives: (Int, DealFormat) -> Double
  ) -> [(format: DealFormat, people: Double)] {
    let i = deal.creator
    guard case .package(let package) = deal.format else {
      return [(deal.format, seen(i, deal.format) * arrives(i, deal.format))]
    }
    let followers = campaign.roster.followers.values[i]
    var left = followers
    var added: [(format: DealFormat, people: Double)] = []
    for format in [DealFormat.live, .story, .post, .video] {
      for _ in 0..<package.counts[format.index] {
        let share = min(seen(i, format), followers) / followers * arrives(i, format)
        added.append((format, left * share))
        left *= 1 - share
      }
    }
    return added
  }

  func delivery(_ i: Int, _ format: DealFormat) -> Double {
    guard format == .live, let uplink = known(campaign.roster.uplinks, i) else { return 1 }
    return 1 / (1 + pow(campaign.brief.requiredUplink / uplink, 4) / 9)
  }

  func reference(_ column: NumberColumn, _ i: Int) -> Double? {
    let roster = campaign.roster
    let alike = (0..<roster.count).filter {
      roster.tier($0) == roster.tier(i) && known(column, $0) != nil
    }
    let same = alike.filter { roster.platforms[$0] == roster.platforms[i] }
    if same.count >= 5 { return mean(same.map { column.values[$0] }) }
    if alike.count >= 5 { return mean(alike.map { column.values[$0] }) }
    return nil
  }

  func usualEngagement(_ i: Int) -> Double {
    let followers = campaign.roster.followers.values[i]
    if campaign.roster.platforms[i] == "TikTok" {
      let bands = [
        (5e3, 0.0212), (1e4, 0.0136), (5e4, 0.0107), (1e5, 0.0093), (5e5, 0.0102), (1e6, 0.0135),
      ]
      for (limit, rate) in bands where followers < limit { return rate }
      return 0.0145
    }
    if followers < 10_000 { return 0.025 }
    if followers < 100_000 { return 0.015 }
    return followers < 500_000 ? 0.012 : followers < 1_000_000 ? 0.010 : 0.009
  }

  func relationship(_ i: Int) -> Double {
    let roster = campaign.roster
    var t = 1.0
    if var rate = known(roster.engagementRates, i) {
      let usual = reference(roster.engagementRates, i) ?? usualEngagement(i)
      if let posts = known(roster.postsSampled, i) {
        rate = (rate * posts + usual * 12) / (posts + 12)
      }
      t *= ((rate == 0 ? 0.01 * usual : rate) / usual).squareRoot()
    }
    for column in [roster.replyRates, roster.repeatViewerShares] {
      if let signal = known(column, i), let usual = reference(column, i), usual > 0 {
        t *= pow((signal == 0 ? 0.01 * usual : signal) / usual, 0.25)
      }
    }
    if roster.certifications[i] == "Gold" { t *= 1.15 }
    return min(2, max(0.5, t))
  }

  package func affinity(_ i: Int, _ j: Int) -> Double {
    let k = campaign.roster.embeddingDimensions
    var dot = 0.0
    var left = 0.0
    var right = 0.0
    for c in 0..<k {
      let e = Double(campaign.roster.embeddings[i * k + c])
      let p = Double(campaign.products.embeddings[j * k + c])
      dot += e * p
      left += e * e
      right += p * p
    }
    return exp(campaign.brief.affinityConcentration * (dot / (left * right).squareRoot() - 1))
  }

  package func reach(_ deal: Deal) -> [Double] {
    var people = added(deal, delivery).reduce(0) { $0 + $1.people }
    people *= known(campaign.roster.authenticShares, deal.creator) ?? 1
    people *= relationship(deal.creator)
    people *= affinity(deal.creator, deal.product)
    return audience(deal.creator).map { $0 * people }
  }

  // MARK: Orders and value (5)–(8)

  /// Orders per person of a deal in the format, ages and appeal aside.
  package func rate(_ j: Int, _ format: DealFormat) -> Double {
    let product = campaign.products.products[j]
    let brief = campaign.brief
    let share = [DealFormat.live: 1, .video: 0.01, .post: 0.01, .story: 0.015][format]!
    let ofBrief =
      format == .live
      ? brief.conversion : brief.formatConversions[format] ?? brief.conversion * share
    let live = product.formatConversions[.live] ?? product.conversion
    if format == .live { return live ?? ofBrief }
    return product.formatConversions[format] ?? live.map { $0 * ofBrief / brief.conversion }
      ?? ofBrief
  }

  /// How many people of a live deal a person of one in the format stands for.
  package func factor(_ deal: Deal) -> Double {
    let parts = added(deal, delivery)
    let people = parts.reduce(0) { $0 + $1.people }
    guard deal.format.package != nil, people > 0 else {
      return rate(deal.product, deal.format) / rate(deal.product, .live)
    }
    return parts.reduce(0) { $0 + rate(deal.product, $1.format) * $1.people }
      / rate(deal.product, .live) / people
  }

  /// JPY; nil where she does not offer the format. A package without a column costs what its parts do.
  package func fee(_ i: Int, _ format: DealFormat) -> Double? {
    let roster = campaign.roster
    var (own, lows) = (NumberColumn(), NumberColumn())
    if case .package(let package) = format {
      for column in roster.packageFees where column.package == package.name {
        (own, lows) = (column.fees, column.lows)
      }
      if own.values.isEmpty {
        var sum = 0.0
        for (place, count) in package.counts.enumerated() where count > 0 {
          guard let fee = fee(i, [.live, .video, .post, .story][place]) else { return nil }
          sum += fee * Double(count)
        }
        return sum * (1 - package.discount)
      }
    } else {
      (own, lows) = (roster.formatFees[format.index], roster.formatFeeLows[format.index])
    }
    let hasOwn = !own.values.isEmpty
    if !hasOwn { (own, lows) = (roster.fees, roster.feeLows) }
    let lower = known(lows, i)
    guard let upper = known(own, i) else {
      let perFollower = roster.platforms[i] == "TikTok" ? 2.0 : 3.0
      if lower == .infinity {
        return campaign.brief.terms.askPolicy == .exclude
          ? nil : roster.followers.values[i] * perFollower
      }
      return hasOwn ? nil : roster.followers.values[i] * perFollower
    }
    guard let lower, lower < upper else { return upper }
    switch campaign.brief.terms.feePolicy {
    case .high: return upper
    case .middle: return (lower + upper) / 2
    case .low: return lower
    }
  }

  /// Of a live deal.
  package func conversion(_ j: Int, _ s: Int) -> Double {
    let product = campaign.products.products[j]
    if hasOwnCells {
      let plain = rate(j, .live)
      return s == 1
        ? min(
          1, plain * campaign.brief.ageWeights[1] * product.appealByAge[1] * product.appealFemale)
        : min(1, plain)
    }
    let appeal = product.appealByAge[s % 6] * (s < 6 ? product.appealFemale : product.appealMale)
    return min(1, rate(j, .live) * campaign.brief.ageWeights[s % 6] * appeal)
  }

  package func cost(_ deal: Deal) -> Double {
    let roster = campaign.roster
    let product = campaign.products.products[deal.product]
    let fee = booked(deal)?.fee ?? fee(deal.creator, deal.format) ?? .nan
    var orders = 0.0
    for (s, people) in reach(deal).enumerated() { orders += conversion(deal.product, s) * people }
    orders *= factor(deal)
    let share = max(known(roster.commissions, deal.creator) ?? 0, product.commission)
    let perOrder = max(known(roster.paysPerOrder, deal.creator) ?? 0, product.payPerOrder)
    let commission = max(share * product.price, perOrder) * orders
    return ceil(
      product.costPerDeal
        + (known(roster.extras, deal.creator) ?? campaign.brief.terms.extras)
        + usage(deal.creator, fee)
        + max(known(roster.guarantees, deal.creator) ?? 0, fee + commission))
  }

  /// The booking that keeps the deal.
  package func booked(_ deal: Deal) -> Booking? {
    campaign.bookings.first {
      $0.status != .declined && $0.creatorID == campaign.roster.creatorIDs[deal.creator]
        && $0.productID == campaign.products.products[deal.product].id
        && ($0.format == nil || $0.format == deal.format)
    }
  }

  /// Whether bookings rule the deal out: declined, or another of the pair is booked.
  package func isOff(_ deal: Deal) -> Bool {
    if booked(deal) != nil { return false }
    let id = campaign.products.products[deal.product].id
    return campaign.bookings.contains { booking in
      guard booking.creatorID == campaign.roster.creatorIDs[deal.creator] else { return false }
      if booking.status != .declined { return booking.productID == id }
      return (booking.productID == nil || booking.productID == id)
        && (booking.format == nil || booking.format == deal.format)
    }
  }

  /// The right to use what she makes.
  func usage(_ i: Int, _ fee: Double) -> Double {
    guard let asked = campaign.brief.terms.usage else { return 0 }
    guard let own = known(campaign.roster.usageFees, i) else { return asked.rate * fee }
    guard let months = known(campaign.roster.usageMonths, i), months > 0 else { return own }
    return own * ceil(asked.months / months)
  }

  func reached(_ y: Double, _ market: Double) -> Double {
    if market == 0 { return 0 }
    if market.isInfinite || campaign.brief.saturation == .none { return y }
    return campaign.brief.saturation == .logarithmic
      ? market * log(1 + y / market) : market * (1 - exp(-y / market))
  }

  /// Spend with activation.
  package func spend(_ deals: [Deal]) -> Double {
    var total = 0.0
    for deal in deals { total += cost(deal) }
    for creator in Set(deals.map(\.creator)).sorted() {
      total += known(campaign.roster.activationCosts, creator) ?? 0
    }
    return total
  }

  /// What an agency's client pays: every cost with the rate to the next whole yen, and what is paid once a
  /// deal and once a campaign. Rates are whole thousandths.
  package func clientSpend(_ deals: [Deal]) -> Double {
    let agency = campaign.brief.terms.agency
    let thousandths = Int((agency.rate * 1000).rounded())
    var total = agency.fixed
    for deal in deals { total += clientCost(deal) }
    for creator in Set(deals.map(\.creator)).sorted() {
      let activation = known(campaign.roster.activationCosts, creator) ?? 0
      total += activation + activation * Double(thousandths) / 1000
    }
    return total
  }

  /// The same of one deal.
  package func clientCost(_ deal: Deal) -> Double {
    let agency = campaign.brief.terms.agency
    let fee = Int(cost(deal)) * Int((agency.rate * 1000).rounded())
    return cost(deal) + Double((fee + 999) / 1000) + agency.perDeal
  }

  /// Σ_s O_js of every product, before stock and capacity.
  package func orders(_ deals: [Deal], asReach: Bool = false) -> [Double] {
    let population = population()
    return campaign.products.products.indices.map { j in
      var y = [Double](repeating: 0, count: cellCount)
      for deal in deals where deal.product == j {
        let luck = reachFactors[deal.creator] ?? 1
        for (s, people) in reach(deal).enumerated() {
          y[s] += people * luck * (asReach ? 1 : factor(deal))
        }
      }
      var total = 0.0
      for s in 0..<cellCount {
        let market = campaign.products.products[j].market * population[s]
        total += (asReach ? 1 : conversion(j, s)) * reached(y[s], market)
      }
      return total * (orderFactors.isEmpty ? 1 : orderFactors[j])
    }
  }

  /// u_j.
  private var worths: [Double] {
    campaign.products.products.map { product -> Double in
      switch campaign.brief.objective {
      case .gmv: return product.price
      case .profit: return product.price * product.margin
      case .ltv: return product.price * product.margin * product.lifetimeOrders
      case .orders, .reach: return 1
      }
    }
  }

  /// Orders that stock and capacity let be served, what they cost their buyers, and what is left of that.
  package func served(_ deals: [Deal]) -> (orders: Double, sales: Double, margin: Double) {
    let asked = orders(deals)
    let worth = worths
    var capacity = campaign.brief.orderCapacity
    var sums = (orders: 0.0, sales: 0.0, margin: 0.0)
    for j in worth.indices.sorted(by: { (-worth[$0], $0) < (-worth[$1], $1) }) {
      let product = campaign.products.products[j]
      var served = asked[j]
      if campaign.brief.objective != .reach {
        served = min(asked[j], product.stock, capacity)
        capacity -= served
      }
      sums.orders += served
      sums.sales += product.price * served
      sums.margin += product.price * product.margin * served
    }
    return sums
  }

  package func value(_ deals: [Deal]) -> Double {
    let objective = campaign.brief.objective
    if objective == .reach { return orders(deals, asReach: true).reduce(0, +) }
    let worth = worths
    let asked = orders(deals)
    var capacity = campaign.brief.orderCapacity
    var total = 0.0
    for j in worth.indices.sorted(by: { (-worth[$0], $0) < (-worth[$1], $1) }) {
      let served = min(asked[j], campaign.products.products[j].stock, capacity)
      capacity -= served
      total += worth[j] * served
    }
    return objective == .profit || objective == .ltv ? total - spend(deals) : total
  }
}
