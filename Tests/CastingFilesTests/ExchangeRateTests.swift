import Casting
import CastingFiles
import CastingReview
import CastingTestSupport
import Foundation
import Testing

/// Columns in other currencies, from the cell to the campaign's amounts.
@Suite struct ExchangeRateTests {
  private static let rates = "budget: 1M\nexchange_rates: {USD: 150, EUR: 162.5}\n"

  private func read(
    _ roster: String, products: String = InputFolder.products, brief: String = rates,
    bookings: String? = nil
  ) throws -> LoadedCampaign {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", products))
    paths.brief = try folder.write("brief.yaml", brief)
    paths.bookings = try bookings.map { try folder.write("bookings.csv", $0) }
    return try CampaignFiles.read(paths)
  }

  private func words(_ loaded: LoadedCampaign) -> [String] {
    loaded.decisions.map { "\($0.column ?? "-") \($0.what.word) \($0.basis.rawValue)" }
  }

  // MARK: What is converted

  @Test(arguments: [
    ("Fee (USD)", "299.8", "200", "certain"), ("fee_usd", "299.8", "$200", "certain"),
    ("fee", "$299.8", "200 USD", "certain"), ("料金（米ドル）", "299.8", "200", "certain"),
  ])
  func headersAndSignsNameTheCurrency(
    header: String, first: String, second: String, basis: String
  ) throws {
    let loaded = try read(
      "creator_id,platform,followers,\(header)\nC1,tiktok,12000,\(first)\nC2,tiktok,900,\(second)\n"
    )
    #expect(loaded.campaign.roster.fees.values == [44_970, 30_000])
    #expect(words(loaded).contains("fee USD at 150.0 JPY \(basis)"))
    #expect(loaded.notes.contains { $0.isDecision }, "a conversion is told")
  }

  @Test func theBriefNamesTheCurrency() throws {
    let brief = Self.rates + "columns: {roster: {fee: {currency: EUR}}}\n"
    let loaded = try read(
      "creator_id,platform,followers,fee\nC1,tiktok,12000,$100\nC2,tiktok,900,40\n", brief: brief)
    #expect(loaded.campaign.roster.fees.values == [16_250, 6_500])
    #expect(words(loaded).contains("fee EUR at 162.5 JPY stated"))
  }

  /// The line that the question proposes settles it, for signs too.
  @Test func aSignMayStandForTheCampaignsCurrency() throws {
    let brief = "budget: 1M\ncolumns: {roster: {fee: {currency: JPY}}}\n"
    let loaded = try read(
      "creator_id,platform,followers,fee\nC1,tiktok,12000,$30000\n", brief: brief)
    #expect(loaded.campaign.roster.fees.values == [30_000])
  }

  @Test func rangesQuotesAndUnitsAreConverted() throws {
    let loaded = try read(
      """
      creator_id,platform,followers,"fee_live (thousand, USD)",guarantee
      C1,tiktok,12000,0.2〜0.3,9000
      C2,tiktok,12000,ask,
      C3,tiktok,12000,0.5,

      """)
    let campaign = loaded.campaign
    let fees = (0..<3).map {
      campaign.roster.statedFee(creator: $0, format: .live, campaign.brief.terms)
    }
    #expect(fees[0]?.low == 30_000 && fees[0]?.high == 45_000)
    #expect(fees[1]?.state == .ask && fees[1]?.counted == 24_000)
    #expect(fees[2]?.counted == 75_000)
    #expect(campaign.roster.guarantees[0] == 9000, "its header names no currency")
  }

  @Test func pricesTaxAndValuesForAllRows() throws {
    let brief = """
      budget: 1M
      exchange_rates: {USD: 150}
      tax: {rate: 0.1, prices: included}
      products: {product_cost: 800}

      """
    let loaded = try read(
      InputFolder.roster, products: "product_id,price,product_cost (USD)\nP1,$22,4\nP2,$11,\n",
      brief: brief)
    let products = loaded.campaign.products.products
    #expect(abs(products[0].price - 3000) < 1e-9 && abs(products[1].price - 1500) < 1e-9)
    #expect(products.map(\.costPerDeal) == [600, 800], "a value of the brief is in its currency")
  }

  @Test func rowsByFormatAreConvertedOnce() throws {
    let loaded = try read(
      """
      creator_id,platform,followers,format,Fee (USD)
      C1,tiktok,12000,live,200〜300
      C1,tiktok,12000,video,100
      C2,tiktok,12000,video,40

      """)
    let campaign = loaded.campaign
    let live = campaign.roster.statedFee(creator: 0, format: .live, campaign.brief.terms)
    #expect(live?.low == 30_000 && live?.high == 45_000)
    let videos = (0..<2).map {
      campaign.roster.statedFee(creator: $0, format: .video, campaign.brief.terms)?.counted
    }
    #expect(videos == [15_000, 6000])
  }

  @Test func bookingsAreConverted() throws {
    let loaded = try read(
      InputFolder.roster,
      bookings: "creator_id,product_id,format,status,fee\nC1,P1,video,confirmed,$180\n")
    #expect(loaded.campaign.bookings.map(\.fee) == [27_000])
  }

  /// A product of decimals that is whole costs no unit more.
  @Test func wholeProductsStayWhole() throws {
    var random = SplitMix(state: 5)
    var (cells, wanted) = ([String](), [Double]())
    for _ in 0..<500 {
      let cents = Int.random(in: 1...9_999_999, using: &random)
      cells.append("\(cents / 100).\(String(cents % 100 + 100).dropFirst())")
      wanted.append(Double(cents) * 1.5)
    }
    let rows = cells.enumerated().map { "C\($0),tiktok,5000,\($1)" }
    let loaded = try read(
      "creator_id,platform,followers,fee_usd\n" + rows.joined(separator: "\n") + "\n")
    for (fee, wanted) in zip(loaded.campaign.roster.fees.values, wanted) {
      // Only what is whole is rounded up to something else by a hair.
      let isWhole = wanted == wanted.rounded()
      #expect(isWhole ? fee == wanted : abs(fee - wanted) <= 1e-12 * wanted, "seed 5")
    }
  }

  /// Rows that are taken as they come, and those that are kept on disk, are converted too.
  @Test func streamsAreConverted() throws {
    let folder = try InputFolder()
    let rows = (0..<500).map { "C\($0),tiktok,\(1000 + $0),\(10 + $0)" }
    var paths = CampaignPaths(
      roster: try folder.write(
        "roster.csv",
        "creator_id,platform,followers,fee_usd\n" + rows.joined(separator: "\n") + "\n"),
      products: try folder.write("products.csv", InputFolder.products))
    paths.brief = try folder.write("brief.yaml", Self.rates)
    var fees: [Double] = []
    var inputs = try ScoringFiles.read(paths, threads: 2)
    try inputs.roster.forEachPart {
      fees = $0.roster.fees.values
      return true
    }
    #expect(fees == (0..<500).map { Double(10 + $0) * 150 })
  }

  // MARK: What is asked

  @Test(arguments: [
    ("fee", "$200", "300", "names USD, and in 1 cell no currency"),
    ("fee", "$200", "¥300", "names JPY and USD"), ("fee", "$200", "€30", "names EUR and USD"),
    ("fee_usd", "200", "¥300", "names JPY and USD"),
    ("fee", "£200", "£300", "exchange_rates: {GBP: …}"),
  ])
  func whatIsLeftInDoubtIsAsked(header: String, first: String, second: String, said: String) throws
  {
    let outcome = try InputFolder.outcome(
      roster:
        "creator_id,platform,followers,\(header)\nC1,tiktok,12000,\(first)\nC2,tiktok,9,\(second)\n",
      brief: Self.rates)
    #expect(outcome.contains(said), "\(outcome)")
  }

  @Test(arguments: [
    ("exchange_rates: {JPY: 1}", "exchange_rates has a rate of JPY"),
    ("exchange_rates: {USD: 0}", "USD is out of range"),
    ("exchange_rates: {USD: -150}", "USD is out of range"),
    ("exchange_rates: {DOLLAR: 150}", "exchange_rates names no currency, \"DOLLAR\""),
    ("exchange_rates: {USD: 150, usd: 151}", "a key is given twice"),
    ("exchange_rates: 150", "exchange_rates has another form than expected"),
    ("currency: yen", "currency names no currency"),
    ("columns: {roster: {fee: {currency: dollars}}}", "currency names no currency"),
  ])
  func faultsAreTold(line: String, said: String) throws {
    let outcome = try InputFolder.outcome(brief: "budget: 1M\n\(line)\n")
    #expect(outcome.contains(said), "\(outcome)")
  }
}
