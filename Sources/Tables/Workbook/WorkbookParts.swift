/// What a part refers to: other parts, by an identifier each.
struct PartRelations {
  struct Relation {
    /// The last word of the type, which is the same in strict and in transitional workbooks: `worksheet`.
    var kind: Substring
    /// Name of the part in the archive.
    var target: String
  }

  private var byID: [String: Relation] = [:]
  /// The first of each kind.
  private var byKind: [Substring: String] = [:]

  /// Reads the relations of a part, or those of the whole archive for "".
  init(of part: String, in archive: ZipArchive) throws(WorkbookProblem) {
    let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
    let name = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    guard archive.entry(name) != nil else { return }
    var xml = try XMLScanner(try archive.reader(name))
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1:
        guard xml.isNamed("Relationships") else { throw xml.damage(.malformed) }
      case .start where xml.depth == 2 && xml.isNamed("Relationship"):
        guard let id = xml.value(of: "Id"), let type = xml.value(of: "Type"),
          let target = xml.value(of: "Target")
        else { throw xml.damage(.malformed) }
        // A place outside the file is nothing to read.
        if xml.value(of: "TargetMode") == "External" { continue }
        let kind = type.split(separator: "/").last ?? ""
        let relation = Relation(kind: kind, target: Self.name(target, from: folder))
        byID[id] = relation
        if byKind[kind] == nil { byKind[kind] = relation.target }
      case .start, .end, .text: break
      case .finished: return
      }
    }
  }

  subscript(id: String) -> Relation? { byID[id] }

  /// The part of a kind; nil where there is none.
  func target(_ kind: Substring) -> String? { byKind[kind] }

  /// A part's name, from a path that starts at the archive's root or at a folder.
  private static func name(_ target: String, from folder: Substring) -> String {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch step {
      case "..": _ = steps.popLast()
      case ".": break
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

extension ZipArchive {
  /// What the archive holds, where that is no workbook this reader knows.
  var otherContent: WorkbookContent {
    let names = Set(entries.map { $0.name.lowercased() })
    func has(prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }
    if names.contains("xl/workbook.bin") { return .binaryWorkbook }
    if names.contains("content.xml") && names.contains("mimetype") { return .openDocument }
    if has(prefix: "index/") && has(prefix: "metadata/") || names.contains("index.zip") {
      return .numbers
    }
    if has(prefix: "word/") { return .textDocument }
    return has(prefix: "ppt/") ? .slides : .archive
  }
}

extension WorkbookContent {
  /// Why a file that is no zip archive is no workbook: Excel puts encrypted ones into the envelope that .xls has,
  /// under a name of their own (MS-OFFCRYPTO, 2.3.4.4).
  static func problem(of file: MappedFile) -> WorkbookProblem {
    guard FileSignature(file.bytes) == .compound else { return .notWorkbook(.other) }
    let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    return file.bytes.holds(name) ? .passwordProtected : .notWorkbook(.legacyWorkbook)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    return (0...count - word.count).contains { offset in
      self[offset] == word[0] && self[offset..<offset + word.count].elementsEqual(word)
    }
  }
}
