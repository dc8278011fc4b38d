/// A result that could not be written.
struct OutputProblem: Error {
  /// Path, or `standard output`.
  var place: String
  /// What the system said.
  var reason: String
  var remedy: String
}

extension OutputProblem: CustomStringConvertible {
  var description: String { "\(place): cannot be written: \(reason); \(remedy)" }
}
