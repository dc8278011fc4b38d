import Casting

/// Columns that rows of one creator with several formats are made into: the same for all rows of a table.
struct MergedFormats: Equatable {
  /// Formats that the table has rows of.
  var fees: Set<DealFormat>
  /// Those of them with views.
  var views: Set<DealFormat>
}
