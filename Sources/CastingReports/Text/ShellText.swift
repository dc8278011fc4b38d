/// Words of a command line as a shell reads them.
package enum ShellText {
  /// The word, between quotation marks where the shell would take it for something else.
  package static func word(_ text: String) -> String {
    // A word that begins with a dash would be an option.
    let text = text.hasPrefix("-") ? "./" + text : text
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_-./+:,@%".contains($0) }
    if isPlain && !text.isEmpty { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
