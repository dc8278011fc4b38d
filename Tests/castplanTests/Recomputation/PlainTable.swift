/// Rows of a CSV file by header, in a few lines that share nothing with the product's scanner.
func plainTable(_ text: String) -> [[String: String]] {
  let scalars = Array(text.unicodeScalars)
  var records: [[String]] = [[]]
  var field = ""
  var isQuoted = false
  var position = scalars.first == "\u{FEFF}" ? 1 : 0
  while position < scalars.count {
    let scalar = scalars[position]
    position += 1
    if scalar == "\"" && isQuoted && position < scalars.count && scalars[position] == "\"" {
      field += "\""
      position += 1
    } else if scalar == "\"" {
      isQuoted.toggle()
    } else if isQuoted || (scalar != "," && scalar != "\n" && scalar != "\r") {
      field.unicodeScalars.append(scalar)
    } else if scalar != "\r" {
      records[records.count - 1].append(field)
      field = ""
      if scalar == "\n" { records.append([]) }
    }
  }
  let header = records[0]
  return records.dropFirst().filter { $0.count == header.count }.map {
    Dictionary(uniqueKeysWithValues: zip(header, $0))
  }
}
