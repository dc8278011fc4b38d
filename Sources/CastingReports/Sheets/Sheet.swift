import Casting
import Tables

/// A workbook that is to be written.
package struct SheetBook: Sendable {
  /// As the file's properties show it.
  package var title: String
  /// The day the file says it was made: stated, not the clock's, so that the same sheets are the same bytes.
  package var created: CalendarDay
  /// In the order of the tabs; the first is open.
  package var sheets: [Sheet]

  package init(title: String, created: CalendarDay, sheets: [Sheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }
}

/// One sheet of a workbook that is to be written.
package struct Sheet: Sendable {
  /// At most 31 characters, none of `[]:*?/\`.
  package var name: String
  /// From the first on.
  package var columns: [ColumnLayout]
  /// From the first on; rows may differ in length.
  package var rows: [[SheetCell]] = []
  /// Points, by the number of the row from 1; other rows are as high as programs find right, which some do for
  /// one line alone.
  package var heights: [Int: Double] = [:]
  /// Rows and columns that stay when the sheet is scrolled.
  package var frozen = (rows: 0, columns: 0)
  package var entries: [EntryRule] = []

  package init(name: String, columns: [ColumnLayout]) {
    self.name = name
    self.columns = columns
  }
}

/// A column of a sheet.
package struct ColumnLayout: Sendable {
  /// In characters of the usual font.
  package var width: Double
  /// Of cells that the rows do not have.
  package var look = SheetLook.plain

  package init(width: Double, look: SheetLook = .plain) {
    self.width = width
    self.look = look
  }
}

/// A cell of a sheet that is to be written.
package struct SheetCell: Sendable {
  package enum Value: Equatable, Sendable {
    case empty
    /// Stays text whatever it begins with: never a formula, never a link.
    case text(String)
    case number(Double)
    case day(CalendarDay)
  }

  package var value: Value
  package var look: SheetLook

  package init(_ value: Value, _ look: SheetLook = .plain) {
    self.value = value
    self.look = look
  }

  package init(_ text: String, _ look: SheetLook = .plain) { self.init(.text(text), look) }
}

/// What may be entered into cells, and what is said when one of them is chosen.
package struct EntryRule: Sendable {
  package enum Values: Equatable, Sendable {
    /// Whatever one likes: a message alone.
    case any
    /// One of a list; 255 characters together, commas between them included.
    case list([String])
    case number(ClosedRange<Double>)
    case whole(ClosedRange<Double>)
    case day(ClosedRange<CalendarDay>)
  }

  package var cells: CellRange
  package var values: Values
  /// At most 32 characters; "" for none.
  package var title: String
  /// At most 255 characters; "" for none.
  package var message: String
  /// Whether other values are refused, instead of asked about.
  package var isStrict = true

  package init(
    cells: CellRange, values: Values, title: String, message: String, isStrict: Bool = true
  ) {
    self.cells = cells
    self.values = values
    self.title = title
    self.message = message
    self.isStrict = isStrict
  }
}
