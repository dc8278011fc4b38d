import Casting
import CastingFiles

extension IssueEnglish {
  static func sentence(_ fault: FormFault) -> IssueSentence {
    switch fault {
    case .noRows(let noun):
      IssueSentence(
        "there is no \(self.noun(noun)) in it", rule: "a header and at least one row are needed",
        remedy: "export it again, or give another file")
    case .notTable:
      IssueSentence(
        "it is an Excel workbook or an archive",
        rule: "tables are CSV, TSV, JSON Lines or SQLite",
        remedy: "save the sheet as \"CSV UTF-8\"")
    case .notBrief:
      IssueSentence(
        "it is not text", rule: "a brief is YAML, as budget: 5_000_000",
        remedy: "give the path of the brief")
    case .notDatabase:
      IssueSentence(
        "it is not a SQLite database",
        rule: "only a SQLite file has tables that a path can name behind #",
        remedy: "leave out # and what follows, or give the path of the database")
    case .noSuchTable(let wanted, let path, let tables, let example):
      IssueSentence(
        wanted == nil ? "no table is named" : "there is no such table",
        rule: "the database has " + (tables.isEmpty ? "no tables" : "the tables \(list(tables))"),
        remedy: example.map { "write \(path)#\($0)" } ?? "give another file")
    case .sharedStandardInput:
      IssueSentence(
        "standard input is given for a second input", rule: "it can be read once",
        remedy: "give one of the two as a file")
    case .notUTF8(let byte): foreignByte("the text is not UTF-8", byte)
    case .containsNUL: foreignByte("the text holds a NUL", 0)
    case .undecodable(let byte, let encoding):
      IssueSentence(
        "the text is not \(self.encoding(encoding)) throughout",
        rule: "its beginning is, and a file has one encoding",
        remedy: "save the file as \"CSV UTF-8\"", shown: shown(byte))
    case .tooManyKeys(let maximum):
      IssueSentence(
        "its objects have more than \(maximum) different keys",
        rule: "keys are the columns of a table", remedy: "give each object the same keys")
    case .notModel(let words): model(words ?? "it cannot be read")
    case .incompleteModel(let member): model("its member \"\(member)\" is missing")
    case .refusedModel(let fault): model(words(fault))
    case .embeddingRows(let rows, let expected, let table):
      IssueSentence(
        "the matrix has \(rows) rows", rule: "\(table) has \(expected)",
        remedy: "compute the embeddings again from the same table, in the same order")
    case .embeddingDimensions(let dimensions, let expected, let otherFile):
      IssueSentence(
        "the embeddings have \(dimensions) dimensions",
        rule: "those in \(otherFile) have \(expected)", remedy: "compute both with the same model")
    case .embeddingsAlone(let missing):
      IssueSentence(
        "embeddings are given without their counterpart",
        rule: "creators and products are compared in one space",
        remedy: "give \(missing) as well, or neither")
    case .tooManyInvalid(let column, let field, let count, let rows, let allowed, let accepted):
      IssueSentence(
        column.map {
          "\(FaultGroupEnglish.column($0, field)) has \(LabelEnglish.counted(count, "cell")) of "
            + "\(Amount.whole(Double(rows))) that cannot be used"
        }
          ?? "\(Amount.whole(Double(count))) of \(LabelEnglish.counted(rows, "row")) cannot be used",
        rule: "at most \(Amount.whole(Double(allowed))) may be passed over",
        remedy: "correct them, or accept them with --max-invalid \(accepted)%")
    }
  }

  private static func foreignByte(_ what: String, _ byte: UInt8) -> IssueSentence {
    IssueSentence(
      what, rule: "text is UTF-8, UTF-16 with a byte-order mark, or CP932 (Shift_JIS)",
      remedy: "correct the character, or save the file as \"CSV UTF-8\"", shown: shown(byte))
  }

  private static func shown(_ byte: UInt8) -> String {
    "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  private static func model(_ words: String) -> IssueSentence {
    IssueSentence(
      "is no scoring model that can be used: \(words)",
      rule: "a file that castplan score --save-model wrote is needed",
      remedy: "save it again from the roster, or leave out --model")
  }

  private static func words(_ fault: ScoringModelFault) -> String {
    switch fault {
    case .otherModelSchema(let found, let expected):
      "its schema is \"\(found)\"; \"\(expected)\" is needed"
    case .otherTaxonomy: "it was made with another version's niches"
    case .unsoundMeans: "its means are none of any roster"
    case .negativeCreators(let creators): "it counts \(creators) creators"
    case .unfitParts: "its parts do not fit each other"
    case .endlessNumbers: "it holds numbers without an end"
    }
  }
}
