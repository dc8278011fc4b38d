import Glibc
import Tables

extension PlanDirectory {
  /// Where a plan directory goes, checked.
  struct Destination {
    let path: String
    let parent: String
    let name: String
    let exists: Bool

    init(_ given: String) throws(PlanDirectoryProblem) {
      var path = given
      while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
      guard !path.isEmpty else { throw PlanDirectoryProblem(given, .noName) }
      // A link to a plan directory is followed, not replaced, also where nothing is there yet.
      if case .path(let target) = OutputPlace(path) { path = target }
      // `..` and `.` get a name.
      if let resolved = realpath(path, nil) {
        path = String(cString: resolved)
        free(resolved)
      }
      let slash = path.lastIndex(of: "/")
      name = String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])
      guard !name.isEmpty, name != "..", name != "." else {
        throw PlanDirectoryProblem(given, .noName)
      }
      parent =
        switch slash {
        case nil: "."
        case path.startIndex: "/"
        case let slash?: String(path[..<slash])
        }
      self.path = path
      exists = try Self.checkExisting(path, shownAs: given)
      if !exists { try Self.checkParent(parent, of: given) }
    }

    /// Whether a plan directory (or an empty one) stands at `path`; throws when it is anything
    /// that must not be replaced.
    private static func checkExisting(
      _ path: String, shownAs given: String
    ) throws(PlanDirectoryProblem) -> Bool {
      var status = stat()
      guard stat(path, &status) == 0 else {
        // ENOTDIR and ENOENT speak of the parent, checked next.
        guard errno == ENOENT || errno == ENOTDIR else {
          throw PlanDirectoryProblem(given, .cannotCreate(errno))
        }
        return false
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw PlanDirectoryProblem(given, .isFile)
      }
      let names = try entries(of: path, shownAs: given)
      guard names.isEmpty || names.contains("plan.json") else {
        throw PlanDirectoryProblem(given, .notAPlan(first: names[0]))
      }
      if let other = names.first(where: { !knownNames.contains($0) }) {
        throw PlanDirectoryProblem(given, .holdsOtherFile(other))
      }
      return true
    }

    private static func checkParent(
      _ parent: String, of given: String
    ) throws(PlanDirectoryProblem) {
      var status = stat()
      guard stat(parent, &status) == 0 else {
        switch errno {
        case ENOENT: throw PlanDirectoryProblem(given, .missingParent(parent))
        case ENOTDIR: throw PlanDirectoryProblem(given, .parentIsFile(parent))
        default: throw PlanDirectoryProblem(given, .cannotCreate(errno))
        }
      }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw PlanDirectoryProblem(given, .parentIsFile(parent))
      }
    }

    /// Names in a directory, sorted.
    private static func entries(
      of path: String, shownAs given: String
    ) throws(PlanDirectoryProblem) -> [String] {
      guard let directory = opendir(path) else {
        throw PlanDirectoryProblem(given, .cannotCreate(errno))
      }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      return names.sorted()
    }
  }
}
