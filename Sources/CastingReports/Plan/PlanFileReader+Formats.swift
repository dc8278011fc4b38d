import Casting
import CastingPlanning

/// Formats by their names; packages are known by what the plan says of them.
extension PlanFileReader {
  func packages(_ root: JSONNode) throws(PlanFileProblem) -> [DealPackage] {
    guard let node = try root.member(ifAny: "packages"), !node.isNull else { return [] }
    var packages: [DealPackage] = []
    for (name, parts) in try node.members() {
      packages.append(try package(name, parts))
    }
    return packages
  }

  func format(_ node: JSONNode) throws(PlanFileProblem) -> DealFormat {
    let name = try node.text()
    if let format = DealFormat(rawValue: name) { return format }
    if let package = packages.first(where: { $0.name == name }) { return .package(package) }
    throw PlanFileProblem(path, .unknownWord(key: node.key, word: name))
  }

  func formats(_ list: JSONNode) throws(PlanFileProblem) -> [DealFormat] {
    var formats: [DealFormat] = []
    for node in try list.elements() { formats.append(try format(node)) }
    return formats
  }

  /// Of a package with the parts that the deal has.
  func formatOfDeal(_ deal: JSONNode) throws(PlanFileProblem) -> DealFormat {
    let format = try format(deal.member("format"))
    guard let package = format.package else { return format }
    return .package(try self.package(package.name, deal.member("parts")))
  }

  private func package(
    _ name: String, _ parts: JSONNode
  ) throws(PlanFileProblem) -> DealPackage {
    var counts: [DealFormat: Int] = [:]
    for (part, node) in try parts.members() {
      let count = try node.integer()
      guard let format = DealFormat(rawValue: part), count > 0 else {
        throw PlanFileProblem(path, .unknownWord(key: node.key, word: part))
      }
      counts[format] = count
    }
    guard !counts.isEmpty else {
      throw PlanFileProblem(path, .missing(key: parts.key + ".live"))
    }
    return DealPackage(name: name, counts: counts)
  }
}
