import CastingFiles
import Foundation
import TableTestSupport

/// Sound inputs for every reader, and the readers.
struct FuzzInputs {
  /// A reader and the form of what it is given.
  enum Target: Hashable, CaseIterable {
    case roster(TableForm), products, deals, brief, creatorEmbeddings

    static var allCases: [Target] {
      TableForm.allCases.map { .roster($0) } + [.products, .deals, .brief, .creatorEmbeddings]
    }
  }

  private let folder: String
  private let sound: [Target: [UInt8]]

  init(folder: String) throws {
    self.folder = folder
    var sound: [Target: [UInt8]] = [:]
    for form in TableForm.allCases {
      let path = try form.write(Self.creators, in: folder)
      sound[.roster(form)] = [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
    sound[.products] = Array(Self.products.utf8)
    sound[.deals] = Array(Self.deals.utf8)
    sound[.brief] = Array(Self.brief.utf8)
    sound[.creatorEmbeddings] = Self.matrix(rows: 3)
    self.sound = sound
    for (target, bytes) in sound { try write(bytes, to: path(of: target)) }
    try write(Self.matrix(rows: 2), to: folder + "/products.npy")
  }

  func bytes(of target: Target) -> [UInt8] { sound[target]! }

  /// A reader and its input, damaged once with this seed.
  func damaged(seed: UInt64) -> (Target, [UInt8]) {
    let target = Target.allCases[Int(seed % UInt64(Target.allCases.count))]
    var damage = InputDamage(seed: seed)
    return (target, damage.applied(to: bytes(of: target)))
  }

  /// Reads a campaign with these bytes in the place of one file; false when it was refused.
  ///
  /// An issue without its parts, or over several lines, ends the program.
  func read(_ target: Target, _ bytes: [UInt8]) -> Bool {
    let damagedPath = folder + "/damaged"
    do { try write(bytes, to: damagedPath) } catch { preconditionFailure("\(error)") }
    var paths = CampaignPaths(
      roster: path(of: .roster(.utf8)), products: path(of: .products), brief: path(of: .brief),
      deals: path(of: .deals))
    switch target {
    case .roster: paths.roster = damagedPath
    case .products: paths.products = damagedPath
    case .deals: paths.deals = damagedPath
    case .brief: paths.brief = damagedPath
    case .creatorEmbeddings:
      paths.creatorEmbeddings = damagedPath
      paths.productEmbeddings = folder + "/products.npy"
    }
    var options = ReadingOptions()
    options.skipsInvalidRows = bytes.count % 2 == 0
    options.carriesUnknownColumns = bytes.count % 3 == 0
    do throws(InputError) {
      // The other files and the checks between them take most of the time.
      if case .roster = target, bytes.count % 4 != 0 {
        _ = try RosterFile.read(path: damagedPath, threads: 1)
      } else {
        _ = try CampaignFiles.read(paths, threads: 1, options: options)
      }
      return true
    } catch {
      precondition(!error.issues.isEmpty)
      for issue in error.issues.kept {
        precondition(!issue.what.isEmpty && !issue.rule.isEmpty && !issue.remedy.isEmpty)
        precondition(!issue.description.contains { $0 == "\n" || $0 == "\r" })
      }
      return false
    }
  }

  private func path(of target: Target) -> String {
    switch target {
    case .roster(let form): folder + "/" + form.fileName
    case .products: folder + "/products.csv"
    case .deals: folder + "/deals.csv"
    case .brief: folder + "/brief.yaml"
    case .creatorEmbeddings: folder + "/creators.npy"
    }
  }

  /// A file of its own each time: one that is still mapped may not be shortened.
  private func write(_ bytes: [UInt8], to path: String) throws {
    unlink(path)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private static let creators = [
    [
      "クリエイターID", "名前", "フォロワー数", "料金", "20代", "稼働開始日", "ティア", "メモ",
    ],
    ["C1", "あおい\"改\"", "1.2万", "50,000円", "100%", "2026-12-01", "micro", ""],
    ["C2", "長い名前, 続き", "85K", "3e4", "", "2026年12月1日", "", "社内\n二行"],
    ["C3", "ﾊﾝｶｸ", "１２，３４５", "5万", "", "", "", "髙"],
  ]
  private static let products =
    "product_id,name,price,formats\nP1,化粧水,3000,live;video\nP2,Tea,1200,\n"
  private static let deals = "creator_id,product_id,cost,value\nC1,P1,5,5\nC2,P2,5万,1.5M\n"
  private static let brief = """
    budget: 5_000_000
    quotas:
      - {where: {platform: [tiktok, x], followers: {max: 10万}}, count: {min: 3, max: 10}}
    lock: [C1, {creator: C2, product: P1}]
    audience: {female_share: 60%, age_20_29: 0.3}
    announcements: {stages: [{name: t, days_before: 7, strength: 0.3}], lift: 0.3}

    """

  private static func matrix(rows: Int) -> [UInt8] {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), 3), }"
    while (11 + header.utf8.count) % 64 != 0 { header += " " }
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count + 1), 0]
    bytes += Array((header + "\n").utf8)
    for _ in 0..<(rows * 3) { bytes += [0, 0, 0, 0x3F] }
    return bytes
  }
}
