import Glibc

// Every sentence about files that this target says; what a plan says is in `PlanWording.swift`.

extension PlanDirectoryProblem: CustomStringConvertible {
  /// `path: what; the rule; the way out`.
  public var description: String { "\(path.isEmpty ? "\"\"" : path): \(what); \(remedy)" }

  public var what: String {
    switch reason {
    case .noName: "names no directory"
    case .isFile: "is a file; a plan is a directory"
    case .notAPlan(let first): "is a directory that holds \(first) but no plan.json"
    case .holdsOtherFile(let name): "holds \(name) beside the plan"
    case .missingParent(let parent): "there is no directory \(parent) to put it in"
    case .parentIsFile(let parent): "\(parent) is a file, not a directory"
    case .cannotCreate(let number): "cannot be created: \(Self.message(number))"
    case .cannotWrite(let number): "cannot be written: \(Self.message(number))"
    case .cannotPlace(let number): "cannot be put in place: \(Self.message(number))"
    }
  }

  public var remedy: String {
    switch reason {
    case .noName, .isFile: "give --out the name of a new directory"
    case .notAPlan: "only a plan directory is replaced: give --out a new name, or empty it"
    case .holdsOtherFile:
      "only castplan's own files are replaced: move it away, or give --out a new name"
    case .missingParent: "create it first, or correct the path"
    case .parentIsFile: "correct the path"
    case .cannotCreate(let number), .cannotWrite(let number), .cannotPlace(let number):
      Self.remedy(number)
    }
  }

  private static func message(_ number: Int32) -> String { String(cString: strerror(number)) }

  private static func remedy(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "ask for write access, or give --out a place of your own"
    case EROFS: "the disk is read-only: give --out a place on another disk"
    case ENOSPC, EDQUOT: "free some space, or give --out a place on another disk"
    case ENAMETOOLONG: "give --out a shorter name"
    default: "give --out another place"
    }
  }
}

extension PlanFileProblem: CustomStringConvertible {
  /// `path: what; the way out`.
  public var description: String { "\(path): \(what); \(remedy)" }

  public var what: String {
    switch reason {
    case .notJSON(let message): "is not JSON: \(message)"
    case .otherSchema(let found): "has the schema \"\(found)\", not \"\(PlanJSON.schema)\""
    case .missing(let key): "has no \(key)"
    case .wrongType(let key, let expected): "\(key) is not \(expected)"
    case .unknownWord(let key, let word): "\(key) is \"\(word)\", which is not one of its words"
    case .duplicateDeal(let key): "\(key) repeats an earlier deal"
    }
  }

  public var remedy: String {
    switch reason {
    case .notJSON, .missing, .wrongType, .unknownWord, .duplicateDeal:
      "give plan.json as castplan optimize wrote it, or make the plan again"
    case .otherSchema: "make the plan again with this version of castplan"
    }
  }
}
