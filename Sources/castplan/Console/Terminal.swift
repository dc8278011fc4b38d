import Foundation

/// What the windows at the ends of our streams can show.
enum Terminal {
  /// Columns of the window on stdout; a file gets a width that suits most screens.
  static var width: Int { width(of: STDOUT_FILENO) }

  /// Columns of the window on stderr, likewise.
  static var talkWidth: Int { width(of: STDERR_FILENO) }

  private static func width(of stream: Int32) -> Int {
    var size = winsize()
    if ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return stated.map { max(40, $0) } ?? 120
  }

  /// Whether a window shows what is typed.
  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var allowsColor: Bool { isOutputTerminal && !isPlain }

  /// Progress may move only where nobody stores it and nobody asked for calm.
  static func allowsMotion(quiet: Bool) -> Bool {
    !quiet && isOutputTerminal && isatty(STDERR_FILENO) == 1 && !isPlain
  }

  /// Whether the user asked for plain text, <https://no-color.org>.
  private static var isPlain: Bool {
    let environment = ProcessInfo.processInfo.environment
    return !environment["NO_COLOR", default: ""].isEmpty || environment["TERM"] == "dumb"
  }
}
