import Foundation
import Tables

/// The file of a table, opened.
struct TableInput {
  /// What is read, under the path that the user gave.
  let file: MappedFile
  /// What the user gave: the same file, or those that it was made from.
  let sources: [MappedFile]
  /// Whether another program made the text of it.
  let isConverted: Bool

  /// Opens a file, or a folder of Parquet files.
  ///
  /// - Parameter spoolsPipes: whether pipes are kept on disk, so that memory does not grow with them.
  init(_ place: TablePath, spoolsPipes: Bool = false) throws(InputIssue) {
    if Self.kind(of: place.file) == S_IFDIR {
      self = try Self.folder(place)
      return
    }
    let file: MappedFile
    do throws(FileProblem) {
      file = try MappedFile(path: place.file, spoolsPipes: spoolsPipes)
    } catch {
      throw .unusable(error)
    }
    // What came through a pipe has no path that another program could open.
    let isParquet =
      FileSignature(file.bytes) == .parquet && Self.kind(of: place.file) == S_IFREG
    guard isParquet else {
      self.init(file: file, sources: [file], isConverted: false)
      return
    }
    guard place.table == nil else { throw .notDatabase(file.path) }
    self.init(
      file: try ParquetFiles(file: place.file).text(), sources: [file], isConverted: true)
  }

  private init(file: MappedFile, sources: [MappedFile], isConverted: Bool) {
    self.file = file
    self.sources = sources
    self.isConverted = isConverted
  }

  private static func folder(_ place: TablePath) throws(InputIssue) -> TableInput {
    guard let parquet = ParquetFiles(folder: place.file) else {
      // On a Mac a spreadsheet can be a folder.
      if let kind = OtherWorkbook(extensionOf: place.file) { throw .notTable(place.file, kind) }
      throw .unusable(FileProblem(path: place.file, reason: .isDirectory))
    }
    guard place.table == nil else { throw .notDatabase(place.file) }
    var sources: [MappedFile] = []
    for path in parquet.files {
      do throws(FileProblem) {
        sources.append(try MappedFile(path: path))
      } catch {
        throw .unusable(error)
      }
    }
    return TableInput(file: try parquet.text(), sources: sources, isConverted: true)
  }

  /// What kind of file a path is, of the system's `S_IFMT`; 0 where there is none.
  private static func kind(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// The files that a path stands for: those of a folder, else itself.
  static func files(of path: String) -> [String] {
    guard kind(of: path) == S_IFDIR, let parquet = ParquetFiles(folder: path) else { return [path] }
    return parquet.files
  }

  /// The digest of what the user gave.
  func digest(isConcurrent: Bool) -> PendingDigest {
    PendingDigest(files: sources, path: file.path, isConcurrent: isConcurrent)
  }
}
