import CastingFiles

extension ReadingOptions {
  /// Leaves out every row with a fault, however many these are.
  mutating func dropInvalid() { leaveOut(.drop) }

  /// Passes over faults, however many these are.
  mutating func leaveOut(_ policy: InvalidPolicy) {
    (invalid, maximumInvalid) = (policy, .share(1))
  }
}
