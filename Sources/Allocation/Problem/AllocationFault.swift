/// What makes an allocation problem no problem at all: the first fault that was met, with its numbers.
public enum AllocationFault: Error, Equatable, Sendable {
  /// A list has another length than the problem's shape asks for.
  case wrongLength(list: String, count: Int, expected: Int)
  /// `optionStart` does not begin at 0, falls, or does not end at the number of options.
  case wrongOptionRange(item: Int, start: Int, end: Int, optionCount: Int)
  /// Kinds ascend within an item; this option's does not.
  case kindNotAscending(option: Int, kind: Int)
  /// There is no such place: a kind, a group or an item beyond what the problem has.
  case outOfRange(list: String, place: Int, value: Int, count: Int)
  /// A number is NaN, infinite or negative where it must not be.
  case wrongNumber(list: String, place: Int, value: Double)
  /// Members of a link ascend without repeating.
  case linkNotAscending(link: Int)
  /// A row counts amounts and does not name the list they are in.
  case amountsNotNamed(row: Int)
}

extension AllocationFault: CustomStringConvertible {
  /// For the programmer who made the problem; users of castplan never see it.
  public var description: String {
    switch self {
    case .wrongLength(let list, let count, let expected):
      "\(list) has \(count) entries, not \(expected)"
    case .wrongOptionRange(let item, let start, let end, let optionCount):
      "optionStart gives item \(item) the options \(start)..<\(end) of \(optionCount)"
    case .kindNotAscending(let option, let kind):
      "optionKind[\(option)] is \(kind), not above that of the option before it"
    case .outOfRange(let list, let place, let value, let count):
      "\(list)[\(place)] is \(value), not in 0..<\(count)"
    case .wrongNumber(let list, let place, let value): "\(list)[\(place)] is \(value)"
    case .linkNotAscending(let link): "links[\(link)]: members do not ascend"
    case .amountsNotNamed(let row): "rows[\(row)] counts amounts and names no list of them"
    }
  }
}
