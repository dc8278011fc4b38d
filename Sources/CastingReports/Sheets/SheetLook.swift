/// How a cell looks, and how its number is written.
package struct SheetLook: Hashable, Sendable {
  /// A code of number formats such as `#,##0` or `0.0%`; "" for the usual one.
  package var numberFormat = ""
  package var isBold = false
  package var wraps = false
  /// Whether the text stands at the top of its cell instead of at the bottom.
  package var isAtTop = false
  /// Points; nil: the workbook's usual size.
  package var size: Int?
  /// 0xRRGGBB; nil: black.
  package var color: UInt32?
  /// 0xRRGGBB; nil: none.
  package var background: UInt32?
  /// A thin line around the cell.
  package var hasBorder = false

  /// A look, told by what is unusual about it.
  package init(
    numberFormat: String = "", isBold: Bool = false, wraps: Bool = false, isAtTop: Bool = false,
    size: Int? = nil, color: UInt32? = nil, background: UInt32? = nil, hasBorder: Bool = false
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.wraps = wraps
    self.isAtTop = isAtTop
    self.size = size
    self.color = color
    self.background = background
    self.hasBorder = hasBorder
  }

  /// Nothing unusual.
  package static let plain = SheetLook()
}
