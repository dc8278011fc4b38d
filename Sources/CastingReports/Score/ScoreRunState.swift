/// What a database keeps of a run beside its rows, under names of the run's own where several runs share
/// it.
struct ScoreRunState {
  /// Texts by name, as the database has them.
  private let kept: [String: String]
  /// Nil for a run that has the database for itself.
  private let id: String?

  init(_ kept: [String: String], of id: String?) {
    self.kept = kept
    self.id = id
  }

  func key(_ name: String) -> String { id.map { "\(name):\($0)" } ?? name }

  func named(_ state: [String: String]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: state.map { (key($0), $1) })
  }

  /// Names the inputs and options of the run; nil where none of its name was begun.
  var run: String? { kept[key("run")] }
  var creators: Int { kept[key("creators")].flatMap { Int($0) } ?? 0 }
  var isComplete: Bool { kept[key("complete")].map { !$0.isEmpty } ?? false }

  private var hasNamedRuns: Bool { kept.keys.contains { $0.hasPrefix("run:") } }

  /// Whether a run without a name stands where one with a name is to go, or the other way round.
  var isOtherKind: Bool { id == nil ? hasNamedRuns : kept["run"] != nil }

  /// Whether rows of other runs stay when this one is started.
  var keepsOthers: Bool { id != nil && !isOtherKind }

  /// Whether there are other runs in the database.
  var hasOthers: Bool {
    keepsOthers && kept.keys.contains { $0.hasPrefix("run:") && $0 != key("run") }
  }
}
