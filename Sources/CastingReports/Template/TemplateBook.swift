import Casting
import CastingFiles

/// A workbook to be filled in: creators, products and a brief, each in a sheet.
package enum TemplateBook {
  /// Makes it: the same for the same content, whenever.
  ///
  /// - Parameter file: what the workbook is called, as its first sheet names it.
  package static func make(
    _ content: TemplateContent, file: String, in wording: Wording
  ) -> SheetBook {
    guard let created = CalendarDay(iso: "2000-01-01") else {
      preconditionFailure("a day that there is")
    }
    return SheetBook(
      title: wording.start(content.filling, file: file).first?.text ?? "", created: created,
      sheets: TemplateSheet.allCases.map { sheet in
        let name = wording.name(sheet)
        return switch sheet {
        case .start: start(content.filling, file, named: name, in: wording)
        case .creators:
          TemplateTable.creators(wording).sheet(named: name, rows: content.creators)
        case .products:
          TemplateTable.products(wording).sheet(named: name, rows: content.products)
        case .brief: TemplateBrief(brief: content.brief, wording: wording).sheet(named: name)
        case .results: TemplateTable.results(wording).sheet(named: name, rows: TemplateRows())
        }
      })
  }

  private static func start(
    _ filling: TemplateFilling, _ file: String, named name: String, in wording: Wording
  ) -> Sheet {
    let width = 110.0
    var sheet = Sheet(name: name, columns: [ColumnLayout(width: width)])
    for (row, line) in wording.start(filling, file: file).enumerated() {
      let look = row == 0 ? TemplateLooks.title : TemplateLooks.heading
      if line.isHeading && row > 0 { sheet.rows.append([]) }
      sheet.rows.append([SheetCell(line.text, line.isHeading ? look : TemplateLooks.text)])
      let height = TemplateLooks.height([(line.text, width)])
      sheet.heights[sheet.rows.count] = row == 0 ? 30 : height
    }
    return sheet
  }
}
