import Casting
import CastingReview

extension TableSchema {
  /// What the rows of such a table are.
  var role: InputTable.Role {
    switch rowNoun {
    case .creator: .creators
    case .product: .products
    case .deal: .deals
    case .share: .audiences
    }
  }
}

extension InputTable.Role {
  /// Key of the table in a brief.
  package var statementKey: TableStatements.Table {
    switch self {
    case .creators: .roster
    case .products: .products
    case .deals: .deals
    case .audiences: .audience
    }
  }
}
