import Glibc
import Tables

/// The files that a run reads, so that it writes over none of them, whatever names they have.
package struct ProtectedFiles {
  private var names: [FileIdentity: String] = [:]

  /// - Parameter paths: as the user gave them; `-` is standard input. What is not there is left to whoever
  ///   reads it.
  package init(_ paths: some Sequence<String>) {
    for path in paths {
      let identity =
        path == MappedFile.standardInput
        ? FileIdentity(descriptor: STDIN_FILENO) : FileIdentity(path: path)
      if let identity, names[identity] == nil {
        names[identity] = path == MappedFile.standardInput ? "standard input" : path
      }
    }
  }

  /// Refuses outputs that are inputs, or that are the same file as an earlier output.
  package func refuse(_ outputs: [String]) throws(OutputProblems) {
    var problems: [OutputProblem] = []
    var earlier: [Destination: String] = [:]
    for output in outputs {
      guard let destination = Destination(output) else { continue }
      if case .file(let identity) = destination, let name = names[identity] {
        problems.append(OutputProblem(output, .isInput(name)))
      } else if let name = earlier.updateValue(output, forKey: destination) {
        problems.append(OutputProblem(output, .isOtherOutput(name)))
      }
    }
    if let problems = OutputProblems(problems) { throw problems }
  }

  /// Refuses a directory whose files are replaced together when one of them is an input.
  package func refuse(directory: String, files: [String]) throws(OutputProblems) {
    let problems = files.compactMap { name -> OutputProblem? in
      let path = directory + (directory.hasSuffix("/") ? "" : "/") + name
      return FileIdentity(path: path).flatMap { names[$0] }.map {
        OutputProblem(path, .isInput($0))
      }
    }
    if let problems = OutputProblems(problems) { throw problems }
  }

  /// Where an output goes, the same for all its names.
  private enum Destination: Hashable {
    case file(FileIdentity)
    /// What is not there yet.
    case new(folder: FileIdentity, name: String)

    /// Nil for devices, which take any number of outputs, and where there is no folder.
    init?(_ path: String) {
      if let identity = FileIdentity(path: path) {
        self = .file(identity)
        return
      }
      guard case .path(let file) = OutputPlace(path), access(file, F_OK) != 0 else { return nil }
      let folder = OutputPlace.folder(of: file)
      guard let identity = FileIdentity(path: folder.isEmpty ? "." : folder) else { return nil }
      self = .new(folder: identity, name: OutputPlace.name(of: file))
    }
  }
}
