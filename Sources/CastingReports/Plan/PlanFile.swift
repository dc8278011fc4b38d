import CastingPlanning
import Foundation
import Tables

/// Reads plan.json back: what `check` recomputes.
///
/// Keys that this version does not know are left alone; a missing or ill-typed one is an error
/// with its place (`deals[3].cost`).
public struct PlanFile: Sendable {
  /// The layout's name and version; readers refuse any other.
  public static let schema = "castplan/plan/1"

  /// What the plan says, ready for `ClaimCheck`, `PlanInquiry` and `DealListFile`.
  public var claims: PlanClaims
  /// What the plan may come to, as far as the file says it; without its spreads.
  public var outcomes: Outcomes?
  /// SHA-256 of the inputs, lower-case hexadecimal.
  package var inputDigests: Set<String>

  /// Whether a path names a plan: a directory, or a file that begins as plan.json does.
  public static func isPlan(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return false
    }
    if isDirectory.boolValue { return true }
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let start = (try? file.read(upToCount: 256)) ?? nil
    return String(decoding: start ?? Data(), as: UTF8.self).contains("\"castplan/plan/")
  }

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
    let root = JSONNode(tree, key: "", path: path)
    var reader = PlanFileReader(path: path)
    claims = try reader.claims(root)
    outcomes = try PlanFileReader(path: path).outcomes(root)
    inputDigests = try PlanFileReader(path: path).inputDigests(root)
  }

  /// The parser's own words, which name the line and the column.
  private static func detail(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let cause = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
    return (cause as? String ?? context.debugDescription)
      .trimmingCharacters(in: CharacterSet(charactersIn: "."))
  }
}
