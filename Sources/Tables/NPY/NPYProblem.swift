/// Why a .npy file could not be used.
public struct NPYProblem: Error, Equatable, Sendable {
  /// What the file lacks, or has too much of.
  public enum Reason: Equatable, Sendable, Codable {
    case notNPY
    case unsupportedVersion(version: Int)
    case malformedHeader
    /// With numpy's name of the type, as `>f4` or `<i8`.
    case unsupportedType(type: String)
    case fortranOrder
    case notTwoDimensional(dimensions: Int)
    /// Bytes of numbers.
    case truncated(expected: Int, found: Int)
    /// Both from 0.
    case notFinite(row: Int, ofColumn: Int)
  }

  /// As the user gave it.
  public var path: String
  /// What is wrong with the file.
  public var reason: Reason
}
