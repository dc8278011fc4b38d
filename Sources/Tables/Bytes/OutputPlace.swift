#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where an output goes once symbolic links are followed, also those to what is not there yet.
package enum OutputPlace: Equatable, Sendable {
  /// A path that is no symbolic link.
  case path(String)
  /// A descriptor that the program was started with: `/dev/stdout`, `/dev/fd/3`. Opening its path
  /// again would write from the beginning of its file, or replace that under whoever has it open.
  case descriptor(Int32)

  /// As many links as Linux follows, path_resolution(7).
  private static let mostLinks = 40
  private static let descriptorFolders = ["/dev/fd/", "/proc/self/fd/"]

  package init(_ path: String) {
    var path = path
    for _ in 0..<Self.mostLinks {
      if let descriptor = Self.descriptor(path) {
        self = .descriptor(descriptor)
        return
      }
      guard let target = Self.target(ofLink: path) else { break }
      path = target.hasPrefix("/") ? target : Self.folder(of: path) + target
    }
    self = .path(path)
  }

  /// Folder of a path, with its slash; empty for the working directory.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Last component of a path; empty where it ends in a slash.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func descriptor(_ path: String) -> Int32? {
    descriptorFolders.lazy.compactMap { folder in
      path.hasPrefix(folder) ? Int32(path.dropFirst(folder.count)) : nil
    }.first
  }

  /// Nil where no link is there.
  private static func target(ofLink path: String) -> String? {
    let text = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) {
        max(0, readlink(path, $0.baseAddress!, $0.count))
      }
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
}
