import Casting
import Foundation
import Tables

/// Reads plan.json back: what `check` recomputes.
///
/// Keys that this version does not know are left alone; a missing or ill-typed one is an error
/// with its place (`deals[3].cost`).
public struct PlanFile: Sendable {
  public var claims: PlanClaims

  /// Reads a plan directory or its plan.json. Throws `FileProblem` or `PlanFileProblem`.
  public init(path: String) throws {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    let file = exists && isDirectory.boolValue ? path + "/plan.json" : path
    let mapped = try MappedFile(path: file)
    // The map is gone with its object: it must outlive the copy.
    let bytes = withExtendedLifetime(mapped) { [UInt8](mapped.bytes) }
    try self.init(bytes: bytes, path: file)
  }

  /// Reads the bytes of a plan.json; `path` is for messages alone. Throws `PlanFileProblem`.
  public init(bytes: [UInt8], path: String) throws {
    let tree: ParsedJSON
    do {
      tree = try JSONDecoder().decode(ParsedJSON.self, from: Data(bytes))
    } catch {
      throw PlanFileProblem(path, .notJSON(Self.detail(error)))
    }
    claims = try PlanFileReader(path: path).claims(JSONNode(tree, key: "", path: path))
  }

  /// The parser's own words, which name the line and the column.
  private static func detail(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let cause = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
    return (cause as? String ?? context.debugDescription)
      .trimmingCharacters(in: CharacterSet(charactersIn: "."))
  }
}
