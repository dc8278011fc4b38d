import Foundation

/// The pages that tell users of the program, and the folder in which a reader follows them.
enum Documentation {
  static let index = "Documentation/README.md"

  /// README.md and every page of the guide, sorted.
  static let pages: [String] = {
    let folder = Repository.root.appending(path: "Documentation")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return ["README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
  }()

  static func page(_ path: String) throws -> MarkdownPage {
    MarkdownPage(path: path, text: try Repository.text(path))
  }

  /// The text of a file of the repository; empty for a folder, nil where there is nothing.
  static func text(_ path: String) -> String? {
    var isFolder: ObjCBool = false
    let file = Repository.root.appending(path: path).path()
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? "" : try? Repository.text(path)
  }

  /// Sums are rounded as the processor's kernels round them, and where two plans are worth nearly
  /// the same, that decides: pages show what those for AVX2 print.
  private static let kernels = ["OPENBLAS_CORETYPE": "Haswell"]

  /// A folder with the sample in it, and `make` in its shell.
  static func folder(_ memo: CommandMemo) throws -> PageFolder {
    let sample = try PageFolder.files(below: Repository.datasets)
    let makefile = Makefile(try Repository.text("Makefile"))
    return try PageFolder(
      files: Dictionary(uniqueKeysWithValues: sample.map { ("datasets/" + $0.key, $0.value) }),
      prelude: makefile.shellFunction(program: ".build/release/castplan"), environment: kernels,
      memo: memo)
  }
}
