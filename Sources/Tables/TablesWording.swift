// Every sentence of this target: what is wrong, the rule, the way out.

extension FileProblem: CustomStringConvertible {
  /// `path: what; the way out`.
  public var description: String { "\(path): \(what); \(remedy)" }

  /// What is wrong, as the end of a sentence that starts with the path.
  public var what: String {
    switch reason {
    case .missing: "there is no such file"
    case .isDirectory: "is a directory, not a file"
    case .isDevice: "is a device, not a file"
    case .notPermitted: "may not be opened (permission denied)"
    case .isEmpty: "is empty"
    case .damagedGzip: "is gzip data that cannot be unpacked"
    case .truncatedGzip: "is gzip data that is cut off"
    case .damagedDatabase(let words): "is a SQLite database that cannot be read: \(words)"
    case .unwritableDatabase(let words): "is a SQLite database that cannot be written: \(words)"
    case .inUse: "is being written by another run"
    case .unknownEncoding(let name): "is \(name) text, which this system cannot convert"
    case .system(let number): "could not be used: \(Reason.systemMessage(number))"
    }
  }

  /// The way out.
  public var remedy: String {
    switch reason {
    case .missing: "check the path"
    case .isDirectory: "give the path of a file inside it"
    case .isDevice: "give the path of a file, or pipe the text"
    case .notPermitted: "ask its owner for access, or copy it to a place of your own"
    case .isEmpty: "export it again, or give another file"
    case .damagedGzip, .truncatedGzip: "copy or download it again, or give the file unpacked"
    case .damagedDatabase: "copy it again, or export the table as CSV"
    case .unwritableDatabase: "check its permissions and the space left, or give another file"
    case .inUse: "wait until that has ended, or give another file"
    case .unknownEncoding: "save it as \"CSV UTF-8\", or install the C library's conversions"
    case .system: "check the disk and try again"
    }
  }
}

extension NumberFault {
  /// What is wrong with the text, as the end of a sentence that starts with the column's name.
  public var what: String {
    switch self {
    case .notANumber: "is not a number"
    case .ambiguousGrouping: "can be read in two ways"
    case .unexpectedPercent: "is a percentage where a plain number is meant"
    case .foreignCurrency: "is in a currency other than yen"
    case .bareAboveOne: "is a bare number above 1 where a rate is meant"
    case .tooLarge: "is too large to compute with"
    }
  }

  /// How to write it instead.
  public var remedy: String {
    switch self {
    case .notANumber: "write a number such as 12,345 or 1.2M or 3.4万, or leave the cell empty"
    case .ambiguousGrouping:
      "write thousands as 12,345 or 12345 and decimals with a point, as 1234.5"
    case .unexpectedPercent: "write the number without %"
    case .foreignCurrency: "convert it to yen"
    case .bareAboveOne: "write 3.2% or 0.032 for three point two per cent"
    case .tooLarge: "check its digits and its unit"
    }
  }
}

extension NPYProblem: CustomStringConvertible {
  /// `path: what; the way out`.
  public var description: String { "\(path): \(what); \(remedy)" }

  /// What is wrong, as the end of a sentence that starts with the path.
  public var what: String {
    switch reason {
    case .notNPY: "is not a .npy file"
    case .unsupportedVersion(let version): "is a .npy file of version \(version)"
    case .malformedHeader: "has a .npy header that cannot be read"
    case .unsupportedType(let type): "holds numbers of type \(type)"
    case .fortranOrder: "is stored column by column (Fortran order)"
    case .notTwoDimensional(let count): "has \(count) dimensions instead of 2"
    case .truncated(let expected, let found):
      "holds \(found) bytes of numbers where its header promises \(expected)"
    case .notFinite(let row, let column):
      "has a value that is not a finite number in row \(row), column \(column) (counted from 0)"
    }
  }

  /// The way out.
  public var remedy: String {
    switch reason {
    case .notNPY, .unsupportedVersion, .malformedHeader: "save it with numpy.save"
    case .unsupportedType: "save it as float32: numpy.save(path, x.astype(numpy.float32))"
    case .fortranOrder: "save numpy.ascontiguousarray(x)"
    case .notTwoDimensional: "save a matrix with a row per table row"
    case .truncated: "copy or export it again"
    case .notFinite: "replace NaN and infinity before saving"
    }
  }
}
