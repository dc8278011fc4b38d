import ArgumentParser
import CastingFiles
import CastingReports
import Tables

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a workbook to fill in: creators, products and the brief, a sheet each.",
    usage: "castplan template --out <xlsx> [--empty | --from <brief>] [<options>]",
    discussion: """
      Every column and every key of a brief is there with what it means, lists to choose from and \
      checks of what is typed. Without --empty and --from it is filled with 12 invented creators, \
      3 invented products and a brief for them, and plans at once. The same options give the same \
      bytes. --lang tells the language of sheets, headers and help.

      EXAMPLES
        castplan template --out campaign.xlsx
        castplan optimize --workbook campaign.xlsx --out plan
        castplan template --out empty.xlsx --empty --lang ja
        castplan template --out next.xlsx --from brief.yaml
      """)

  @Option(
    help: .init("Workbook to write, .xlsx.", valueName: "xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var out: String?

  @Flag(help: "Headers alone, without the invented creators, products and brief.")
  var empty = false

  @Option(
    help: .init(
      "A brief to put in, YAML or a workbook; the tables stay empty.", valueName: "brief"),
    completion: .file(extensions: ["yaml", "yml", "xlsx"]))
  var from: String?

  @Flag(help: "Replace a file of that name.")
  var force = false

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    var problems = language.problems
    if let out {
      if !Self.isDescriptor(out), !out.lowercased().hasSuffix(".xlsx") {
        problems.append(.noWorkbookName(given: out))
      }
    } else {
      problems.append(.missingWorkbook)
    }
    if empty && from != nil { problems.append(.exclusive(options: ["--empty", "--from"])) }
    try refuse(problems)
  }

  func run() throws {
    guard let out else { throw ExitStatus.internalError }
    if let from { try ProtectedFiles([from]).refuse([out]) }
    let content = try content(for: out)
    let file = try OutputFile(path: out, replacing: force ? .anything : .nothing)
    let name = Self.isDescriptor(out) ? "campaign.xlsx" : Self.shellWord(OutputPlace.name(of: out))
    let book = TemplateBook.make(content, file: name, in: SpokenLanguage.wording)
    let bytes: [UInt8]
    do throws(SheetBook.Failure) {
      bytes = try book.bytes()
    } catch {
      throw OutputProblem(out, .system(error.number))
    }
    try file.write(bytes)
    try file.finish()
    // What went to stdout itself ends there.
    if !Self.isDescriptor(out) { try StandardOutput.write(out + "\n") }
  }

  /// A word as a shell takes it, for the command that the first sheet shows.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    return isPlain ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
  }

  private static func isDescriptor(_ path: String) -> Bool {
    if case .descriptor = OutputPlace(path) { true } else { false }
  }

  private func content(for out: String) throws -> TemplateContent {
    if let from {
      let brief = try BriefEntries(brief: from)
      return TemplateContent(filling: .brief, brief: brief.moved(from: from, to: out))
    }
    return empty ? TemplateContent(filling: .nothing) : TemplateSample.content
  }
}

extension BriefEntries {
  /// The same for a brief in another folder: paths in a brief go from where it is.
  fileprivate func moved(from old: String, to new: String) -> BriefEntries {
    let folder = OutputPlace.folder(of: old)
    if folder == OutputPlace.folder(of: new) { return self }
    var moved = self
    for index in moved.entries.indices where moved.entries[index].path == "keep.plan" {
      let path = moved.entries[index].text
      if !path.hasPrefix("/") { moved.entries[index].text = folder + path }
    }
    return moved
  }
}
