import Tables

extension OtherWorkbook {
  /// What a zip archive or a compound file holds, by its parts; by its name where they cannot be read.
  init(_ file: MappedFile) {
    do throws(WorkbookProblem) {
      _ = try Workbook(file)
      self = .workbook
    } catch {
      let named = OtherWorkbook(extensionOf: file.path)
      switch error {
      case .passwordProtected: self = .encrypted
      case .notWorkbook(.legacyWorkbook): self = .legacy
      case .notWorkbook(.binaryWorkbook): self = .binary
      case .notWorkbook(.openDocument): self = .openDocument
      case .notWorkbook(.numbers): self = .numbers
      case .notWorkbook(.textDocument), .notWorkbook(.slides): self = .document
      case .notWorkbook(.archive), .notWorkbook(.other): self = named ?? .archive
      case .tooLarge, .tooManyEntries, .overlappingEntries, .documentType, .foreignEncoding,
        .damaged, .noSuchSheet:
        self = named ?? (FileSignature(file.bytes) == .compound ? .legacy : .archive)
      }
    }
  }

  /// What files of such a name are; nil for any other.
  init?(extensionOf path: String) {
    let kinds: [(String, OtherWorkbook)] = [
      (".xlsx", .workbook), (".xlsm", .workbook), (".xls", .legacy), (".xlsb", .binary),
      (".ods", .openDocument), (".numbers", .numbers),
    ]
    let path = path.lowercased()
    guard let kind = kinds.first(where: { path.hasSuffix($0.0) }) else { return nil }
    self = kind.1
  }
}
