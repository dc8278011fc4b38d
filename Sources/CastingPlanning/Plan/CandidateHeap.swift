/// Candidates waiting for their turn: the highest score first, the lowest number among equals.
struct CandidateHeap {
  struct Candidate {
    var score: Double
    var number: Int
    /// The moment for which the score was worked out.
    var moment: Int

    func isBefore(_ other: Candidate) -> Bool {
      score != other.score ? score > other.score : number < other.number
    }
  }

  private var tree: [Candidate] = []

  init(_ candidates: [Candidate] = []) {
    tree = candidates
    for place in stride(from: tree.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  var top: Candidate? { tree.first }

  mutating func push(_ candidate: Candidate) {
    tree.append(candidate)
    var place = tree.count - 1
    while place > 0, tree[place].isBefore(tree[(place - 1) / 2]) {
      tree.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Candidate? {
    guard let first = tree.first else { return nil }
    tree[0] = tree[tree.count - 1]
    tree.removeLast()
    if !tree.isEmpty { sink(0) }
    return first
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2] where child < tree.count {
        if tree[child].isBefore(tree[best]) { best = child }
      }
      guard best != place else { return }
      tree.swapAt(place, best)
      place = best
    }
  }
}
