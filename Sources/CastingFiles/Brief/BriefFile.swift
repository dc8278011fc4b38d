import Casting
import Tables
import Yams

/// Reads a campaign's brief: a YAML file, or a sheet of a workbook.
public enum BriefFile {
  /// Reads and validates a brief; the budget may be missing, ids are not looked up.
  public static func read(path: String) throws(InputError) -> Brief {
    var context = ReadingContext()
    let brief = read(path: path, &context)?.brief
    guard let brief, context.issues.isEmpty else { throw InputError(context.issues) }
    return brief
  }

  /// A brief and the places of the names in it.
  struct Loaded {
    var brief = Brief()
    var references: [BriefReference] = []
    /// Where `columns` names a header, by column name.
    var columnPlaces: [String: InputPlace] = [:]
    /// Where `audience` is given.
    var audiencePlace: InputPlace?
    /// What `competitors` says, and where: days count from the window.
    var competitors: (brands: [String], days: Int, place: Cell)?
    /// Names of cells of audiences, wherever they stand.
    var audienceCells: [Cell] = []
    /// Path of the file that says how tables are read.
    var reading: String?
    /// Whether a budget is written, even if it could not be read.
    var mentionsBudget = false
    /// Where the last plan is, and how much of it may change.
    var keptPlan: (plan: Cell, changes: Int)?
  }

  static func read(path: String, _ context: inout ReadingContext) -> Loaded? {
    guard let source = source(path: path, &context) else { return nil }
    var parser = BriefParser(file: source.path, places: source.places)
    parser.readBrief(source.root)
    context.issues.append(contentsOf: parser.issues)
    context.notes += parser.loaded.brief.notesOfIdlePackages(source.path)
    parser.loaded.readKeptPlan(beside: path, &context)
    parser.loaded.reading = parser.loaded.reading.map { LastPlanFile.path($0, beside: path) }
    return parser.loaded
  }

  /// The root of a brief's tree.
  static func node(path: String, _ context: inout ReadingContext) -> Node? {
    source(path: path, &context)?.root
  }

  /// A brief's tree, and where its lines come from if it is no text itself.
  struct Source {
    var path: String
    var root: Node
    var places: [Int: InputPlace] = [:]
  }

  static func source(path: String, _ context: inout ReadingContext) -> Source? {
    let place = TablePath(path)
    guard let file = context.map(place.file) else { return nil }
    if FileSignature(file.bytes) == .zip {
      context.record(file, rows: 1)
      return sheet(place.table, of: file, &context.issues)
    }
    if place.table != nil {
      context.issues.append(.fileWithoutSheets(path))
      return nil
    }
    context.record(file, rows: 1)
    guard let text = text(of: file, &context.issues),
      let root = compose(text, path, &context.issues)
    else { return nil }
    return Source(path: path, root: root)
  }

  /// - Parameter name: of the sheet; nil: the one that is called or looks like a brief.
  private static func sheet(
    _ name: String?, of file: MappedFile, _ issues: inout InputIssues
  ) -> Source? {
    guard let workbook = WorkbookFile(file, &issues),
      let sheet = sheet(name, of: workbook, &issues)
    else { return nil }
    let brief = BriefSheet(workbook, sheet: sheet)
    let (text, places) = brief.yaml()
    issues.append(contentsOf: brief.issues)
    guard let root = compose(text, brief.path, &issues) else { return nil }
    return Source(path: brief.path, root: root, places: places)
  }

  private static func sheet(
    _ name: String?, of workbook: WorkbookFile, _ issues: inout InputIssues
  ) -> WorkbookSheet? {
    let known = issues.total
    let chosen = name ?? SheetChoice(workbook, roles: [.brief], &issues).sheets[.brief]
    guard issues.total == known else { return nil }
    guard let chosen else {
      issues.append(.noSheet(workbook.path, .brief, workbook.book.sheets.map(\.name)))
      return nil
    }
    do throws(WorkbookProblem) {
      return try workbook.book.sheet(chosen)
    } catch {
      issues.append(.unusable(error, file: workbook.path))
      return nil
    }
  }

  private static func text(of file: MappedFile, _ issues: inout InputIssues) -> String? {
    if let signature = FileSignature(file.bytes), signature != .gzip {
      issues.append(.notBrief(file.path))
      return nil
    }
    var text: [UInt8] = []
    do throws(TextStreamProblem) {
      let stream = try Self.stream(file)
      while try stream.read(into: &text) {}
    } catch {
      switch error {
      case .file(let problem): issues.append(.unusable(problem))
      case .undecodable(let byte, let encoding):
        issues.append(.undecodable(place(file, text), byte: byte, encoding))
      }
      return nil
    }
    let invalid = text.withUnsafeBufferPointer {
      TextEncodingCheck.firstInvalid($0, in: $0.indices)
    }
    guard let invalid else { return String(decoding: text, as: UTF8.self) }
    issues.append(.notUTF8(place(file, text[..<invalid]), byte: text[invalid]))
    return nil
  }

  private static func stream(_ file: MappedFile) throws(TextStreamProblem) -> TextStream {
    do throws(FileProblem) {
      return try TextStream(file)
    } catch {
      throw .file(error)
    }
  }

  /// The place behind a text.
  private static func place(_ file: MappedFile, _ text: some Sequence<UInt8>) -> InputPlace {
    let lines = Array(text).withUnsafeBufferPointer {
      CSVScanner.lineBreaks(in: $0, $0.indices)
    }
    return InputPlace(file: file.path, line: 1 + lines)
  }

  static func compose(
    _ text: String, _ path: String, _ issues: inout InputIssues
  ) -> Node? {
    do {
      if let root = try Yams.compose(yaml: text) { return root }
      issues.append(.emptyBrief(path))
    } catch let error as YamlError {
      issues.append(.yaml(error, file: path, text: text))
    } catch {
      issues.append(.yaml(nil, file: path, text: text))
    }
    return nil
  }
}

extension BriefFile.Loaded {
  /// Reads the last plan that the brief names, if it names one.
  ///
  /// - Parameter brief: path of the brief, nil where there is none.
  mutating func readKeptPlan(beside brief: String?, _ context: inout ReadingContext) {
    guard let keptPlan,
      let deals = LastPlanFile.deals(
        keptPlan.plan, beside: brief, packages: self.brief.packages, &context)
    else { return }
    self.brief.keep = KeptPlan(deals: deals, maximumChanges: keptPlan.changes)
  }
}

/// A name in a brief that must exist in a table, and where it stands.
struct BriefReference {
  var cell: Cell
  /// What kind of thing it names.
  var attribute: DealFilter.Attribute
  /// Whether it names whom the plan must not have.
  var isBan = false
  /// Whether it selects, whoever fits it: all accounts of a person do.
  var isFilter = false
}
