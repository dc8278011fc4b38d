import ArgumentParser
import CastingFiles
import CastingPlanning
import CastingReports
import Foundation
import Tables

/// Turns whatever ended a command into a message and an exit code.
enum Departure {
  static func leave(after error: any Error) -> Never {
    switch error {
    case let status as ExitStatus:
      exit(status.rawValue)
    case let error as InputError:
      let lines = error.money.written { SpokenLanguage.wording.lines(error.issues) }
      leave(.badInput, saying: lines.joined(separator: "\n"))
    case let error as PlannerError:
      leave(.badInput, saying: "castplan: \(SpokenLanguage.wording.text(error))")
    case let error as FileProblem:
      leave(.badInput, saying: "castplan: \(SpokenLanguage.wording.text(error))")
    case let error as PlanDirectoryProblem:
      leave(.badInput, saying: "castplan: \(SpokenLanguage.wording.text(error))")
    case let error as PlanFileProblem:
      leave(.badInput, saying: "castplan: \(SpokenLanguage.wording.text(error))")
    case let error as ScoreProblem:
      let lines = SpokenLanguage.wording.lines(error).map { "castplan: " + $0 }
      leave(.badInput, saying: lines.joined(separator: "\n"))
    case let error as OutputProblems:
      let lines = error.problems.map { "castplan: " + SpokenLanguage.wording.text($0) }
      leave(.badInput, saying: lines.joined(separator: "\n"))
    case let error as OutputProblem:
      leave(.badInput, saying: "castplan: \(SpokenLanguage.wording.text(error))")
    case let error where isOfParser(error):
      leaveParsing(error)
    default:
      leave(.internalError, saying: "castplan: internal error: \(error)")
    }
  }

  /// Help and version are results and go to stdout; wrong usage is talk.
  private static func leaveParsing(_ error: any Error) -> Never {
    let message = Castplan.fullMessage(for: error)
    guard Castplan.exitCode(for: error) == .success else {
      leave(.badInput, saying: message)
    }
    do {
      try StandardOutput.write(message.hasSuffix("\n") ? message : message + "\n")
      exit(ExitStatus.done.rawValue)
    } catch {
      leave(after: error)
    }
  }

  /// Errors of argument parsing carry an exit code of success or of usage.
  private static func isOfParser(_ error: any Error) -> Bool {
    error is CleanExit || error is ValidationError
      || [.success, .validationFailure].contains(Castplan.exitCode(for: error))
  }

  private static func leave(_ status: ExitStatus, saying message: String) -> Never {
    StandardError.note(message)
    exit(status.rawValue)
  }
}
