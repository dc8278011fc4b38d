import Casting
import Foundation
import Tables

/// Reads the deals of a plan made before: plan.json, or the directory that holds it.
enum LastPlanFile {
  /// What is read of plan.json; the rest does not matter here.
  private struct Content: Decodable {
    struct Deal: Decodable {
      var creator_id: String
      var product_id: String
      var format: String
      /// Of a package.
      var parts: [String: Int]?

      /// A package that the brief has no more is one all the same: of no deal that could be made.
      func format(_ packages: [DealPackage]) -> DealFormat? {
        if let known = DealFormat(rawValue: format) { return known }
        if let own = packages.first(where: { $0.name == format }) { return .package(own) }
        let counts = (parts ?? [:]).compactMap { name, count in
          DealFormat(rawValue: name).map { ($0, count) }
        }.filter { $0.1 > 0 }
        if counts.isEmpty { return nil }
        return .package(
          DealPackage(name: format, counts: Dictionary(counts) { first, _ in first }))
      }
    }

    var schema: String
    var deals: [Deal]
  }

  private static let schema = "castplan/plan/1"

  /// The file that a brief names: beside the brief, else from the working directory.
  static func path(_ written: String, beside brief: String?) -> String {
    let folder = brief.map { ($0 as NSString).deletingLastPathComponent } ?? ""
    let candidates =
      (written as NSString).isAbsolutePath || folder.isEmpty
      ? [written] : [(folder as NSString).appendingPathComponent(written), written]
    for candidate in candidates {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) else {
        continue
      }
      return isFolder.boolValue
        ? (candidate as NSString).appendingPathComponent("plan.json") : candidate
    }
    return candidates[0]
  }

  /// The plan's deals; nil, with an issue at the brief's place, when they cannot be told.
  static func deals(
    _ cell: Cell, beside brief: String?, packages: [DealPackage],
    _ context: inout ReadingContext
  ) -> [KeptPlan.Deal]? {
    let path = path(cell.text, beside: brief)
    let file: MappedFile
    do throws(FileProblem) {
      file = try MappedFile(path: path)
    } catch {
      context.issues.append(.unusableLastPlan(cell, .unreadableLastPlan(reason: error.reason)))
      return nil
    }
    let data = Data(file.bytes)
    guard let content = try? JSONDecoder().decode(Content.self, from: data),
      content.schema == schema
    else {
      context.issues.append(.unusableLastPlan(cell, .lastPlanOfOtherForm))
      return nil
    }
    context.record(file, rows: content.deals.count)
    var deals: [KeptPlan.Deal] = []
    for deal in content.deals {
      guard let format = deal.format(packages) else {
        context.issues.append(
          .unusableLastPlan(cell, .lastPlanFormat(format: deal.format)))
        return nil
      }
      let kept = KeptPlan.Deal(
        creatorID: deal.creator_id, productID: deal.product_id, format: format)
      if !deals.contains(kept) { deals.append(kept) }
    }
    return deals
  }
}
