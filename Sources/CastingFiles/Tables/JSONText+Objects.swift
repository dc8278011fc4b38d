import Tables

/// An object of a JSON text, as it lies in the block that is held.
struct JSONTextObject {
  var bytes: UnsafeBufferPointer<UInt8>
  /// Of its first byte.
  var start: TextPlace
  /// Some of what stands before it.
  var before: UnsafeBufferPointer<UInt8>
  /// The quoted key of a map.
  var key: [UInt8]?
  /// Whether no other object of the block follows.
  var isLastOfBlock: Bool

  /// The place of a byte of the object in its file.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    let before = bytes.prefix(offset)
    let breaks = CSVScanner.lineBreaks(in: bytes, 0..<offset)
    guard breaks > 0, let last = before.lastIndex(where: JSONText.isLineBreak) else {
      return (start.line, charactersBefore + Self.characters(before) + 1)
    }
    return (start.line + breaks, Self.characters(before[(last + 1)...]) + 1)
  }

  /// Characters on the line before the object. A place counts scalars: nearby, those that belong to
  /// another are taken off.
  private var charactersBefore: Int {
    let line = before.lastIndex(where: JSONText.isLineBreak).map { before[($0 + 1)...] }
    let whole = (line ?? before[...]).drop { $0 & 0xC0 == 0x80 }
    return start.characters - whole.count { $0 & 0xC0 != 0x80 } + Self.characters(whole)
  }

  private static func characters(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    String(decoding: bytes, as: UTF8.self).count
  }
}

extension JSONText {
  /// Why objects were not looked for any further.
  enum Stop: Equatable {
    /// The text ends, or whoever looks wants no more.
    case end
    case fault(JSONObjectFinder.Fault)
    /// An object that is longer than any may be.
    case endlessObject
  }

  /// Calls `body` with each object, in order, until it returns false; returns why no more came, and
  /// the place where that is.
  @discardableResult
  static func forEachObject(
    of text: inout TextBlock, _ layout: JSONLayout, _ body: (JSONTextObject) -> Bool
  ) -> (stop: Stop, place: TextPlace) {
    var finder = JSONObjectFinder(layout)
    var place = TextPlace()
    while true {
      var goesOn = true
      text.consumed = text.bytes.withUnsafeBufferPointer { bytes in
        let (found, consumed) = finder.objects(in: bytes, isWhole: text.isWhole)
        var position = 0
        for (index, object) in found.enumerated() where goesOn {
          let start = object.range.lowerBound
          place.move(over: bytes[position..<start])
          position = start
          guard object.range.count <= TextBlock.maximumRecord else {
            goesOn = false
            return position
          }
          goesOn = body(
            JSONTextObject(
              bytes: UnsafeBufferPointer(rebasing: bytes[object.range]), start: place,
              before: UnsafeBufferPointer(rebasing: bytes[max(0, start - 4096)..<start]),
              key: object.key,
              isLastOfBlock: index == found.count - 1))
        }
        if goesOn { place.move(over: bytes[position..<consumed]) }
        return consumed
      }
      if !goesOn { return (text.holdsEndlessRecord ? .endlessObject : .end, place) }
      if let fault = finder.fault { return (.fault(fault), place) }
      if text.isEnd { return (.end, place) }
      if text.holdsEndlessRecord { return (.endlessObject, place) }
      text.readMore()
    }
  }
}
