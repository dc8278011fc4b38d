import CastingFiles
import CastingReports
import Tables

/// The file of everything that was left out, counts as not known, or was refused.
final class RejectsFile {
  let spool: RejectSpool
  private let file: OutputFile

  /// Opens it, before any work is done for it; nil where none is asked for.
  ///
  /// - Parameters:
  ///   - inputs: which it must not replace.
  ///   - outputs: that go elsewhere.
  ///   - folder: that is replaced as a whole.
  init?(
    _ options: CreatorOptions, inputs: [String], outputs: [String] = [], folder: String? = nil
  ) throws {
    guard let path = options.rejects else { return nil }
    if let folder, Self.isInside(path, folder) {
      throw OutputProblem(path, .isOtherOutput(folder))
    }
    try ProtectedFiles(inputs).refuse(outputs + [path])
    do throws(OutputProblem) {
      file = try OutputFile(path: path, replacing: .files(where: RejectsWording.isResult))
    } catch {
      throw error.reason == .isForeign ? OutputProblem(path, .isForeignFile) : error
    }
    let wording = RejectsWording(SpokenLanguage.wording)
    spool = RejectSpool(path: path) { wording.row($0) }
  }

  private static func isInside(_ path: String, _ folder: String) -> Bool {
    guard case .path(let file) = OutputPlace(path), let other = FileIdentity(path: folder) else {
      return false
    }
    let own = OutputPlace.folder(of: file)
    return FileIdentity(path: own.isEmpty ? "." : own) == other
  }

  /// Puts the file in its place.
  ///
  /// - Parameter isRefused: whether nothing was done about the faults but to tell them.
  func finish(isRefused: Bool) throws {
    var bytes = RejectsWording.header
    try spool.forEach { row, extent in
      bytes += row + RejectsWording.end(extent, isRefused: isRefused)
      if bytes.count >= 1 << 20 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    try file.finish()
  }
}

extension RejectsFile? {
  /// Reads inputs, and puts the file in its place whether they can be used or not.
  func reading<Loaded>(
    _ options: ReadingOptions, _ read: (ReadingOptions) throws -> Loaded
  ) throws -> Loaded {
    var options = options
    options.rejects = self?.spool
    do {
      let loaded = try read(options)
      try self?.finish(isRefused: false)
      return loaded
    } catch let error as InputError {
      try self?.finish(isRefused: true)
      throw error
    }
  }
}
