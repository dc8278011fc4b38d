import Casting
import Testing

struct FormatConversionTests {
  private static let formats: [DealFormat] = [.live, .video, .post, .story]

  private func rates(_ product: Product, _ brief: Brief = Brief()) -> [Double] {
    FormatConversion(product, brief: brief).rates
  }

  private func grades(_ product: Product, _ brief: Brief = Brief()) -> [Grade] {
    FormatConversion(product, brief: brief).grades
  }

  private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { abs($0 - $1) <= 1e-15 } && left.count == right.count
  }

  /// Two in a hundred buy from a live stream, two or three in ten thousand from what is only seen.
  @Test func nothingIsStated() {
    let product = Product(id: "P", price: 1)
    #expect(isClose(rates(product), [0.02, 0.0002, 0.0002, 0.0003]))
    #expect(grades(product) == [.default, .default, .default, .default])
  }

  @Test func theRateOfLiveDealsScalesTheOthers() {
    var product = Product(id: "P", price: 1)
    product.conversion = 0.06
    #expect(isClose(rates(product), [0.06, 0.0006, 0.0006, 0.0009]))
    #expect(grades(product) == [.measured, .estimated, .estimated, .estimated])
    product.formatConversions = [.post: 0.004]
    #expect(isClose(rates(product), [0.06, 0.0006, 0.004, 0.0009]))
    #expect(grades(product)[2] == .measured)
  }

  @Test func aColumnOfLiveDealsIsBeforeTheCommonOne() {
    var product = Product(id: "P", price: 1)
    product.conversion = 0.06
    product.formatConversions = [.live: 0.03]
    #expect(isClose(rates(product), [0.03, 0.0003, 0.0003, 0.00045]))
  }

  /// The brief says 4 % for live and 1 % for video: a product with 2 % live has 0.5 % video.
  @Test func theBriefSaysHowFormatsStandToEachOther() {
    var brief = Brief()
    brief.conversion = 0.04
    brief.formatConversions = [.video: 0.01]
    var product = Product(id: "P", price: 1)
    #expect(isClose(rates(product, brief), [0.04, 0.01, 0.0004, 0.0006]))
    product.conversion = 0.02
    #expect(isClose(rates(product, brief), [0.02, 0.005, 0.0002, 0.0003]))
  }

  @Test func noRateIsAboveOne() {
    var brief = Brief()
    brief.conversion = 0.01
    brief.formatConversions = [.video: 0.5]
    var product = Product(id: "P", price: 1)
    product.conversion = 0.9
    #expect(rates(product, brief)[1] == 1)
  }

  /// Nobody buys from a live stream: the others are held to the largest rate.
  @Test func factorsWithoutLiveSales() {
    var product = Product(id: "P", price: 1)
    product.formatConversions = [.live: 0, .video: 0.002, .post: 0.004, .story: 0]
    let response = ProductResponse(
      products: [product], brief: Brief(), cells: .ageByGender,
      population: [Double](repeating: 1.0 / 12, count: 12))
    #expect(
      Self.formats.map { response.factor(product: 0, format: $0) } == [0, 0.5, 1, 0])
    #expect(response.conversion[0] == 0.004)
  }

  /// Where people are what is wanted, one of a post is one.
  @Test func reachCountsPeople() {
    var brief = Brief()
    brief.objective = .reach
    let response = ProductResponse(
      products: [Product(id: "P", price: 1)], brief: brief, cells: .ageByGender,
      population: [Double](repeating: 1.0 / 12, count: 12))
    #expect(Self.formats.map { response.weight(product: 0, format: $0) } == [1, 1, 1, 1])
    #expect(abs(response.factor(product: 0, format: .post) - 0.01) < 1e-15)
  }
}
