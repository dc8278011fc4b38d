/// A line of output for comparison: 0 for the same line, 1 for nothing in common.
///
/// Words are laid beside each other in order; a word that differs in its figures alone counts
/// nearly as much as the same word, so that a row of a table is found again when its numbers move.
struct LineLikeness {
  private static let figuresDiffer = 0.9
  /// No different line may be taken for the same.
  private static let leastCost = 0.01

  let line: String
  private let words: [Word]

  private struct Word {
    var text: Substring
    /// With every run of figures as one `0`.
    var shape: String
  }

  init(_ line: String) {
    self.line = line
    words = line.split { $0 == " " || $0 == "," }
      .map { Word(text: $0, shape: Self.shape($0)) }
  }

  /// How much it takes to make the other line of this one, from 0 to 1.
  func cost(_ other: LineLikeness) -> Double {
    if other.line == line { return 0 }
    let longest = max(words.count, other.words.count)
    guard longest > 0 else { return 1 }
    return max(Self.leastCost, 1 - common(other.words) / Double(longest))
  }

  /// The greatest weight of words in common, in order.
  private func common(_ others: [Word]) -> Double {
    var above = Array(repeating: 0.0, count: others.count + 1)
    for word in words {
      var row = [0.0]
      for (place, other) in others.enumerated() {
        let weight =
          word.text == other.text ? 1 : word.shape == other.shape ? Self.figuresDiffer : 0
        row.append(max(above[place] + weight, above[place + 1], row[place]))
      }
      above = row
    }
    return above[others.count]
  }

  private static func shape(_ word: Substring) -> String {
    var shape = ""
    for character in word {
      if character.isNumber {
        if shape.last != "0" { shape.append("0") }
      } else if !(character == "." && shape.last == "0") {
        shape.append(character)
      }
    }
    return shape
  }
}
