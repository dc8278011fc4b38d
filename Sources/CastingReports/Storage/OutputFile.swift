import Glibc
import Tables

/// Where a result goes that is a stream of bytes.
///
/// A regular file, or a path where nothing is, is written beside its place and moved there when it is
/// whole; symbolic links are followed first, and stay. Pipes, terminals and other character devices, and
/// descriptors such as `/dev/stdout`, are written to as they are.
package final class OutputFile {
  /// What may be replaced of what stands there.
  package enum Replacing {
    case nothing
    /// Files whose bytes pass, empty ones, and those that a symbolic link names: whoever put a link
    /// there has said where results go.
    case files(where: (UnsafeBufferPointer<UInt8>) -> Bool)
    case anything
  }

  private enum Target {
    case file(ReplacedFile)
    /// Closed with the object.
    case descriptor(Int32)
  }

  /// As the user gave it.
  package let path: String
  private let target: Target

  /// Opens it; fails at once where nothing can be written, and waits for the reader of a named pipe.
  package init(path: String, replacing: Replacing) throws(OutputProblem) {
    self.path = path
    switch OutputPlace(path) {
    case .descriptor(let number):
      target = .descriptor(try Self.checked(dup(number), path))
    case .path(let file):
      target = try Self.target(file, shownAs: path, replacing)
    }
  }

  deinit {
    if case .descriptor(let descriptor) = target { close(descriptor) }
  }

  package func write(_ bytes: [UInt8]) throws(OutputProblem) {
    let failure: Int32? =
      switch target {
      case .file(let file): file.write(bytes)
      case .descriptor(let descriptor): DurableFile.writeAll(bytes, to: descriptor)
      }
    // A reader that has gone (`| head`) has seen enough, as with standard output.
    if case .descriptor = target, failure == EPIPE { return }
    if let failure { throw OutputProblem(path, .system(failure)) }
  }

  /// Puts the file in its place.
  package func finish() throws(OutputProblem) { try Self.finish([self]) }

  /// Puts files in their places, all together.
  package static func finish(_ outputs: [OutputFile]) throws(OutputProblem) {
    for output in outputs {
      if case .descriptor(let descriptor) = output.target,
        let number = DurableFile.flush(descriptor)
      {
        throw OutputProblem(output.path, .system(number))
      }
    }
    let files = outputs.compactMap(\.replacedFile)
    guard let (file, number) = ReplacedFile.finish(files) else { return }
    let output = outputs.first { $0.replacedFile === file }
    throw OutputProblem(output?.path ?? file.path, .system(number))
  }

  private var replacedFile: ReplacedFile? {
    if case .file(let file) = target { file } else { nil }
  }

  private static func target(
    _ file: String, shownAs path: String, _ replacing: Replacing
  ) throws(OutputProblem) -> Target {
    var status = stat()
    if stat(file, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: try check(file, shownAs: path, replacing)
      case S_IFDIR: throw OutputProblem(path, .isDirectory)
      case S_IFCHR, S_IFIFO:
        return .descriptor(try checked(open(file, O_WRONLY | O_NOCTTY | O_CLOEXEC), path))
      default: throw OutputProblem(path, .isUnwritableDevice)
      }
    } else if errno != ENOENT {
      throw OutputProblem(path, .system(errno))
    }
    if OutputPlace.name(of: file).isEmpty { throw OutputProblem(path, .isDirectory) }
    do throws(StagedEntry.Failure) {
      return .file(try ReplacedFile(path: file))
    } catch {
      throw OutputProblem(path, .system(error.number))
    }
  }

  private static func check(
    _ file: String, shownAs path: String, _ replacing: Replacing
  ) throws(OutputProblem) {
    switch replacing {
    case .anything: break
    case .nothing: throw OutputProblem(path, .exists)
    case .files where file != path: break
    case .files(let passes): if !isEmpty(file, or: passes) { throw OutputProblem(path, .isForeign) }
    }
  }

  private static func isEmpty(
    _ file: String, or passes: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    do throws(FileProblem) {
      let mapped = try MappedFile(path: file)
      return withExtendedLifetime(mapped) { passes(mapped.bytes) }
    } catch {
      // What may not be read is not known to be ours.
      return error.reason == .isEmpty
    }
  }

  private static func checked(_ descriptor: Int32, _ path: String) throws(OutputProblem) -> Int32 {
    if descriptor < 0 { throw OutputProblem(path, .system(errno)) }
    return descriptor
  }
}
