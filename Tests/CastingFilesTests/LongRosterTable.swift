import CastingPlanning
import CastingTestSupport

/// Tables of made-up creators with every kind of column, longer than a group of a stored roster.
struct LongRosterTable {
  /// Two whole groups and a part of a third.
  static let creators = 2 * LongCampaign.creatorsPerPart + 1_234
  /// As many distinct ones as take codes of two bytes.
  private static let agencies = 300

  static let header =
    "creator_id,name,handle,url,platform,region,agency,employment,certification,niche,bio,followers,"
    + "avg_views,views_live,fee_live,fee_video,engagement_rate,posts_sampled,reply_rate,"
    + "authentic_share,commission,guarantee,activation_cost,slots,uplink_mbps,female_share,age_13_19,"
    + "age_20_29,age_30_39,age_40_49,age_50_59,age_60_plus,available_from,available_to,mood"

  private static let topics = ["美容", "コスメ", "旅行", "ゲーム", "料理", "釣り", "読書", "ヨガ"]

  /// - Parameter spoil: changes the cells of a row.
  static func text(
    seed: UInt64 = 1, creators: Int = creators, spoil: (Int, inout [String]) -> Void = { _, _ in }
  ) -> String {
    var generator = SplitMix(state: seed)
    var text = header + "\n"
    for row in 0..<creators {
      var cells = cells(row, &generator)
      // The brief wants her.
      if row == 9_000 { (cells[5], cells[23], cells[32], cells[33]) = ("関東", "2", "", "") }
      spoil(row, &cells)
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func cells(_ row: Int, _ generator: inout SplitMix) -> [String] {
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    func rate(_ most: Double) -> String {
      below(8) == 0 ? "" : "\(Double(below(10_000)) / 10_000 * most)"
    }
    let followers = 10_000 + below(90_000)
    let (first, second) = (topics[below(8)], topics[below(8)])
    let fee = 5_000 + below(60_000)
    return [
      "C\(row)", "\(first)の\(row)", below(3) == 0 ? "" : "@c\(row)",
      below(2) == 0 ? "" : "https://example.com/\(row)",
      ["tiktok", "youtube", "instagram"][below(3)], ["", "関東", "関西"][below(3)],
      below(9) == 0 ? "" : "A\(below(agencies))", ["", "in_house", "trainee"][below(3)],
      ["", "gold"][below(2)], "\(first);\(second)", below(4) == 0 ? "" : "\(second)を毎日配信",
      "\(followers)", below(5) == 0 ? "" : "\(followers / 10)", rate(5_000), "\(fee)",
      below(3) == 0 ? "" : "\(fee / 2)", rate(0.08), "\(below(50))", rate(0.5), rate(1),
      rate(0.1), below(6) == 0 ? "\(fee)" : "", below(6) == 0 ? "1000" : "", "\(below(4))",
      rate(30), rate(1),
    ] + ages(below(5), below(40)) + [
      below(3) == 0 ? "2026-12-0\(1 + below(9))" : "", below(3) == 0 ? "2026-12-2\(below(9))" : "",
      "sunny",
    ]
  }

  private static func ages(_ kind: Int, _ share: Int) -> [String] {
    kind == 0
      ? [String](repeating: "", count: 6)
      : ["0.1", "0.\(10 + share)", "0.\(60 - share)", "0.1", "0.1", ""]
  }

  /// A matrix of 8 columns, as numpy writes it.
  static func vectors(rows: Int, seed: UInt64) -> [UInt8] {
    var generator = SplitMix(state: seed)
    let dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), 8), }"
    let padding = String(repeating: " ", count: 64 - (10 + dictionary.utf8.count + 1) % 64)
    let header = Array((dictionary + padding + "\n").utf8)
    let values = (0..<rows * 8).map { _ in Float.random(in: -1...1, using: &generator) }
    return [0x93] + Array("NUMPY".utf8) + [
      1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8),
    ]
      + header + values.withUnsafeBytes { Array($0) }
  }

  static let products = """
    product_id,name,category,niche,price,conversion,min_creators,max_spend
    P1,化粧水,美容,美容;コスメ,3000,0.01,2,400000
    P2,Tea,食品,料理,1200,0.02,1,
    P3,Rod,趣味,釣り,9000,0.005,,

    """
  static let brief = """
    objective: gmv
    budget: 900000
    window: {from: 2026-12-05, to: 2026-12-15}
    quotas:
      - {where: {agency: [A1, A2, A3]}, count: {min: 1}}
      - {where: {followers: {max: 40000}}, spend_share: {min: 0.3}}
    lock: [C9000]
    apart: [[C5, C8500]]
    ban: [{region: 関西}]

    """
}
