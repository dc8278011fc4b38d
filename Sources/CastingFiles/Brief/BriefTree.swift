/// Values of a brief by their paths, on their way from cells to YAML.
struct BriefTree {
  private indirect enum Content {
    /// YAML in one line, and its cell.
    case value(String, InputPlace)
    case branch(BriefTree)
    case list([BriefTree])
  }

  private struct Item {
    var name: String
    var place: InputPlace
    var content: Content
  }

  private var items: [Item] = []

  /// Puts a value at a path; false where the path, or part of it, has a value already.
  mutating func add(
    _ yaml: String, at path: some Collection<String>, keyPlace: InputPlace, valuePlace: InputPlace
  ) -> Bool {
    guard let name = path.first else { return false }
    let rest = path.dropFirst()
    let index = items.firstIndex { $0.name == name }
    if rest.isEmpty {
      if index != nil { return false }
      items.append(Item(name: name, place: keyPlace, content: .value(yaml, valuePlace)))
      return true
    }
    var branch = BriefTree()
    if let index {
      guard case .branch(let existing) = items[index].content else { return false }
      branch = existing
    }
    guard branch.add(yaml, at: rest, keyPlace: keyPlace, valuePlace: valuePlace) else {
      return false
    }
    if let index {
      items[index].content = .branch(branch)
    } else {
      items.append(Item(name: name, place: keyPlace, content: .branch(branch)))
    }
    return true
  }

  /// Puts a list at a name; false where it has a value already.
  mutating func add(_ list: [BriefTree], at name: String, place: InputPlace) -> Bool {
    if items.contains(where: { $0.name == name }) { return false }
    items.append(Item(name: name, place: place, content: .list(list)))
    return true
  }

  /// Writes YAML with a line for every cell.
  struct Writer {
    private(set) var text = ""
    /// By line, from 1.
    private(set) var places: [Int: InputPlace] = [:]
    private var line = 0

    mutating func write(_ tree: BriefTree, indent: Int = 0) {
      for item in tree.items {
        put(FlowText.quoted(item.name) + ":", item.place, indent)
        switch item.content {
        case .value(let yaml, let place): put(yaml, place, indent + 1)
        case .branch(let branch): write(branch, indent: indent + 1)
        case .list(let list):
          for entry in list {
            put("-", item.place, indent + 1)
            write(entry, indent: indent + 2)
          }
        }
      }
    }

    private mutating func put(_ line: String, _ place: InputPlace, _ indent: Int) {
      text += String(repeating: "  ", count: indent) + line + "\n"
      self.line += 1
      places[self.line] = place
    }
  }
}
