/// A value read from JSON that knows where it stands, for messages.
struct JSONNode {
  let value: ParsedJSON
  /// `deals[3].cost`; empty at the top.
  let key: String
  /// The file, for messages.
  let path: String

  init(_ value: ParsedJSON, key: String, path: String) {
    self.value = value
    self.key = key
    self.path = path
  }

  /// A member of an object.
  func member(_ name: String) throws(PlanFileProblem) -> JSONNode {
    guard let found = try member(ifAny: name) else {
      throw PlanFileProblem(path, .missing(key: place(name)))
    }
    return found
  }

  /// A member that an object may do without.
  func member(ifAny name: String) throws(PlanFileProblem) -> JSONNode? {
    guard case .object(let object) = value else { throw wrong(.object) }
    return object[name].map { JSONNode($0, key: place(name), path: path) }
  }

  private func place(_ name: String) -> String { key.isEmpty ? name : "\(key).\(name)" }

  var isNull: Bool { if case .null = value { true } else { false } }

  func text() throws(PlanFileProblem) -> String {
    guard case .text(let text) = value else { throw wrong(.text) }
    return text
  }

  /// A number; `absent` stands for null.
  func number(orNull absent: Double? = nil) throws(PlanFileProblem) -> Double {
    if case .null = value, let absent { return absent }
    guard case .number(let number) = value else { throw wrong(.number) }
    return number
  }

  func integer() throws(PlanFileProblem) -> Int {
    let number = try number()
    guard let integer = Int(exactly: number) else { throw wrong(.wholeNumber) }
    return integer
  }

  func flag() throws(PlanFileProblem) -> Bool {
    guard case .bool(let flag) = value else { throw wrong(.flag) }
    return flag
  }

  func elements() throws(PlanFileProblem) -> [JSONNode] {
    guard case .list(let array) = value else { throw wrong(.list) }
    return array.enumerated().map { JSONNode($1, key: "\(key)[\($0)]", path: path) }
  }

  /// Members of an object, sorted by name so that the first error is always the same one.
  func members() throws(PlanFileProblem) -> [(name: String, node: JSONNode)] {
    guard case .object(let object) = value else { throw wrong(.object) }
    return object.sorted { $0.key < $1.key }.map {
      ($0.key, JSONNode($0.value, key: "\(key).\($0.key)", path: path))
    }
  }

  /// An object whose members are all numbers.
  func numbers() throws(PlanFileProblem) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for (name, node) in try members() { numbers[name] = try node.number() }
    return numbers
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable>() throws(PlanFileProblem) -> Word
  where Word.RawValue == String {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw PlanFileProblem(path, .unknownWord(key: key, word: text))
    }
    return word
  }

  private func wrong(_ expected: PlanFileProblem.Form) -> PlanFileProblem {
    PlanFileProblem(path, .wrongType(key: key, expected: expected))
  }
}
