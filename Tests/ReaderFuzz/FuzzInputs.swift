import Casting
import CastingFiles
import CastingReports
import Foundation
import TableTestSupport

/// Sound inputs for every reader, and the readers.
struct FuzzInputs {
  /// A reader and the form of what it is given.
  enum Target: Hashable, CaseIterable {
    case roster(TableForm), stream(TableForm), products, deals, audience, brief
    case creatorEmbeddings, model

    static var allCases: [Target] {
      TableForm.allCases.flatMap { [.roster($0), .stream($0)] }
        + [.products, .deals, .audience, .brief, .creatorEmbeddings, .model]
    }
  }

  private let folder: String
  private let sound: [Target: [UInt8]]
  private let roster: Roster

  init(folder: String) throws {
    self.folder = folder
    var sound: [Target: [UInt8]] = [:]
    for form in TableForm.allCases {
      let path = try form.write(Self.creators, in: folder)
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      (sound[.roster(form)], sound[.stream(form)]) = (bytes, bytes)
    }
    sound[.products] = Array(Self.products.utf8)
    sound[.deals] = Array(Self.deals.utf8)
    sound[.audience] = Array(Self.audience.utf8)
    sound[.brief] = Array(Self.brief.utf8)
    sound[.creatorEmbeddings] = Self.matrix(rows: 3)
    let roster = try RosterFile.read(path: folder + "/" + TableForm.utf8.fileName)
    sound[.model] = try Self.model(of: roster)
    self.roster = roster
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
  /// An issue without words in some language, or over several lines, ends the program.
  func read(_ target: Target, _ bytes: [UInt8]) -> Bool {
    let damagedPath = folder + "/damaged"
    do { try write(bytes, to: damagedPath) } catch { preconditionFailure("\(error)") }
    do throws(InputError) {
      try read(target, damagedPath, bytes.count)
      return true
    } catch {
      precondition(!error.issues.isEmpty)
      for issue in error.issues.kept {
        for language in Language.allCases {
          let text = Wording(language).text(issue)
          precondition(text.count > issue.file.count + 10)
          precondition(!text.contains { $0 == "\n" || $0 == "\r" })
        }
      }
      return false
    }
  }

  /// - Parameter size: chooses the options.
  private func read(_ target: Target, _ damaged: String, _ size: Int) throws(InputError) {
    var paths = CampaignPaths(
      roster: path(of: .roster(.utf8)), products: path(of: .products), brief: path(of: .brief),
      deals: path(of: .deals))
    switch target {
    case .roster, .stream: paths.roster = damaged
    case .products: paths.products = damaged
    case .deals: paths.deals = damaged
    case .audience:
      paths.audience = damaged
      paths.brief = nil
    case .brief: paths.brief = damaged
    case .creatorEmbeddings:
      paths.creatorEmbeddings = damaged
      paths.productEmbeddings = folder + "/products.npy"
    case .model:
      score(with: try ScoringModelFile.read(path: damaged))
      return
    }
    var options = ReadingOptions()
    options.invalid = InvalidPolicy.allCases[size % InvalidPolicy.allCases.count]
    options.carriesUnknownColumns = size % 3 == 0
    if case .stream = target {
      try readAsStream(paths, options, rowsPerPart: 1 + size % 3)
    } else if case .roster = target, size % 4 != 0 {
      // The other files and the checks between them take most of the time.
      _ = try RosterFile.read(path: damaged, threads: 1)
    } else {
      _ = try CampaignFiles.read(paths, budget: 5e6, threads: 1, options: options)
    }
  }

  /// Surveys a stream and reads it again; both have the same creators.
  private func readAsStream(
    _ paths: CampaignPaths, _ options: ReadingOptions, rowsPerPart: Int
  ) throws(InputError) {
    var stream = try ScoringFiles.read(paths, threads: 1, options: options).roster
    stream.rowsPerPart = rowsPerPart
    do {
      let count = try stream.survey(into: 0) { $0 += $1.roster.count }
      var again = 0
      try stream.forEachPart {
        again += $0.roster.count
        return true
      }
      precondition(count == again && count > 0)
    } catch let error as InputError {
      throw error
    } catch {
      preconditionFailure("\(error)")
    }
  }

  private func score(with model: ScoringModel) {
    guard model.hasSpace, model.audienceCells == .ageByGender else { return }
    var scorer = RosterScorer(
      products: ProductList([Self.product]), brief: Brief(), ranking: .valuePerCost, model: model,
      top: 5, threads: 1)
    scorer.addToTop(roster)
    precondition(scorer.topDeals.allSatisfy { $0.count <= roster.count })
  }

  private func path(of target: Target) -> String {
    switch target {
    case .roster(let form), .stream(let form): folder + "/" + form.fileName
    case .products: folder + "/products.csv"
    case .deals: folder + "/deals.csv"
    case .audience: folder + "/cells.csv"
    case .brief: folder + "/brief.yaml"
    case .creatorEmbeddings: folder + "/creators.npy"
    case .model: folder + "/roster.model"
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
  private static let audience =
    "creator_id,cell,share\nC1,関東,60%\nC1,九州,0.4\nC2,九州,25%\nC2,関東,0.75\nC3,関東,1\n"
  private static let product: Product = {
    var product = Product(id: "P1", price: 3000)
    product.description = "敏感肌の化粧水とスキンケア"
    return product
  }()

  private static func model(of roster: Roster) throws -> [UInt8] {
    var survey = RosterSurvey()
    survey.add(roster)
    let model = survey.model(products: ProductList([product]), niches: [], threads: 1)
    return [UInt8](try JSONEncoder().encode(model))
  }

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
