import CastingFiles
import Tables

extension IssueEnglish {
  static func sentence(_ fault: TableFault) -> IssueSentence {
    switch fault {
    case .unclosedQuote:
      IssueSentence(
        "a quote is opened and never closed", rule: "a quoted field ends with a quote of its own",
        remedy: "close the quote, or double it if it belongs to the text")
    case .textAfterQuote:
      IssueSentence(
        "text follows a closing quote", rule: "a quoted field ends at its closing quote",
        remedy: "double the quotes that belong to the text")
    case .fieldCount(let count, let expected):
      IssueSentence(
        "the row has \(count) fields", rule: "the header has \(expected)",
        remedy: count > expected
          ? "put quotes around texts that hold the delimiter, or add the missing header"
          : "add the missing delimiters")
    case .duplicateColumn(let name, let firstHeader, let fields, let isSame):
      IssueSentence(
        "the header means \(name), as \"\(firstHeader)\" in column \(fields[0]) does",
        rule: "each column is given once",
        // Headers that read the same can only be told apart by their position.
        remedy: "remove one, or choose it in the brief, as columns: {\(name): "
          + "\"\(isSame ? "#\(fields[1])" : "its header")\"}")
    case .missingColumn(let name, let accepted):
      IssueSentence(
        "the column \(name) is missing", rule: "accepted headers are \(list(accepted))",
        remedy: "add it, or name yours in the brief, as columns: {\(name): \"your header\"}")
    case .duplicateIdentifier(let name, let firstLine):
      IssueSentence(
        "\(name) is already on line \(firstLine)", rule: "each \(name) is unique",
        remedy: "remove one of the rows, or give it another id")
    case .scatteredRows(let name, let firstLine):
      IssueSentence(
        "\(name) is already on line \(firstLine), with another format or platform",
        rule: "rows of one creator follow each other in a table this long, which is read in parts",
        remedy: "sort the table by \(name)")
    case .repeatedKey:
      IssueSentence(
        "a key is given twice", rule: "each key of an object is given once",
        remedy: "remove one of the two")
    case .recordTooLong(let maximum):
      IssueSentence(
        "the row that begins here is longer than \(maximum >> 20) MiB",
        rule: "no creator, product or deal takes as much",
        remedy: "look for a quote or a bracket that is never closed, or leave out what is so long")
    case .binaryValue(let name):
      IssueSentence(
        "\(name) holds bytes that are no text", rule: "values are numbers, texts or NULL",
        remedy: "store it as text, or leave it NULL")
    case .jsonExpected(let token):
      object("\(self.token(token)) is missing here", "correct the line")
    case .jsonUnclosedString:
      object("a text is opened and never closed", "close it with a quote")
    case .jsonControlCharacter:
      object("a text holds a control character", "write it as \\u0009 or \\n")
    case .jsonBadEscape: object("an escape is none that JSON has", "write \\\\ for a backslash")
    case .jsonNestedList:
      object("a list holds lists or objects", "give its values keys of their own")
    case .jsonTooDeep:
      object("objects are nested too deeply", "give the values keys nearer the top")
    case .jsonTooManyValues(let maximum):
      object("an object has more than \(maximum) values", "leave out what is no column of a table")
    case .jsonKeyTooLong(let maximum):
      object(
        "a key is longer than \(maximum) bytes, with those above it", "give the value a short key")
    case .jsonKeyDiffers(let name, let key):
      IssueSentence(
        "the object with the key \"\(key)\" has another \(name)",
        rule: "where objects stand behind keys, a key is the \(name) of its object",
        remedy: "make both the same, or leave out \(name)")
    case .jsonTextAfterObject:
      object("text follows the object", "put each object on a line of its own")
    case .jsonListWithoutObject:
      jsonList("an object is missing here in the list", "list objects alone")
    case .jsonListWithoutComma:
      jsonList("the objects of the list are not parted here", "put a comma between")
    case .jsonListUnclosed:
      jsonList("the list is never closed", "close it; the file may have been cut off")
    case .jsonTextAfterList: jsonList("text follows the list", "remove it")
    }
  }

  private static func object(_ what: String, _ remedy: String) -> IssueSentence {
    IssueSentence(
      what, rule: "each creator, product or deal is one object, as {\"creator_id\": \"C1\"}",
      remedy: remedy)
  }

  private static func jsonList(_ what: String, _ remedy: String) -> IssueSentence {
    IssueSentence(
      what, rule: "a JSON list is [{\"creator_id\": \"C1\"}, {…}]", remedy: remedy)
  }

  private static func token(_ token: JSONFault.Token) -> String {
    switch token {
    case .openingBrace: "{"
    case .colon: ":"
    case .quote: "\""
    case .commaOrBrace: ", or }"
    case .commaOrBracket: ", or ]"
    case .value: "a value"
    }
  }
}
