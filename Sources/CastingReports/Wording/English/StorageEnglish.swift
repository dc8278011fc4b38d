import Glibc

/// Plan directories and plan files, in English.
enum StorageEnglish {
  static func what(_ reason: PlanDirectoryProblem.Reason) -> String {
    switch reason {
    case .noName: "names no directory"
    case .isFile: "is a file; a plan is a directory"
    case .notAPlan(let first): "is a directory that holds \(first) but no plan.json"
    case .holdsOtherFile(let name): "holds \(name) beside the plan"
    case .missingParent(let parent): "there is no directory \(parent) to put it in"
    case .parentIsFile(let parent): "\(parent) is a file, not a directory"
    case .cannotCreate(let number): "cannot be created: \(SystemErrorWords.english(number))"
    case .cannotWrite(let number): "cannot be written: \(SystemErrorWords.english(number))"
    case .cannotPlace(let number): "cannot be put in place: \(SystemErrorWords.english(number))"
    }
  }

  static func remedy(_ reason: PlanDirectoryProblem.Reason) -> String {
    switch reason {
    case .noName, .isFile: "give --out the name of a new directory"
    case .notAPlan: "only a plan directory is replaced: give --out a new name, or empty it"
    case .holdsOtherFile:
      "only castplan's own files are replaced: move it away, or give --out a new name"
    case .missingParent: "create it first, or correct the path"
    case .parentIsFile: "correct the path"
    case .cannotCreate(let number), .cannotWrite(let number), .cannotPlace(let number):
      remedy(number)
    }
  }

  private static func remedy(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "ask for write access, or give --out a place of your own"
    case EROFS: "the disk is read-only: give --out a place on another disk"
    case ENOSPC, EDQUOT: "free some space, or give --out a place on another disk"
    case ENAMETOOLONG: "give --out a shorter name"
    default: "give --out another place"
    }
  }

  static func what(_ reason: PlanFileProblem.Reason) -> String {
    switch reason {
    case .notJSON(let message): "is not JSON: \(message)"
    case .otherSchema(let found): "has the schema \"\(found)\", not \"\(PlanFile.schema)\""
    case .missing(let key): "has no \(key)"
    case .wrongType(let key, let expected):
      "\(key.isEmpty ? "it" : key) is not \(form(expected))"
    case .unknownWord(let key, let word): "\(key) is \"\(word)\", which is not one of its words"
    case .duplicateDeal(let key): "\(key) repeats an earlier deal"
    case .costHidden: "was made with --hide-cost, and says nothing of what deals cost"
    }
  }

  static func remedy(_ reason: PlanFileProblem.Reason) -> String {
    switch reason {
    case .notJSON, .missing, .wrongType, .unknownWord, .duplicateDeal:
      "give plan.json as castplan optimize wrote it, or make the plan again"
    case .costHidden: "give the plan that was made without --hide-cost"
    case .otherSchema: "make the plan again with this version of castplan"
    }
  }

  private static func form(_ form: PlanFileProblem.Form) -> String {
    switch form {
    case .text: "a text"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    case .list: "a list"
    case .object: "an object"
    case .flag: "true or false"
    case .days: "days"
    case .relaxation: "a limit, days, kept or dropped"
    }
  }
}
