import Casting
import Foundation

/// Fees and costs, and what formats sell.
extension AuditInputs {
  /// What a deal costs, by the model's (8) written out again; nil where the inputs know no such deal.
  func cost(creator: Int, product: Int, format: DealFormat) -> PlanClaims.CostParts? {
    let own = ownDeals.table[ownDeals.rows(ofCreator: creator)].filter { $0.product == product }
    if !own.isEmpty {
      return own.first { $0.format == format }.map {
        PlanClaims.CostParts(
          fee: whole(agreedFee(creator, product, format) ?? $0.cost, .up), commissionReserve: 0,
          productCost: 0,
          activation: activation(creator))
      }
    }
    guard formatsInPlay.contains(format),
      let fee = agreedFee(creator, product, format) ?? fee(creator: creator, format: format)
    else { return nil }
    let ofProduct = campaign.products.products[product]
    let roster = campaign.roster
    let share = max(roster.commissions.value(creator, default: 0), ofProduct.commission)
    let perOrder = max(
      share * ofProduct.price,
      max(roster.paysPerOrder.value(creator, default: 0), ofProduct.payPerOrder))
    let commission =
      perOrder > 0
      ? perOrder * reach(creator, product, format) * orders(creator, product)
        * factor(ofProduct, format, creator: creator) : 0
    let pay = max(roster.guarantees.value(creator, default: 0), fee + commission)
    let extras = roster.extras.value(creator, default: campaign.brief.terms.extras)
    let usage = usage(creator, fee: fee)
    let cost = whole(ofProduct.costPerDeal + extras + usage + pay, .up)
    let stated = [ofProduct.costPerDeal, extras, usage].map { whole($0, .down) }
    let feeUp = whole(fee, .up)
    return PlanClaims.CostParts(
      fee: feeUp, commissionReserve: cost - feeUp - stated.reduce(0, +),
      productCost: stated[0], extras: stated[1], usage: stated[2],
      activation: activation(creator))
  }

  /// In whole multiples of the currency's smallest amount, by decimals: 0.07 is no binary number.
  private func whole(_ amount: Double, _ mode: NSDecimalNumber.RoundingMode) -> Double {
    let digits = campaign.brief.terms.money.decimals
    if digits == 0 { return amount.rounded(mode == .up ? .up : .down) }
    // What follows the ninth decimal is rounding of sums.
    var (exact, short, result) = (Decimal(amount), Decimal(), Decimal())
    NSDecimalRound(&short, &exact, 9, .plain)
    NSDecimalRound(&result, &short, digits, mode)
    return Double("\(result)") ?? .nan
  }

  /// Money for rights that are asked for: hers for as many terms as they take, else a share of the fee.
  private func usage(_ creator: Int, fee: Double) -> Double {
    guard let asked = campaign.brief.terms.usage else { return 0 }
    let own = campaign.roster.usageFees[creator]
    if own.isNaN { return asked.rate * fee }
    let months = campaign.roster.usageMonths[creator]
    var terms = 1.0
    while months > 0 && terms * months < asked.months { terms += 1 }
    return terms * own
  }

  /// The same of any format; of a package the mean over the people that its parts add.
  func factor(_ product: Product, _ format: DealFormat, creator: Int) -> Double {
    guard let package = format.package else {
      return AuditInputs.factor(product, format, campaign.brief)
    }
    var added = people(of: package, creator: creator)
    if added.allSatisfy({ $0.people == 0 }) {
      added = added.map { (format: $0.format, people: 1) }
    }
    let all = added.reduce(0) { $0 + $1.people }
    return added.reduce(0) {
      $0 + AuditInputs.factor(product, $1.format, campaign.brief) * $1.people / all
    }
  }

  /// How many people of a live deal one of the simple format stands for, by the deals' own rules.
  static func factor(_ product: Product, _ format: DealFormat, _ brief: Brief) -> Double {
    let usual = ["live": 0.02, "video": 0.0002, "post": 0.0002, "story": 0.0003]
    func ofBrief(_ format: DealFormat) -> Double {
      if format == .live { return brief.conversion }
      let share = (usual[format.rawValue] ?? 0) / 0.02
      return brief.formatConversions[format] ?? min(1, brief.conversion * share)
    }
    let ofLive = product.formatConversions[.live] ?? product.conversion
    func rate(_ format: DealFormat) -> Double {
      if format == .live { return ofLive ?? brief.conversion }
      if let own = product.formatConversions[format] { return own }
      guard let ofLive else { return ofBrief(format) }
      guard brief.conversion > 0 else { return ofLive * (usual[format.rawValue] ?? 0) / 0.02 }
      return min(1, ofLive * ofBrief(format) / brief.conversion)
    }
    if rate(.live) > 0 { return rate(format) / rate(.live) }
    let most = [DealFormat.video, .post, .story].map(rate).max() ?? 0
    return most > 0 ? rate(format) / most : 1
  }

  /// Money that a booking which was not declined names.
  private func agreedFee(_ creator: Int, _ product: Int, _ format: DealFormat) -> Double? {
    let (id, productID) = (
      campaign.roster.creatorIDs[creator], campaign.products.products[product].id
    )
    for booking in campaign.bookings
    where booking.creatorID == id && booking.productID == productID {
      let isOfFormat = booking.format == nil || booking.format == format
      if booking.status != .declined && isOfFormat { return booking.fee }
    }
    return nil
  }

  /// Money: the column of the format decides alone where there is one; nil where it is not offered.
  func fee(creator: Int, format: DealFormat) -> Double? {
    let roster = campaign.roster
    if let package = format.package { return fee(creator: creator, package: package) }
    let own = roster.formatFees[format.index]
    if own.isPresent {
      return counted(
        most: own[creator], least: roster.formatFeeLows[format.index][creator], of: creator,
        isOwn: true)
    }
    if roster.feeFormats.count > creator,
      !["", format.rawValue].contains(roster.feeFormats[creator])
    {
      return nil
    }
    return commonFee(creator)
  }

  /// Money: the fee for whatever has no column of its own.
  func commonFee(_ creator: Int) -> Double? {
    counted(
      most: campaign.roster.fees[creator], least: campaign.roster.feeLows[creator], of: creator,
      isOwn: false)
  }

  /// What counts of a fee that is one amount, a range, to be asked for, or missing.
  func counted(most: Double, least: Double, of creator: Int, isOwn: Bool) -> Double? {
    let terms = campaign.brief.terms
    if most.isNaN {
      let isOffered = least.isInfinite ? terms.askPolicy == .estimate : !isOwn
      let rate = terms.money.code == "JPY" ? 1 : terms.exchangeRates["JPY"]
      guard isOffered, let rate else { return nil }
      return campaign.roster.followers[creator]
        * (CampaignDefaults.yenPerFollower(platform: campaign.roster.platforms[creator]).middle
          * rate)
    }
    guard least.isFinite, least <= most else { return most }
    switch terms.feePolicy {
    case .high: return most
    case .low: return least
    case .middle: return (most + least) / 2
    }
  }

  private func activation(_ creator: Int) -> Double {
    campaign.roster.activationCosts.value(creator, default: 0)
  }
}
