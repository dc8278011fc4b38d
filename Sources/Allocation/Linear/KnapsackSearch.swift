/// The most valuable members that fit a knapsack, at most one of an item, by depth-first search.
struct KnapsackSearch {
  private struct Choice {
    var member: Int
    var value: Double
    var amount: Double
  }

  /// Choices of the items, end to end, each item's by falling value.
  private var choices: [Choice] = []
  private var start: [Int] = [0]
  /// Best value per amount from an item on, and the value of all from there on.
  private var ratio: [Double] = []
  private var rest: [Double] = []
  private let capacity: Double
  private var taken: [Int] = []
  private var visitsLeft = 0
  /// Members of the best set found.
  private(set) var best: [Int] = []
  private(set) var bestValue = 0.0

  /// Members of an item stand next to each other.
  init(members: [KnapsackSeparation.Member], values: [Double], capacity: Double) {
    self.capacity = capacity
    var items: [(ratio: Double, choices: [Choice])] = []
    var last = -1
    for (position, member) in members.enumerated()
    where values[position] > 0 && member.amount <= capacity {
      let choice = Choice(member: position, value: values[position], amount: member.amount)
      let ratio = choice.value / choice.amount
      if member.item == last {
        let own = items.count - 1
        items[own].ratio = max(items[own].ratio, ratio)
        let place = items[own].choices.firstIndex { $0.value < choice.value }
        items[own].choices.insert(choice, at: place ?? items[own].choices.count)
      } else {
        items.append((ratio, [choice]))
      }
      last = member.item
    }
    items.sort { ($1.ratio, $0.choices[0].member) < ($0.ratio, $1.choices[0].member) }
    for item in items {
      choices.append(contentsOf: item.choices)
      start.append(choices.count)
    }
    ratio = items.map(\.ratio)
    rest = [Double](repeating: 0, count: items.count + 1)
    for item in items.indices.reversed() {
      rest[item] = rest[item + 1] + items[item].choices[0].value
    }
  }

  /// Searches for the best set worth more than a value within so many visits; the visits made, nil
  /// when they did not suffice.
  mutating func run(above value: Double, visits most: Int) -> Int? {
    bestValue = value
    best = []
    visitsLeft = most
    visit(0, value: 0, room: capacity)
    return visitsLeft > 0 ? most - visitsLeft : nil
  }

  private mutating func visit(_ item: Int, value: Double, room: Double) {
    visitsLeft -= 1
    if value > bestValue {
      bestValue = value
      best = taken
    }
    guard item < ratio.count, visitsLeft > 0,
      value + min(rest[item], room * ratio[item]) > bestValue
    else { return }
    for number in start[item]..<start[item + 1] where choices[number].amount <= room {
      let choice = choices[number]
      taken.append(choice.member)
      visit(item + 1, value: value + choice.value, room: room - choice.amount)
      taken.removeLast()
    }
    visit(item + 1, value: value, room: room)
  }
}
