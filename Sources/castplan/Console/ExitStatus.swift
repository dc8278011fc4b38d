/// What the program tells the shell.
enum ExitStatus: Int32, Error {
  case done = 0
  /// No plan obeys the rules, or a plan breaks a promise.
  case refused = 1
  /// Wrong usage or input.
  case badInput = 2
  /// Stopped at a limit, with the best plan so far.
  case limitReached = 3
  case internalError = 4
  /// 128 + SIGINT.
  case interrupted = 130
}
