import Casting
import CastingReview
import Tables
import Yams

/// How tables were read, kept for the next ones of the same kind: the keys `columns`, `roster` and
/// `products` of a brief, in a file of their own.
public enum ReadingFile {
  static let keys = ["columns", "roster", "products"]

  /// What a brief says counts before what the file says.
  static func merge(
    _ path: String, into brief: inout BriefFile.Loaded, _ context: inout ReadingContext
  ) {
    guard let root = BriefFile.node(path: path, &context) else { return }
    var parser = BriefParser(file: path)
    parser.loaded.brief.packages = brief.brief.packages
    for entry in parser.entries(root, InputSubject(.file), keys) {
      switch entry.name {
      case "columns": parser.readColumns(entry)
      case "roster": parser.readTableValues(entry, of: .roster)
      default: parser.readTableValues(entry, of: .products)
      }
    }
    context.issues.append(contentsOf: parser.issues)
    let (own, kept) = (brief.brief.tables, parser.loaded.brief.tables)
    brief.brief.tables.columns = kept.columns.merging(own.columns) { $1 }
    brief.brief.tables.tableColumns = kept.tableColumns.merging(own.tableColumns) {
      // A header that the brief names for any table is one of this table's as well.
      $0.filter { own.columns[$0.key] == nil }.merging($1) { $1 }
    }
    brief.brief.tables.values = kept.values.merging(own.values) { $0.merging($1) { $1 } }
    brief.columnPlaces.merge(parser.loaded.columnPlaces) { own, _ in own }
  }

  /// The text of such a file: every column that was used, and what its cells were taken for.
  public static func text(of tables: [InputTable]) -> String {
    var text = """
      # How these tables were read. castplan reads the next ones alike with --reading FILE, or with
      # the key reading of a brief.
      columns:

      """
    for table in tables {
      text += "  \(table.role.statementKey.rawValue):\n"
      for (name, fields) in columns(of: table) {
        text += "    \(name): {\(members(name, fields, of: table).joined(separator: ", "))}\n"
      }
    }
    return text
  }

  /// Each column with its headers, in the order of the file.
  private static func columns(of table: InputTable) -> [(name: String, fields: [InputColumn])] {
    var columns: [(name: String, fields: [InputColumn])] = []
    for field in table.columns {
      guard let name = field.name else { continue }
      if let place = columns.firstIndex(where: { $0.name == name }) {
        columns[place].fields.append(field)
      } else {
        columns.append((name, [field]))
      }
    }
    return columns
  }

  private static func members(
    _ name: String, _ fields: [InputColumn], of table: InputTable
  ) -> [String] {
    let headers = fields.map { field in
      let isShared = table.columns.count { $0.header == field.header } > 1
      return quoted(isShared ? "#\(field.field)" : field.header)
    }
    var members = [
      "header: " + (headers.count == 1 ? headers[0] : "[\(headers.joined(separator: ", "))]")
    ]
    for decision in table.decisions where decision.column == name {
      switch decision.what {
      case .perCent: members.append("unit: percent")
      case .fraction: members.append("unit: fraction")
      case .pointDecimals: members.append("decimal: point")
      case .commaDecimals: members.append("decimal: comma")
      case .currency(let code), .exchanged(let code, _, _): members.append("currency: \(code)")
      case .taxExcluded: members.append("tax: excluded")
      case .taxIncluded: members.append("tax: included")
      default: break
      }
    }
    return members
  }

  /// A text of YAML between double quotes.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(quoted)\""
  }
}
