import GRDB

extension SQLiteTableWriter.Value {
  var database: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.isNaN ? .null : number.databaseValue
    }
  }
}
