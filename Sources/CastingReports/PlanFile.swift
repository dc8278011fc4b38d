import Casting
import Foundation

/// Reads plan.json back: what `check` recomputes.
///
/// Keys that this version does not know are left alone; a missing or ill-typed one is an error
/// with its place (`deals[3].cost`).
public struct PlanFile: Sendable {
  public var claims: PlanClaims

  /// Reads a plan directory or its plan.json. Throws `PlanFileProblem`.
  public init(path: String) throws {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    let file = exists && isDirectory.boolValue ? path + "/plan.json" : path
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let reason = cause.map { String(cString: strerror(Int32($0.code))) }
      throw PlanFileProblem(file, .unreadable(reason ?? "no such file"))
    }
    try self.init(bytes: [UInt8](data), path: file)
  }

  /// Reads the bytes of a plan.json; `path` is for messages alone. Throws `PlanFileProblem`.
  public init(bytes: [UInt8], path: String) throws {
    let tree: Any
    do {
      tree = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      let detail = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
      throw PlanFileProblem(path, .notJSON(detail ?? "the text ends too early"))
    }
    claims = try PlanFileReader(path: path).claims(JSONNode(tree, key: "", path: path))
  }
}
