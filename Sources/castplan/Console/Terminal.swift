import Foundation

/// What the windows at the ends of our streams can show.
enum Terminal {
  /// Columns of the window on stdout; a file gets a width that suits most screens.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return stated.map { max(40, $0) } ?? 120
  }

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
