import Foundation

/// What a page points at, and what can be pointed at in it.
struct PageLinks {
  struct Link {
    var line: Int
    /// `Score.md#options`, or an address with a scheme.
    var target: String
  }

  let links: [Link]
  /// Names of its headings as GitHub makes them.
  let anchors: Set<String>

  init(_ page: MarkdownPage) {
    // A link's text may run over a line's end; code may hold brackets.
    var links: [Link] = []
    let prose = page.prose
    let text = prose.map(\.line).joined(separator: "\n")
      .replacing(#/`[^`]*`/#) { match in
        String(match.output.map { $0 == "\n" ? "\n" : "x" })
      }
    for match in text.matches(of: #/\[[^\]]*\]\(([^)\s]+)\)/#) {
      let line = text[..<match.range.lowerBound].count { $0 == "\n" }
      links.append(Link(line: prose[line].place, target: String(match.output.1)))
    }
    self.links = links
    var seen: [String: Int] = [:]
    var anchors = Set<String>()
    for (_, line) in prose {
      guard let title = line.wholeMatch(of: #/#{1,6} +(.+)/#)?.output.1 else { continue }
      let anchor = Self.anchor(title)
      let repeats = seen[anchor, default: 0]
      seen[anchor] = repeats + 1
      anchors.insert(repeats == 0 ? anchor : "\(anchor)-\(repeats)")
    }
    self.anchors = anchors
  }

  private static func anchor(_ title: Substring) -> String {
    String(
      title.lowercased().compactMap { character in
        character == " "
          ? "-"
          : character.isLetter || character.isNumber || "-_".contains(character)
            ? character : nil
      })
  }

  /// Links of a page that lead nowhere, each with its place.
  ///
  /// - Parameters:
  ///   - page: whose links they are.
  ///   - text: the text of a file of the repository by its path; empty for a folder, nil where
  ///     there is nothing.
  static func broken(_ page: MarkdownPage, text: (String) -> String?) -> [String] {
    Self(page).links.compactMap { link in
      if link.target.contains("://") || link.target.hasPrefix("mailto:") { return nil }
      let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = parts[0].isEmpty ? page.path : resolved(String(parts[0]), from: page.path)
      guard let text = text(path) else { return "\(page.place(link.line)): no file \(path)" }
      guard parts.count > 1 else { return nil }
      let anchors = Self(MarkdownPage(path: path, text: text)).anchors
      return anchors.contains(String(parts[1]))
        ? nil : "\(page.place(link.line)): no heading #\(parts[1]) in \(path)"
    }
  }

  /// Those of the paths that no link of a page leads to.
  static func unlinked(_ paths: [String], from page: MarkdownPage) -> [String] {
    let linked = Set(
      Self(page).links.map { link in
        resolved(String(link.target.prefix { $0 != "#" }), from: page.path)
      })
    return paths.filter { !linked.contains($0) }
  }

  /// A path from the top of the repository.
  static func resolved(_ target: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
