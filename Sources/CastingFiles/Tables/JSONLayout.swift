import Tables

/// How the objects that are the rows of a table lie in a JSON text.
enum JSONLayout: Equatable {
  /// Each on a line of its own.
  case lines
  /// One after the other, each over as many lines as it likes.
  case objects
  /// `[{…}, {…}]`
  case list
  /// The list of a wrapper such as `{"data": [{…}, {…}]}`: its name, and its position among the members.
  case wrapped(name: String, member: Int)
  /// `{"C1": {…}, "C2": {…}}`: a key names each.
  case map
  /// A wrapper with several lists, any of which may be the table: their names.
  case severalLists([String])
}

/// Finds out how the objects lie in a text that begins with one, in blocks of the text.
///
/// Only a text that is one object has to be looked through to its end.
struct JSONLayoutSurvey {
  /// What is known, once it is.
  private(set) var layout: JSONLayout?
  private var structure = JSONStructure()
  private var isEnded = false
  private var endedOnFirstLine = false

  // Members of the first object.
  private var members = 0
  private var objects = 0
  private var others = 0
  /// Lists of objects, and lists without anything in them.
  private var lists: [Member] = []
  private var emptyLists: [Member] = []
  private var key: [UInt8] = []
  private var isKey = false
  /// Whether the value is a list of which no element was seen.
  private var isNewList = false

  private struct Member {
    var key: [UInt8]
    var position: Int

    var name: String {
      var reader = JSONObjectReader()
      let text = key.withUnsafeBufferPointer { reader.text(quotedIn: $0) }
      return String(decoding: text ?? key, as: UTF8.self)
    }
  }

  /// More lists than anybody will read of.
  private static let maximumLists = 12
  /// Bytes of a key that are kept.
  private static let maximumKey = 200

  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count, layout == nil {
      if structure.isInPlainText {
        // A text may be as long as the file: what stands in it is passed over at once.
        let end = JSONText.plainEnd(from: position, in: bytes)
        if isKey { key += bytes[position..<end].prefix(max(0, Self.maximumKey - key.count)) }
        position = end
        if position == bytes.count { return }
      }
      look(at: bytes[position])
      position += 1
    }
  }

  private mutating func look(at byte: UInt8) {
    if isEnded {
      if !JSONText.isBlank(byte) { layout = endedOnFirstLine ? .lines : .objects }
      return
    }
    if structure.isInText {
      if isKey && key.count < Self.maximumKey { key.append(byte) }
    } else if !JSONText.isBlank(byte) {
      lookBetweenTexts(byte)
    }
    switch structure.take(byte) {
    case .inside: break
    case .ended:
      isEnded = true
      endedOnFirstLine = structure.lines == 0
    case .broken:
      // Where the second line begins another object, the first should have been one.
      let isCut = structure.lines == 1 && !structure.isInText && byte == UInt8(ascii: "{")
      layout = structure.lines == 0 || isCut ? .lines : .objects
    }
  }

  private mutating func lookBetweenTexts(_ byte: UInt8) {
    let previous = structure.previous
    if isNewList {
      isNewList = false
      lookAtFirstElement(byte)
    }
    guard structure.depth == 1 else { return }
    let isMember = previous == UInt8(ascii: "{") || previous == UInt8(ascii: ",")
    if isMember && byte == UInt8(ascii: "\"") {
      isKey = true
      key = [byte]
    } else if previous == UInt8(ascii: ":") {
      isKey = false
      members += 1
      switch byte {
      case UInt8(ascii: "{"): objects += 1
      case UInt8(ascii: "["): isNewList = true
      default: others += 1
      }
    } else {
      isKey = false
    }
  }

  private mutating func lookAtFirstElement(_ byte: UInt8) {
    let member = Member(key: key, position: members - 1)
    switch byte {
    case UInt8(ascii: "{"): if lists.count <= Self.maximumLists { lists.append(member) }
    case UInt8(ascii: "]"):
      if emptyLists.count <= Self.maximumLists { emptyLists.append(member) }
    default: others += 1
    }
  }

  /// What the text is, with nothing left of it.
  func conclusion() -> JSONLayout {
    if let layout { return layout }
    if lists.count > 1 { return .severalLists(lists.map(\.name)) }
    if let list = lists.first { return .wrapped(name: list.name, member: list.position) }
    if others == 0 && objects > 0 && emptyLists.isEmpty { return .map }
    if others == 0 && objects == 0 && emptyLists.count == 1 {
      return .wrapped(name: emptyLists[0].name, member: emptyLists[0].position)
    }
    return structure.lines == 0 || endedOnFirstLine ? .lines : .objects
  }
}
