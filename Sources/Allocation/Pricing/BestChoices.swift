/// The best choices met so far, at most so many; the worst of them raises the floor of the search.
struct BestChoices {
  struct Choice {
    var options: [Int32]
    var profit: Double
    var gross: Double
    var number: Int
  }

  let most: Int
  private(set) var floor: Double
  private var choices: [Choice] = []
  private var count = 0

  init(most: Int, floor: Double) {
    self.most = most
    self.floor = floor
  }

  mutating func insert(_ options: [Int32], profit: Double, gross: Double) {
    count += 1
    choices.append(Choice(options: options, profit: profit, gross: gross, number: count))
    if most < Int.max / 2 && choices.count >= 2 * most { trim() }
  }

  private mutating func trim() {
    choices = Array(sorted())
    guard choices.count == most, let worst = choices.last?.profit else { return }
    // Those that only equal the worst are not wanted: they could be any number.
    floor = max(floor, worst + max(3e-12 * abs(worst), .leastNormalMagnitude))
  }

  func sorted() -> ArraySlice<Choice> {
    choices.sorted { ($1.profit, $0.number) < ($0.profit, $1.number) }.prefix(most)
  }
}
