import Tables

/// Reads embeddings of the user's own: row i belongs to row i of the table.
enum EmbeddingFiles {
  /// Reads both matrices into the roster and the products; one without the other is an issue.
  static func read(
    creatorPath: String?, productPath: String?, roster: inout RosterFile.Loaded,
    products: inout ProductsFile.Loaded, _ context: inout ReadingContext
  ) {
    guard creatorPath != nil || productPath != nil else { return }
    guard let creatorPath, let productPath else {
      let given = creatorPath ?? productPath ?? ""
      let missing = creatorPath == nil ? "--creator-embeddings" : "--product-embeddings"
      context.issues.append(.embeddingsAlone(given, missing: missing))
      return
    }
    let creators = matrix(creatorPath, for: roster.table, &context)
    let wanted = matrix(productPath, for: products.table, &context)
    guard let creators, let wanted else { return }
    guard creators.columns == wanted.columns else {
      context.issues.append(
        .embeddingDimensions(
          productPath, columns: wanted.columns, other: creators.columns, in: creatorPath))
      return
    }
    roster.roster.embeddings = creators.values
    roster.roster.embeddingDimensions = creators.columns
    products.products.embeddings = wanted.values
    products.products.embeddingDimensions = wanted.columns
  }

  static func matrix(
    _ path: String, for table: TypedTable, _ context: inout ReadingContext
  ) -> NPYArray? {
    guard let file = context.map(path) else { return nil }
    do throws(NPYProblem) {
      let matrix = try NPYArray(file)
      file.release(0..<file.bytes.count)
      context.record(file, rows: matrix.rows)
      // A row of the matrix belongs to a record of the file, whether that could be used or not.
      if matrix.rows == table.recordCount {
        return table.lostRecords.isEmpty ? matrix : matrix.keeping(rows: table.recordOfRow)
      }
      // Where faults of the table are told already, counting its rows would mislead.
      if !table.isWhole { return matrix }
      context.issues.append(
        .embeddingRows(path, rows: matrix.rows, expected: table.recordCount, of: table.file))
    } catch {
      context.issues.append(.unusable(error))
    }
    return nil
  }
}
