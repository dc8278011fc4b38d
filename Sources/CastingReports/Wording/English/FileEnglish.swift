import Tables

/// Files that cannot be read or written, in English.
enum FileEnglish {
  static func line(_ path: String, _ sentence: IssueSentence) -> String {
    line(path, what: sentence.what) + sentence.remedy
  }

  /// The beginning of a line, before the way out.
  static func line(_ path: String, what: String) -> String { "\(path): \(what); " }

  static func sentence(_ reason: FileProblem.Reason) -> IssueSentence {
    let (what, remedy) = words(reason)
    return IssueSentence(what, rule: "a readable file is needed", remedy: remedy)
  }

  private static func words(_ reason: FileProblem.Reason) -> (what: String, remedy: String) {
    switch reason {
    case .missing: ("there is no such file", "check the path")
    case .isDirectory: ("is a directory, not a file", "give the path of a file inside it")
    case .isDevice: ("is a device, not a file", "give the path of a file, or pipe the text")
    case .notPermitted:
      (
        "may not be opened (permission denied)",
        "ask its owner for access, or copy it to a place of your own"
      )
    case .isEmpty: ("is empty", "export it again, or give another file")
    case .damagedGzip:
      (
        "is gzip data that cannot be unpacked",
        "copy or download it again, or give the file unpacked"
      )
    case .truncatedGzip:
      ("is gzip data that is cut off", "copy or download it again, or give the file unpacked")
    case .damagedDatabase(let words):
      (
        "is a SQLite database that cannot be read: \(words)",
        "copy it again, or export the table as CSV"
      )
    case .inUse:
      ("is being written by another run", "wait until that has ended, or give another file")
    case .unwritableDatabase(let words):
      (
        "is a SQLite database that cannot be written: \(words)",
        "check its permissions and the space left, or give another file"
      )
    case .unknownEncoding(let name):
      (
        "is \(name) text, which this system cannot convert",
        "save it as \"CSV UTF-8\", or install the C library's conversions"
      )
    case .system(let number):
      (
        "could not be used: \(SystemErrorWords.english(number)) (errno \(number))",
        "check the disk and try again"
      )
    }
  }

  static func sentence(_ reason: NPYProblem.Reason) -> IssueSentence {
    let (what, remedy) = words(reason)
    return IssueSentence(
      what, rule: "embeddings are a little-endian float32 or float64 matrix in C order",
      remedy: remedy)
  }

  private static func words(_ reason: NPYProblem.Reason) -> (what: String, remedy: String) {
    switch reason {
    case .notNPY: ("is not a .npy file", "save it with numpy.save")
    case .unsupportedVersion(let version):
      ("is a .npy file of version \(version)", "save it with numpy.save")
    case .malformedHeader:
      ("has a .npy header that cannot be read", "save it with numpy.save")
    case .unsupportedType(let type):
      (
        "holds numbers of type \(type)",
        "save it as float32: numpy.save(path, x.astype(numpy.float32))"
      )
    case .fortranOrder:
      ("is stored column by column (Fortran order)", "save numpy.ascontiguousarray(x)")
    case .notTwoDimensional(let count):
      ("has \(count) dimensions instead of 2", "save a matrix with a row per table row")
    case .truncated(let expected, let found):
      (
        "holds \(found) bytes of numbers where its header promises \(expected)",
        "copy or export it again"
      )
    case .notFinite(let row, let column):
      (
        "has a value that is not a finite number in row \(row), column \(column) (counted from 0)",
        "replace NaN and infinity before saving"
      )
    }
  }
}
