/// Why a .npy file could not be used.
public struct NPYProblem: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case notNPY
    case unsupportedVersion(Int)
    case malformedHeader
    /// With numpy's name of the type, as `>f4` or `<i8`.
    case unsupportedType(String)
    case fortranOrder
    case notTwoDimensional(Int)
    /// Bytes of numbers.
    case truncated(expected: Int, found: Int)
    /// Both from 0.
    case notFinite(row: Int, column: Int)
  }

  public var path: String
  public var reason: Reason
}
