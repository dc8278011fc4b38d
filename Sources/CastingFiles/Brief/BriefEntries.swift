import Yams

/// A brief as a table has it: a text for every value, by the path to it, and a row for every limit of a quota.
package struct BriefEntries: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var path: String
    /// As a cell has it: read again, it is the same value.
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// A limit on a group of deals.
  package struct QuotaRow: Equatable, Sendable {
    /// `tier: micro, platform: [tiktok, x]`; "": every deal.
    package var filter: String
    package var measure: String
    /// "" where there is no least.
    package var minimum: String
    /// "" where there is no most.
    package var maximum: String

    package init(filter: String, measure: String, minimum: String, maximum: String) {
      self.filter = filter
      self.measure = measure
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// In the order of the brief.
  package var entries: [Entry] = []
  package var quotas: [QuotaRow] = []

  package init(entries: [Entry] = [], quotas: [QuotaRow] = []) {
    self.entries = entries
    self.quotas = quotas
  }

  /// Reads a brief that is in order; its ids are not looked up.
  package init(brief path: String) throws(InputError) {
    _ = try BriefFile.read(path: path)
    var context = ReadingContext()
    let root = BriefFile.node(path: path, &context)
    guard let root, context.issues.isEmpty else { throw InputError(context.issues) }
    self.init(root)
  }

  init(_ root: Node) {
    for (key, value) in root.mapping ?? [:] {
      let path = key.scalar?.string ?? ""
      if path == "quotas" { addQuotas(value) } else { add(value, path) }
    }
  }

  /// Keys of a mapping become parts of the path, unless one of them cannot be one.
  private mutating func add(_ node: Node, _ path: String) {
    guard let mapping = node.mapping, !mapping.isEmpty, mapping.keys.allSatisfy(Self.isPart) else {
      entries.append(Entry(path: path, text: Self.text(node, path)))
      return
    }
    for (key, value) in mapping { add(value, path + "." + (key.scalar?.string ?? "")) }
  }

  private static func isPart(_ key: Node) -> Bool {
    guard let text = key.scalar?.string, !text.isEmpty else { return false }
    return !text.contains { $0 == "." || $0.isNewline } && text.first?.isWhitespace == false
      && text.last?.isWhitespace == false
  }

  private static func text(_ node: Node, _ path: String) -> String {
    let kind = BriefKey.kind(of: path)
    if let scalar = node.scalar { return CellText.written(scalar.string, isText: kind == .text) }
    if kind == .list, let items = node.sequence, let list = CellText.list(Array(items)) {
      return list
    }
    return FlowText.text(node)
  }

  private mutating func addQuotas(_ list: Node) {
    for item in list.sequence ?? [] {
      let mapping = item.mapping ?? [:]
      let filter = mapping["where"].map(FlowText.conditions) ?? ""
      for (key, limits) in mapping where key.scalar?.string != "where" {
        func limit(_ name: String) -> String { limits.mapping?[name]?.scalar?.string ?? "" }
        quotas.append(
          QuotaRow(
            filter: filter, measure: key.scalar?.string ?? "", minimum: limit("min"),
            maximum: limit("max")))
      }
    }
  }
}
