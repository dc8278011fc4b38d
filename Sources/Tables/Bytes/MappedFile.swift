#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, mapped into memory: read by the page when touched, never copied.
///
/// A pipe, and standard input as `-`, cannot be mapped and is read into memory instead. The file
/// must not be shortened by another program while it is mapped.
public final class MappedFile: @unchecked Sendable {
  // Unchecked: the bytes are written before `init` returns and never again.

  /// As the user gave it; `stdin` for standard input.
  public let path: String
  /// Valid as long as the object lives.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  /// The path that means standard input.
  public static let standardInput = "-"

  /// Opens `path`, or standard input for `-`; an empty file is an error.
  ///
  /// - Parameter spoolsPipes: whether what cannot be mapped is written to an unnamed temporary file
  ///   and mapped there, so that memory does not grow with it.
  public init(path: String, spoolsPipes: Bool = false) throws(FileProblem) {
    let isStandardInput = path == Self.standardInput
    let path = isStandardInput ? "stdin" : path
    self.path = path
    let descriptor =
      isStandardInput ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileProblem(path: path, errorNumber: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileProblem(path: path, reason: .isDirectory)
    // Standard input may be a file of which another program has read the beginning.
    case S_IFREG where lseek(descriptor, 0, SEEK_CUR) == 0:
      bytes = try Self.map(descriptor, size: Int(status.st_size), path: path)
      isMapped = true
    case S_IFCHR, S_IFBLK: throw FileProblem(path: path, reason: .isDevice)
    case _ where spoolsPipes:
      let spool = try TemporaryFile()
      let size = try spool.copy(from: descriptor, path: path)
      bytes = try Self.map(spool.descriptor, size: size, path: path)
      isMapped = true
    default:
      bytes = try Self.readAll(descriptor, path: path)
      isMapped = false
    }
  }

  /// The bytes of a file without a name, under the path of what they were made from.
  package init(_ spool: TemporaryFile, size: Int, path: String) throws(FileProblem) {
    self.path = path
    bytes = try Self.map(spool.descriptor, size: size, path: path)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
    } else {
      free(UnsafeMutableRawPointer(mutating: bytes.baseAddress!))
    }
  }

  /// Lets the system take back the memory of bytes that will not be read soon, and of the rest of
  /// the page before them; they can be read again all the same.
  package func release(_ range: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = range.lowerBound / page * page
    let end = range.upperBound == bytes.count ? bytes.count : range.upperBound / page * page
    guard isMapped, start < end else { return }
    madvise(
      UnsafeMutableRawPointer(mutating: bytes.baseAddress! + start), end - start, MADV_DONTNEED)
  }

  private static func map(
    _ descriptor: Int32, size: Int, path: String
  ) throws(FileProblem) -> UnsafeBufferPointer<UInt8> {
    guard size > 0 else { throw FileProblem(path: path, reason: .isEmpty) }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { throw FileProblem(path: path, errorNumber: errno) }
    madvise(address, size, MADV_SEQUENTIAL)
    return UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: size)
  }

  private static func readAll(
    _ descriptor: Int32, path: String
  ) throws(FileProblem) -> UnsafeBufferPointer<UInt8> {
    // Grown in place where the system can, so that the text is not held twice.
    var capacity = 1 << 16
    var count = 0
    guard var contents = malloc(capacity) else {
      throw FileProblem(path: path, errorNumber: ENOMEM)
    }
    while true {
      let found = read(descriptor, contents + count, capacity - count)
      if found < 0 && errno == EINTR { continue }
      guard found > 0 else {
        let failure = errno
        if found == 0 && count > 0 { break }
        free(contents)
        throw found == 0
          ? FileProblem(path: path, reason: .isEmpty)
          : FileProblem(path: path, errorNumber: failure)
      }
      count += found
      guard count == capacity else { continue }
      capacity *= 2
      guard let grown = realloc(contents, capacity) else {
        free(contents)
        throw FileProblem(path: path, errorNumber: ENOMEM)
      }
      contents = grown
    }
    return UnsafeBufferPointer(start: contents.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension FileProblem.Reason {
  init(errorNumber: Int32) {
    switch errorNumber {
    case ENOENT, ENOTDIR: self = .missing
    case EISDIR: self = .isDirectory
    case EACCES, EPERM: self = .notPermitted
    default: self = .system(number: errorNumber)
    }
  }
}
