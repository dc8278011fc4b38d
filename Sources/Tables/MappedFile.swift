#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, mapped into memory: read by the page when touched, never copied.
///
/// A pipe cannot be mapped and is read into memory instead. The file must not be shortened by
/// another program while it is mapped.
public final class MappedFile: @unchecked Sendable {
  // Unchecked: the bytes are written before `init` returns and never again.

  /// As the user gave it.
  public let path: String
  /// Valid as long as the object lives.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let isMapped: Bool

  /// Opens `path`; an empty file is an error.
  public init(path: String) throws(FileProblem) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileProblem(path: path, errorNumber: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileProblem(path: path, reason: .isDirectory)
    case S_IFREG:
      bytes = try Self.map(descriptor, size: Int(status.st_size), path: path)
      isMapped = true
    case S_IFCHR, S_IFBLK: throw FileProblem(path: path, reason: .isDevice)
    default:
      bytes = try Self.readAll(descriptor, path: path)
      isMapped = false
    }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
    } else {
      bytes.deallocate()
    }
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
    var contents: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, errorNumber: errno) }
      if count == 0 { break }
      contents.append(contentsOf: block[..<count])
    }
    guard !contents.isEmpty else { throw FileProblem(path: path, reason: .isEmpty) }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
    _ = copy.initialize(from: contents)
    return UnsafeBufferPointer(copy)
  }
}

extension FileProblem.Reason {
  init(errorNumber: Int32) {
    switch errorNumber {
    case ENOENT, ENOTDIR: self = .missing
    case EISDIR: self = .isDirectory
    case EACCES, EPERM: self = .notPermitted
    default: self = .system(errorNumber)
    }
  }

  /// The system's words for a failure, with its number.
  static func systemMessage(_ number: Int32) -> String {
    "\(String(cString: strerror(number))) (errno \(number))"
  }
}
