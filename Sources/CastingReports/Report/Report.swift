/// What a command says, free of any format; each writer makes one format of it.
///
/// People read `sections`; spreadsheets take `table`; programs take `document`. The three tell the
/// same: they are made side by side from the same values.
public struct Report: Sendable {
  /// In reading order.
  public var sections: [ReportSection]
  /// What a table of values has of it; nil where the command has no such form.
  public var table: ReportTable?
  /// The whole, with its schema.
  public var document: JSONValue

  package init(sections: [ReportSection], table: ReportTable? = nil, document: JSONValue) {
    self.sections = sections.filter { !$0.blocks.isEmpty }
    self.table = table
    self.document = document
  }
}

/// Blocks that belong together, under a heading or without one.
public struct ReportSection: Sendable {
  /// Above the blocks; nil: none.
  public var heading: String?
  /// From top to bottom.
  public var blocks: [ReportBlock]

  package init(_ heading: String? = nil, _ blocks: [ReportBlock]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// One thing that a person reads.
public enum ReportBlock: Sendable {
  /// A sentence and the part it plays; writers decide how each part looks.
  case text(String, TextRole)
  case table(ReadableTable)
  /// Rows without a header, whose last column stands beside the others where it fits on every row,
  /// and below its row otherwise.
  case rows(ReadableTable)
  /// An empty line between blocks of a section.
  case gap

  /// What a text is to the report, so that a writer can set it off.
  public enum TextRole: Sendable, Equatable {
    /// What it all comes to: the first thing read.
    case headline
    case body
    /// One of a list.
    case item
    /// Belongs to the block before.
    case remark
    /// A named entry of a list, `term` before its text; `column` is where texts begin, in
    /// terminal columns, so that those of a list line up.
    case entry(term: String, column: Int)
    /// Says something by itself where a heading stands.
    case title
    /// Explains what stands beside it.
    case note
    /// Several clauses, one such line after the other.
    case clauses
    /// What would mend the item before.
    case remedy
    /// Tells more of the promise before.
    case detail
    /// A promise that was checked.
    case checked(holds: Bool)
    /// Something that looks wrong.
    case warning
    /// Never broken: a path may be copied from it.
    case line
  }
}

extension ReportSection {
  /// A list of sentences.
  static func items(_ heading: String?, _ sentences: [String]) -> ReportSection {
    ReportSection(heading, sentences.map { .text($0, .item) })
  }
}
