import Foundation

/// The targets of a Makefile, as far as pages tell readers to make them.
struct Makefile {
  private var variables: [String: String] = [:]
  /// Lines of each target's recipe, variables filled in.
  private(set) var recipes: [String: [String]] = [:]

  init(_ text: String) {
    var target: String?
    for line in text.replacing("\\\n", with: " ").split(separator: "\n") {
      if line.hasPrefix("\t") {
        if let target { recipes[target]?.append(String(line.dropFirst())) }
      } else if let match = line.wholeMatch(of: #/([A-Z_]+) *= *(.*)/#) {
        variables[String(match.output.1)] = String(match.output.2)
      } else if let match = line.wholeMatch(of: #/([a-z-]+):.*/#) {
        target = String(match.output.1)
        recipes[String(match.output.1), default: []] += []
      }
    }
    recipes = recipes.mapValues { $0.map(filled) }
  }

  private func filled(_ line: String) -> String {
    var line = line
    for (name, value) in variables { line = line.replacing("$(\(name))", with: value) }
    return line
  }

  /// A shell function `make` that does of each target what the program does, and builds nothing:
  /// the program is there already.
  ///
  /// - Parameter program: how recipes call it.
  func shellFunction(program: String) -> String {
    let cases = recipes.sorted { $0.key < $1.key }.map { target, recipe in
      let commands = recipe.filter { $0.hasPrefix(program + " ") }
        .map { "castplan" + $0.dropFirst(program.count) }
      return "\(target)) \((commands + [":"]).joined(separator: " && "));;"
    }
    return """
      make() { case "$1" in
      \(cases.joined(separator: "\n"))
      *) echo "make: no target $1" >&2; return 2;;
      esac; }
      """
  }
}
