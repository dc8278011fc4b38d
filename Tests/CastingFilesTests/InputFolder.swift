import CastingFiles
import Foundation

/// A directory of input files of its own for a test.
final class InputFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "castplan-tests-" + UUID().uuidString + "/"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path + name))
    return path + name
  }

  /// A roster, products and a brief that are all in order, whose parts a test replaces.
  static let roster = """
    creator_id,name,platform,followers,fee
    C1,あおい,tiktok,12000,30000
    C2,みお,youtube,150000,200000

    """
  static let products = "product_id,name,price\nP1,化粧水,3000\nP2,Tea,1200\n"
  static let brief = "budget: 5_000_000\n"

  /// What reading these inputs says: its issues without the folder's path, or `read`.
  static func outcome(
    roster: String = roster, products: String = products, brief: String? = brief,
    deals: String? = nil, prepare: (InputFolder, inout CampaignPaths) throws -> Void = { _, _ in }
  ) throws -> String {
    let folder = try InputFolder()
    var paths = CampaignPaths(
      roster: try folder.write("roster.csv", roster),
      products: try folder.write("products.csv", products))
    paths.brief = try brief.map { try folder.write("brief.yaml", $0) }
    paths.deals = try deals.map { try folder.write("deals.csv", $0) }
    try prepare(folder, &paths)
    do throws(InputError) {
      let loaded = try CampaignFiles.read(paths, threads: 2)
      return folder.relative((["read"] + loaded.notes.map(\.description)).joined(separator: "\n"))
    } catch {
      return folder.relative(error.description)
    }
  }

  func relative(_ text: String) -> String { text.replacingOccurrences(of: path, with: "") }
}
